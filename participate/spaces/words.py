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
    SITE = "site"

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
    SpaceKind.SITE: mark("Site with parts"),
}


class BookingMode(StrEnum):
    """What it takes to book a space."""

    INSTANT = "instant"
    ASK = "ask"
    RING = "ring"

    @property
    def label(self) -> str:
        return _MODES[self]


_MODES = {
    BookingMode.INSTANT: mark("Book it at once"),
    BookingMode.ASK: mark("Ask, and the keeper says yes or no"),
    BookingMode.RING: mark("Ring or come in"),
}


class DayKind(StrEnum):
    """How some days differ from the usual week. Where a space has terms, it is open in them alone."""

    CLOSED = "closed"
    HOURS = "hours"
    TERM = "term"

    @property
    def label(self) -> str:
        return _DAYS[self]


_DAYS = {DayKind.CLOSED: mark("Closed"), DayKind.HOURS: mark("Other hours"), DayKind.TERM: mark("Open in this term")}


class DayState(StrEnum):
    """How a day of a space looks from afar."""

    SHUT = "shut"
    GONE = "gone"
    LATER = "later"
    FREE = "free"
    SOME = "some"
    FULL = "full"

    @property
    def label(self) -> str:
        return _STATES[self]


_STATES = {
    DayState.SHUT: mark("Closed"),
    DayState.GONE: mark("Over"),
    DayState.LATER: mark("Not to book yet"),
    DayState.FREE: mark("Free"),
    DayState.SOME: mark("Some time free"),
    DayState.FULL: mark("Full"),
}


class BookingStatus(StrEnum):
    """Where a booking stands. Only an agreed one holds its time."""

    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        return _STATUSES[self]


_STATUSES = {
    BookingStatus.ASKED: mark("Asked"),
    BookingStatus.AGREED: mark("Agreed"),
    BookingStatus.DECLINED: mark("Not this time"),
    BookingStatus.CANCELLED: mark("Cancelled"),
    BookingStatus.LAPSED: mark("The day came without an answer"),
}

# A booking is asked, then agreed or declined; whoever made it or keeps the space may cancel it.
MOVES: dict[BookingStatus, tuple[BookingStatus, ...]] = {
    BookingStatus.ASKED: (
        BookingStatus.AGREED, BookingStatus.DECLINED, BookingStatus.CANCELLED, BookingStatus.LAPSED,
    ),
    BookingStatus.AGREED: (BookingStatus.CANCELLED,),
    BookingStatus.DECLINED: (),
    BookingStatus.CANCELLED: (),
    BookingStatus.LAPSED: (),
}  # fmt: skip


class Every(StrEnum):
    """How bookings that are asked for together follow each other."""

    WEEK = "week"
    FORTNIGHT = "fortnight"

    @property
    def label(self) -> str:
        return _EVERY[self]

    @property
    def weeks(self) -> int:
        return 1 if self is Every.WEEK else 2


_EVERY = {Every.WEEK: mark("Every week"), Every.FORTNIGHT: mark("Every two weeks")}


class Instead(StrEnum):
    """What somebody does about one of her dates that cannot be."""

    SKIP = "skip"
    MOVE = "move"
    SPACE = "space"

    @property
    def label(self) -> str:
        return _INSTEAD[self]


_INSTEAD = {
    Instead.SKIP: mark("Leave this date out"),
    Instead.MOVE: mark("Another day or hour"),
    Instead.SPACE: mark("Another space"),
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
