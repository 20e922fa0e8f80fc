"""How letters go, what became of them, and why."""

from enum import StrEnum

from participate.core.words import mark


class Way(StrEnum):
    """How a letter goes."""

    MAIL = "mail"
    TEXT = "text"
    SITE = "site"
    CALL = "call"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Way.MAIL: mark("Mail"),
    Way.TEXT: mark("Text message"),
    Way.SITE: mark("On this site"),
    Way.CALL: mark("The hub tells you"),
}


class Choice(StrEnum):
    """What a person wants to hear from us."""

    ONLY_YES = "only_yes"
    WEEKLY = "weekly"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        return _CHOICE_LABELS[self]


_CHOICE_LABELS = {
    Choice.ONLY_YES: mark("Only what I said yes to"),
    Choice.WEEKLY: mark("That, and one mail a week with what goes with my words"),
    Choice.NOTHING: mark("Nothing. I look here myself"),
}


class Outcome(StrEnum):
    """What became of a letter."""

    SENT = "sent"
    HELD_BACK = "held_back"
    CAME_BACK = "came_back"
    CALL_LIST = "call_list"
    TOO_LATE = "too_late"

    @property
    def label(self) -> str:
        return _OUTCOME_LABELS[self]


_OUTCOME_LABELS = {
    Outcome.SENT: mark("Sent"),
    Outcome.HELD_BACK: mark("Held back"),
    Outcome.CAME_BACK: mark("Came back"),
    Outcome.CALL_LIST: mark("The hub tells you"),
    Outcome.TOO_LATE: mark("Not sent: it was over"),
}


class Why(StrEnum):
    """Why we sent a letter, or held it back."""

    SAID_YES = "said_yes"
    ASKED_FOR = "asked_for"
    YOURS = "yours"
    WEEKLY = "weekly"
    CHOICE = "choice"
    MONTHLY_CAP = "monthly_cap"
    NOTHING_GOOD = "nothing_good"
    NO_WAY = "no_way"
    APART = "apart"
    OVER = "over"

    @property
    def label(self) -> str:
        return _WHY_LABELS[self]


_WHY_LABELS = {
    Why.SAID_YES: mark("you said yes to this"),
    Why.ASKED_FOR: mark("you asked for it"),
    Why.YOURS: mark("it is about something of yours"),
    Why.WEEKLY: mark("you chose one mail a week"),
    Why.CHOICE: mark("you chose to hear nothing"),
    Why.MONTHLY_CAP: mark("you had enough from us this month"),
    Why.NOTHING_GOOD: mark("there was nothing good enough to say"),
    Why.NO_WAY: mark("we have no way to write to you"),
    Why.APART: mark("it was not for you any more"),
    Why.OVER: mark("it was over by then"),
}


class CallStatus(StrEnum):
    """Where a call stands."""

    WAITING = "waiting"
    TEXTED = "texted"  # a text has gone; nobody rings unless it comes back
    DONE = "done"
    GONE = "gone"  # its time was over


class CallOutcome(StrEnum):
    """What came of a call, said by staff."""

    TOLD = "told"
    YES = "yes"
    NO = "no"
    NOBODY_THERE = "nobody_there"

    @property
    def label(self) -> str:
        return _CALL_LABELS[self]


_CALL_LABELS = {
    CallOutcome.TOLD: mark("I told them"),
    CallOutcome.YES: mark("They say yes"),
    CallOutcome.NO: mark("They say not this time"),
    CallOutcome.NOBODY_THERE: mark("Nobody there"),
}
