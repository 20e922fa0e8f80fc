"""Words of the materials."""

from enum import StrEnum

from participate.core.words import mark


class Deal(StrEnum):
    """What is to happen with a material."""

    LEND = "lend"
    GIVE = "give"
    WANT = "want"
    TAKE = "take"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Deal.LEND: mark("To lend"),
    Deal.GIVE: mark("To give"),
    Deal.WANT: mark("Wanted"),
    Deal.TAKE: mark("Take what you need"),
}


class Condition(StrEnum):
    """How a material is."""

    NEW = "new"
    GOOD = "good"
    WORN = "worn"
    MEND = "mend"

    @property
    def label(self) -> str:
        return _CONDITIONS[self]


_CONDITIONS = {
    Condition.NEW: mark("Like new"),
    Condition.GOOD: mark("Good"),
    Condition.WORN: mark("Worn, but works"),
    Condition.MEND: mark("Needs mending"),
}


class LoanStatus(StrEnum):
    """Where a loan stands.

    asked: its keeper answers. waiting: in the queue. offered: first in the queue, with a time to answer.
    agreed: hers to collect. out: in her hands. The others are over.
    """

    ASKED = "asked"
    WAITING = "waiting"
    OFFERED = "offered"
    AGREED = "agreed"
    OUT = "out"
    BACK = "back"
    LOST = "lost"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        return _LOANS[self]


_LOANS = {
    LoanStatus.ASKED: mark("Asked"),
    LoanStatus.WAITING: mark("In the queue"),
    LoanStatus.OFFERED: mark("Your turn: say yes in time"),
    LoanStatus.AGREED: mark("Ready to collect"),
    LoanStatus.OUT: mark("Borrowed"),
    LoanStatus.BACK: mark("Back"),
    LoanStatus.LOST: mark("Lost"),
    LoanStatus.DECLINED: mark("Not this time"),
    LoanStatus.CANCELLED: mark("Called off"),
    LoanStatus.LAPSED: mark("The time to answer is over"),
}

# Where a loan may go from where it stands. One that was lost may turn up again.
LOAN_MOVES: dict[LoanStatus, tuple[LoanStatus, ...]] = {
    LoanStatus.ASKED: (
        LoanStatus.AGREED, LoanStatus.WAITING, LoanStatus.DECLINED, LoanStatus.CANCELLED, LoanStatus.LAPSED,
    ),
    LoanStatus.WAITING: (
        LoanStatus.OFFERED, LoanStatus.AGREED, LoanStatus.CANCELLED, LoanStatus.DECLINED, LoanStatus.LAPSED,
    ),
    LoanStatus.OFFERED: (LoanStatus.AGREED, LoanStatus.CANCELLED, LoanStatus.LAPSED, LoanStatus.DECLINED),
    LoanStatus.AGREED: (LoanStatus.OUT, LoanStatus.CANCELLED, LoanStatus.LAPSED),
    LoanStatus.OUT: (LoanStatus.BACK, LoanStatus.LOST),
    LoanStatus.LOST: (LoanStatus.BACK,),
    LoanStatus.BACK: (),
    LoanStatus.DECLINED: (),
    LoanStatus.CANCELLED: (),
    LoanStatus.LAPSED: (),
}  # fmt: skip
OPEN_LOANS = (LoanStatus.ASKED, LoanStatus.WAITING, LoanStatus.OFFERED, LoanStatus.AGREED, LoanStatus.OUT)
HOLDS_UNITS = (LoanStatus.OFFERED, LoanStatus.AGREED, LoanStatus.OUT)


class GiftStatus(StrEnum):
    """Where somebody's asking for a gift stands."""

    ASKED = "asked"
    CHOSEN = "chosen"
    HANDED = "handed"
    NOT_THIS_TIME = "not_this_time"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _GIFTS[self]


_GIFTS = {
    GiftStatus.ASKED: mark("Asked"),
    GiftStatus.CHOSEN: mark("It is yours: collect it"),
    GiftStatus.HANDED: mark("Collected"),
    GiftStatus.NOT_THIS_TIME: mark("Not this time"),
    GiftStatus.CANCELLED: mark("Called off"),
}


# Where an asking may go. One who was not chosen may be next, and one who called it off may ask again in time.
GIFT_MOVES: dict[GiftStatus, tuple[GiftStatus, ...]] = {
    GiftStatus.ASKED: (GiftStatus.CHOSEN, GiftStatus.NOT_THIS_TIME, GiftStatus.CANCELLED),
    GiftStatus.CHOSEN: (GiftStatus.HANDED, GiftStatus.CANCELLED),
    GiftStatus.NOT_THIS_TIME: (GiftStatus.CHOSEN,),
    GiftStatus.CANCELLED: (GiftStatus.ASKED,),
    GiftStatus.HANDED: (),
}


class WishStatus(StrEnum):
    """Where the asking of one keeper about a wish stands."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"
    LAPSED = "lapsed"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return _WISHES[self]


_WISHES = {
    WishStatus.ASKED: mark("Asked"),
    WishStatus.YES: mark("Yes"),
    WishStatus.NO: mark("Not this time"),
    WishStatus.LAPSED: mark("No answer in time"),
    WishStatus.DROPPED: mark("No longer needed"),
}

# Words that tell the deal in what somebody says; wanting is looked for first ("I need a drill to borrow").
SAID = {
    Deal.WANT: ("need", "want", "looking for", "looking to borrow", "does anyone have", "am short of", "borrow"),
    Deal.GIVE: ("give", "giving", "to give away", "free to", "going spare", "to a good home", "donate", "keep it"),
}
