"""Words of the spaces."""

from enum import StrEnum

from participate.core.words import mark


class SpaceKind(StrEnum):
    """What kind of space it is."""

    KITCHEN = "kitchen"
    HALL = "hall"
    ROOM = "room"
    GARDEN = "garden"
    SHOP = "shop"
    WORKSHOP = "workshop"
    STREET = "street"
    DESK = "desk"
    HOME = "home"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def private(self) -> bool:
        """Whether it may be somebody's home: its address is never shown in public."""
        return self in (SpaceKind.HOME, SpaceKind.GARDEN)


_LABELS = {
    SpaceKind.KITCHEN: mark("Kitchen"),
    SpaceKind.HALL: mark("Hall"),
    SpaceKind.ROOM: mark("Room"),
    SpaceKind.GARDEN: mark("Garden"),
    SpaceKind.SHOP: mark("Shop"),
    SpaceKind.WORKSHOP: mark("Workshop"),
    SpaceKind.STREET: mark("Street"),
    SpaceKind.DESK: mark("Desk"),
    SpaceKind.HOME: mark("At home"),
}
