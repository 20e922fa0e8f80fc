"""Words of the moderation."""

from datetime import date
from enum import StrEnum

from participate.core.words import mark


class ReportReason(StrEnum):
    """Why somebody reports a thing; or that its author asks to have a hidden one looked at again."""

    UNKIND = "unkind"
    CONTACT = "contact"
    SELLING = "selling"
    UNSAFE = "unsafe"
    NOT_TRUE = "not_true"
    OTHER = "other"
    ASK_AGAIN = "ask_again"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    ReportReason.UNKIND: mark("It is unkind or hateful"),
    ReportReason.CONTACT: mark("It shows somebody’s address or number"),
    ReportReason.SELLING: mark("It is selling something or is a trick"),
    ReportReason.UNSAFE: mark("Somebody could get hurt"),
    ReportReason.NOT_TRUE: mark("It is not true, or not there any more"),
    ReportReason.OTHER: mark("Something else"),
    ReportReason.ASK_AGAIN: mark("Its author asks us to look again"),
}
# What a neighbour may choose from.
OFFERED = tuple(reason for reason in ReportReason if reason is not ReportReason.ASK_AGAIN)


class ReportStatus(StrEnum):
    """Where a report stands."""

    OPEN = "open"
    KEPT = "kept"
    HIDDEN = "hidden"

    @property
    def label(self) -> str:
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    ReportStatus.OPEN: mark("Open"),
    ReportStatus.KEPT: mark("Kept"),
    ReportStatus.HIDDEN: mark("Hidden"),
}


class Choice(StrEnum):
    """What staff do with a reported thing."""

    KEEP = "keep"
    HIDE = "hide"
    SHOW = "show"
    EDIT = "edit"
    REMOVE = "remove"
    WARN = "warn"
    SUSPEND = "suspend"

    @property
    def label(self) -> str:
        return _CHOICE_LABELS[self]


# As it stands in what was decided, and in the table for a regulator.
_CHOICE_LABELS = {
    Choice.KEEP: mark("Kept"),
    Choice.HIDE: mark("Hidden"),
    Choice.SHOW: mark("Shown again"),
    Choice.EDIT: mark("Asked to be changed"),
    Choice.REMOVE: mark("Removed"),
    Choice.WARN: mark("Hidden, its author warned"),
    Choice.SUSPEND: mark("Hidden, its author paused"),
}


class Origin(StrEnum):
    """Who wants it looked at."""

    NEIGHBOUR = "neighbour"
    HELD = "held"
    AUTHOR = "author"


FIRST_LINE = mark("One of the first posts of somebody new")
FOUND_LINE = mark("Held for what the house saw in it")
CHANGED_LINE = mark("Its author changed it, as we asked")


class Urgency(StrEnum):
    """How soon: within the hour, within a day, within two working days."""

    NOW = "now"
    SOON = "soon"
    USUAL = "usual"

    @property
    def label(self) -> str:
        return _URGENCY_LABELS[self]


_URGENCY_LABELS = {
    Urgency.NOW: mark("Within the hour"),
    Urgency.SOON: mark("Within a day"),
    Urgency.USUAL: mark("Within two working days"),
}


class MeasureKind(StrEnum):
    """What was done about a person."""

    WARNED = "warned"
    SUSPENDED = "suspended"

    @property
    def label(self) -> str:
        return _MEASURE_LABELS[self]


_MEASURE_LABELS = {MeasureKind.WARNED: mark("Warned"), MeasureKind.SUSPENDED: mark("Paused")}


class WorryKind(StrEnum):
    """What the worry is about, in plain words."""

    CHILD = "child"
    ADULT = "adult"
    HARM_SELF = "harm_self"
    HOME = "home"
    CONDUCT = "conduct"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _WORRY_LABELS[self]


_WORRY_LABELS = {
    WorryKind.CHILD: mark("A child"),
    WorryKind.ADULT: mark("A grown-up who may be in danger"),
    WorryKind.HARM_SELF: mark("Somebody who may hurt themselves"),
    WorryKind.HOME: mark("How somebody is treated at home"),
    WorryKind.CONDUCT: mark("How somebody behaved at a session or here"),
    WorryKind.OTHER: mark("Something else"),
}


class WorryStatus(StrEnum):
    """Where a case stands."""

    NEW = "new"
    TAKEN = "taken"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _WORRY_STATUS_LABELS[self]


_WORRY_STATUS_LABELS = {
    WorryStatus.NEW: mark("New"),
    WorryStatus.TAKEN: mark("In hand"),
    WorryStatus.CLOSED: mark("Closed"),
}


class WorryOutcome(StrEnum):
    """How a case ended."""

    PASSED_ON = "passed_on"
    TALKED = "talked"
    NOTHING_MORE = "nothing_more"

    @property
    def label(self) -> str:
        return _WORRY_OUTCOME_LABELS[self]


_WORRY_OUTCOME_LABELS = {
    WorryOutcome.PASSED_ON: mark("Passed on to the council or the police"),
    WorryOutcome.TALKED: mark("We talked with them"),
    WorryOutcome.NOTHING_MORE: mark("Nothing more to do"),
}


# What is reported, as a page names it that must not say more.
NOUNS = {
    "project": mark("a project"),
    "need": mark("a need of a project"),
    "idea": mark("an idea"),
    "idea_reply": mark("something said to an idea"),
    "update": mark("a note of a project"),
    "recipe": mark("a recipe"),
    "team_request": mark("a message to a team"),
    "space": mark("a space"),
    "material": mark("a thing to lend or give"),
    "organisation": mark("an organisation"),
    "pledge": mark("a partner’s pledge"),
    "mission": mark("a shared mission"),
    "mission_outcome": mark("a partner’s number"),
    "session": mark("a session"),
    "story": mark("a story"),
    "photo": mark("a photo"),
    "fund": mark("a small fund"),
    "fund_ask": mark("something asked of a fund"),
    "thanks": mark("a thank-you"),
    "posting": mark("something a neighbour wrote"),
    "person": mark("a neighbour"),
    "introduction_note": mark("words between two neighbours"),
    "measure": mark("a warning or a pause"),
}

# The days since when our terms read as they do, the newest first, and what changed then.
TERMS = ((date(2026, 11, 22), mark("The first terms.")),)
