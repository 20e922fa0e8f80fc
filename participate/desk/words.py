"""Words of the desk."""

from enum import IntEnum, StrEnum

from participate.core.words import mark


class NoteKind(StrEnum):
    """What staff write into the hub's diary."""

    NOTE = "note"
    HAND_OVER = "hand_over"
    KEYS = "keys"

    @property
    def label(self) -> str:
        return _NOTE_LABELS[self]


_NOTE_LABELS = {
    NoteKind.NOTE: mark("Note"),
    NoteKind.HAND_OVER: mark("Hand-over"),
    NoteKind.KEYS: mark("Keys"),
}


class Risk(IntEnum):
    """How pressing a waiting thing is. The lowest comes first."""

    NOW = 0
    LATE = 1
    SOON = 2
    USUAL = 3


class WaitKind(StrEnum):
    """What waits on a hub's desk, in the order in which the tabs stand."""

    HELD = "held"
    REPORT = "report"
    APPEAL = "appeal"
    IDEA = "idea"
    BOOKING = "booking"
    LOAN_ASKED = "loan_asked"
    LOAN_LATE = "loan_late"
    HOSTLESS = "hostless"
    PLACELESS = "placeless"
    SAFETY = "safety"
    PROJECT = "project"
    HELLO = "hello"
    MEETING = "meeting"
    CALL = "call"
    INCIDENT = "incident"
    HOST_RECORD = "host_record"
    PHOTO = "photo"
    FUND_ASK = "fund_ask"
    PLEDGE = "pledge"
    SAME_PERSON = "same_person"

    @property
    def label(self) -> str:
        """Of all of them, as a tab says it."""
        return _WAIT[self][0]

    @property
    def button(self) -> str:
        """What a press on its line leads to, in the reader's voice."""
        return _WAIT[self][1]

    @property
    def icon(self) -> str:
        """The sign that stands before its line."""
        return _WAIT[self][2]

    @property
    def path(self) -> str:
        """Where it is handled: an address with places for its `id` and its `parent`."""
        return _WAIT[self][3]

    @property
    def about(self) -> str:
        """What is asked of the hub; `%(who)s` may stand in it."""
        return _ABOUT[self]


_WAIT: dict[WaitKind, tuple[str, str, str, str]] = {
    WaitKind.HELD: (mark("Posts held"), mark("Look"), "eye-off", "/reports/{id}"),
    WaitKind.REPORT: (mark("Reports"), mark("Look"), "flag", "/reports/{id}"),
    WaitKind.APPEAL: (mark("Asked again"), mark("Look"), "flag", "/reports/{id}"),
    WaitKind.IDEA: (mark("Ideas"), mark("Answer"), "lightbulb", "/ideas/{id}/answer"),
    WaitKind.BOOKING: (mark("Bookings to agree"), mark("Yes or no"), "key-round", "/bookings/{id}"),
    WaitKind.LOAN_ASKED: (mark("Loans to agree"), mark("Yes or no"), "wrench", "/loans/{id}"),
    WaitKind.LOAN_LATE: (mark("Loans late"), mark("Look"), "wrench", "/loans/{id}"),
    WaitKind.HOSTLESS: (mark("Sessions without a host"), mark("Find a host"), "user", "/sessions/{id}/edit"),
    WaitKind.PLACELESS: (mark("Sessions without a space"), mark("Find a space"), "map-pin", "/sessions/{id}/place"),
    WaitKind.SAFETY: (mark("To approve"), mark("Look"), "circle-alert", "/projects/{id}/safety/decide"),
    WaitKind.PROJECT: (mark("Projects at risk"), mark("Look"), "users", "/projects/{id}"),
    WaitKind.HELLO: (mark("Said hello, heard nothing"), mark("Answer"), "user", "/projects/{parent}/team"),
    WaitKind.MEETING: (mark("Introductions unheard"), mark("Ask them"), "users", "/people/{parent}"),
    WaitKind.CALL: (mark("Call list"), mark("Ring"), "phone", "/calls#call-{id}"),
    WaitKind.INCIDENT: (mark("Incidents to follow up"), mark("Look"), "circle-alert", "/incidents/{id}"),
    WaitKind.HOST_RECORD: (mark("Host records"), mark("Look"), "clock", "/hosts/{parent}/record"),
    WaitKind.PHOTO: (mark("Photos"), mark("Look"), "inbox", "/photos/{id}/check"),
    WaitKind.FUND_ASK: (mark("Fund answers"), mark("Look"), "ticket", "/funds/asks/{id}/decide"),
    WaitKind.PLEDGE: (mark("Offers of partners"), mark("Answer"), "heart-handshake", "/projects/{parent}/pledges"),
    WaitKind.SAME_PERSON: (mark("Same person?"), mark("Look"), "users", "/same-person/{id}"),
}
_ABOUT: dict[WaitKind, str] = {
    WaitKind.HELD: mark("Held for a quick look first"),
    WaitKind.REPORT: mark("Somebody told us about it"),
    WaitKind.APPEAL: mark("Its author asks us to look again"),
    WaitKind.IDEA: mark("%(who)s has an idea"),
    WaitKind.BOOKING: mark("%(who)s would like to use it"),
    WaitKind.LOAN_ASKED: mark("%(who)s would like to borrow it"),
    WaitKind.LOAN_LATE: mark("%(who)s has it still"),
    WaitKind.HOSTLESS: mark("Nobody hosts it yet"),
    WaitKind.PLACELESS: mark("It has no space yet"),
    WaitKind.SAFETY: mark("Waits for the hub’s yes"),
    WaitKind.PROJECT: mark("Nothing is planned and nobody met for four weeks"),
    WaitKind.HELLO: mark("%(who)s would like to help and has heard nothing"),
    WaitKind.MEETING: mark("%(who)s was asked whether to meet a neighbour, and has not answered"),
    WaitKind.CALL: mark("Tell %(who)s by phone or at the counter"),
    WaitKind.INCIDENT: mark("What follows is not done yet"),
    WaitKind.HOST_RECORD: mark("It runs out. See the new one"),
    WaitKind.PHOTO: mark("Waits for a look"),
    WaitKind.FUND_ASK: mark("%(who)s asks a small fund"),
    WaitKind.PLEDGE: mark("A partner offers it, and waits for the team’s answer"),
    WaitKind.SAME_PERSON: mark("Two rows that may be one person"),
}
NOBODY_OWNS = mark("Nobody looks after it any more")
SOMEBODY = mark("Somebody")


class Act(StrEnum):
    """What one press can do to many things."""

    TAKE = "take"
    LEAVE = "leave"
    AGREE = "agree"
    KEEP = "keep"
    SHOW = "show"
    DONE = "done"

    @property
    def label(self) -> str:
        return _ACTS[self][0]

    @property
    def later(self) -> bool:
        """Whether it happens only when the time for taking it back is over, since nothing could undo it then."""
        return _ACTS[self][1]

    @property
    def kinds(self) -> tuple[WaitKind, ...]:
        """What it can be done to."""
        return _ACTS[self][2]


_ALL = tuple(WaitKind)
REPORTED = (WaitKind.HELD, WaitKind.REPORT, WaitKind.APPEAL)
_ACTS: dict[Act, tuple[str, bool, tuple[WaitKind, ...]]] = {
    Act.TAKE: (mark("I take these"), False, _ALL),
    Act.LEAVE: (mark("Give back"), False, _ALL),
    Act.AGREE: (mark("Yes, agree"), True, (WaitKind.BOOKING,)),
    Act.KEEP: (mark("Nothing wrong, keep"), True, (WaitKind.HELD, WaitKind.REPORT)),
    Act.SHOW: (mark("Let everybody see"), True, (WaitKind.PHOTO,)),
    Act.DONE: (mark("It is followed up"), True, (WaitKind.INCIDENT,)),
}


class FoundKind(StrEnum):
    """What the search finds, in the order in which it stands."""

    PERSON = "person"
    SESSION = "session"
    PROJECT = "project"
    IDEA = "idea"
    SPACE = "space"
    MATERIAL = "material"
    ORGANISATION = "organisation"
    RECIPE = "recipe"
    NOTE = "note"

    @property
    def label(self) -> str:
        return _FOUND[self][0]

    @property
    def icon(self) -> str:
        return _FOUND[self][1]

    @property
    def path(self) -> str:
        """Its page: an address with places for its `id` and `other` (a slug, a day)."""
        return _FOUND[self][2]


_FOUND: dict[FoundKind, tuple[str, str, str]] = {
    FoundKind.PERSON: (mark("Neighbour"), "user", "/people/{id}"),
    FoundKind.SESSION: (mark("Session"), "calendar-days", "/sessions/{id}"),
    FoundKind.PROJECT: (mark("Project"), "users", "/projects/{id}"),
    FoundKind.IDEA: (mark("Idea"), "lightbulb", "/ideas/{id}"),
    FoundKind.SPACE: (mark("Space"), "key-round", "/spaces/{id}"),
    FoundKind.MATERIAL: (mark("Thing"), "wrench", "/materials/{id}"),
    FoundKind.ORGANISATION: (mark("Organisation"), "heart-handshake", "/organisations/{id}"),
    FoundKind.RECIPE: (mark("Recipe"), "book-open", "/recipes/{other}"),
    FoundKind.NOTE: (mark("Note in the diary"), "pencil", "/desk/diary?day={other}"),
}
