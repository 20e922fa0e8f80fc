"""Words of the moderation."""

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
    "session": mark("a session"),
    "story": mark("a story"),
    "photo": mark("a photo"),
    "fund": mark("a small fund"),
    "fund_ask": mark("something asked of a fund"),
    "thanks": mark("a thank-you"),
    "posting": mark("something a neighbour wrote"),
    "person": mark("a neighbour"),
}
