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
        """Whether it is usually somebody's home."""
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

# Words that tell the kind in what somebody says about a space; the first kind that is named counts.
SAID = {
    SpaceKind.KITCHEN: ("kitchen", "oven", "cooker", "stove", "bucătărie", "cozinha", "kuchnia", "virtuvė"),
    SpaceKind.GARDEN: ("garden", "yard", "allotment", "plot", "greenhouse", "grădină", "jardim", "ogród", "sodas"),
    SpaceKind.WORKSHOP: ("workshop", "garage", "shed", "studio", "bench"),
    SpaceKind.HALL: ("hall", "church", "mosque", "gym", "stage", "sală", "salão"),
    SpaceKind.SHOP: ("shop", "stall", "café", "cafe", "counter"),
    SpaceKind.DESK: ("desk", "office"),
    SpaceKind.STREET: ("street", "road", "pavement", "square", "car park"),
    SpaceKind.HOME: ("living room", "front room", "my home", "my house", "my flat"),
    SpaceKind.ROOM: ("room", "space", "corner", "cameră", "sala", "pokój", "kambarys"),
}
