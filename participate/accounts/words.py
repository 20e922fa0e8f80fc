"""Words of the accounts."""

from enum import StrEnum

from participate.core.words import mark


class PersonKind(StrEnum):
    """How we know a person."""

    ACCOUNT = "account"
    ENTERED = "entered"
    GUEST = "guest"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]


_KIND_LABELS = {
    PersonKind.ACCOUNT: mark("has an account"),
    PersonKind.ENTERED: mark("written down by the hub"),
    PersonKind.GUEST: mark("signed up without an account"),
}


class PersonStatus(StrEnum):
    """Whether a person may take part."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Role(StrEnum):
    """What a person holds besides being a resident. The subject says of what: "hub:3", "project:42"."""

    HOST = "host"
    KEEPER = "keeper"
    STAFF = "staff"
    SAFEGUARDING = "safeguarding"
    OFFICER = "officer"
    ADMIN = "admin"

    @property
    def label(self) -> str:
        return _ROLE_LABELS[self]


_ROLE_LABELS = {
    Role.HOST: mark("host"),
    Role.KEEPER: mark("keeper"),
    Role.STAFF: mark("hub staff"),
    Role.SAFEGUARDING: mark("safeguarding"),
    Role.OFFICER: mark("council officer"),
    Role.ADMIN: mark("admin"),
}


class Channel(StrEnum):
    """How a contact is reached."""

    MAIL = "mail"
    TEXT = "text"


class CodeUse(StrEnum):
    """What a one-time code is for."""

    SIGN_IN = "sign_in"
    SIGN_UP = "sign_up"


class ApartBy(StrEnum):
    """Who wants two people not to meet."""

    HERSELF = "herself"
    HUB = "hub"


class ApartWhy(StrEnum):
    """Why the hub keeps two people apart. One of these and no words: nothing is written about either."""

    ASKED = "asked"
    TROUBLE = "trouble"
    SAFEGUARDING = "safeguarding"
    ORDER = "order"

    @property
    def label(self) -> str:
        return _APART_LABELS[self]


_APART_LABELS = {
    ApartWhy.ASKED: mark("One of them asked us to"),
    ApartWhy.TROUBLE: mark("They did not get on at the hub"),
    ApartWhy.SAFEGUARDING: mark("The safeguarding lead says so"),
    ApartWhy.ORDER: mark("The police or a court say so"),
}


class ConsentFor(StrEnum):
    """What somebody said yes to."""

    WRITTEN_DOWN = "written_down"
    SUGGESTIONS = "suggestions"
    INTRODUCTION = "introduction"
    PHOTO = "photo"

    @property
    def label(self) -> str:
        return _CONSENT_LABELS[self]


_CONSENT_LABELS = {
    ConsentFor.WRITTEN_DOWN: mark("The hub may write me down"),
    ConsentFor.SUGGESTIONS: mark("Neighbours may see my first name and the words we share"),
    ConsentFor.INTRODUCTION: mark("I may be introduced to somebody"),
    ConsentFor.PHOTO: mark("I may be in a photo"),
}


class ConsentHow(StrEnum):
    """How it was said."""

    SPOKEN = "spoken"
    PHONE = "phone"
    WRITTEN = "written"

    @property
    def label(self) -> str:
        return _HOW_LABELS[self]


_HOW_LABELS = {
    ConsentHow.SPOKEN: mark("said at the hub"),
    ConsentHow.PHONE: mark("said on the phone"),
    ConsentHow.WRITTEN: mark("in writing"),
}


# What somebody else did for a person, as the trail has it, and how she reads it.
DONE_FOR_HER = {
    "wrote down": mark("wrote you down"),
    "changed": mark("changed how we reach you"),
    "noted a yes": mark("noted that you said yes"),
    "took a yes back": mark("noted that you took a yes back"),
    "printed a card": mark("printed your sign-in card"),
    "ended a card": mark("ended an older card"),
    "wrote a line for": mark("wrote down something you like or can show"),
    "took a line away for": mark("took away a line of yours"),
    "signed up": mark("signed you up"),
    "took off a list": mark("said that you cannot come"),
    "took a place for": mark("took a place for you"),
    "answered for": mark("passed on your answer"),
    "told": mark("rang you, or told you something"),
}


class RecordKind(StrEnum):
    """What staff may have seen about a host. Facts only."""

    FOOD_HYGIENE = "food_hygiene"
    INDUCTION = "induction"
    FIRST_AID = "first_aid"
    DBS_BASIC = "dbs_basic"
    DBS_ENHANCED = "dbs_enhanced"
    INSURANCE = "insurance"

    @property
    def label(self) -> str:
        return _RECORD_LABELS[self]


_RECORD_LABELS = {
    RecordKind.FOOD_HYGIENE: mark("Food hygiene, level 2"),
    RecordKind.INDUCTION: mark("Hub induction"),
    RecordKind.FIRST_AID: mark("First aid"),
    RecordKind.DBS_BASIC: mark("DBS check, basic"),
    RecordKind.DBS_ENHANCED: mark("DBS check, enhanced"),
    RecordKind.INSURANCE: mark("Own insurance"),
}


class SameWhy(StrEnum):
    """Why two rows look like one person."""

    CONTACT = "contact"
    NAME_WARD = "name_ward"
    SESSIONS = "sessions"

    @property
    def label(self) -> str:
        return _SAME_LABELS[self]


_SAME_LABELS = {
    SameWhy.CONTACT: mark("The same contact"),
    SameWhy.NAME_WARD: mark("The same name in the same ward"),
    SameWhy.SESSIONS: mark("The same name, at the same sessions"),
}


class SameStatus(StrEnum):
    """What staff said of a pair."""

    WAITING = "waiting"
    SAME = "same"
    DIFFERENT = "different"


NOT_A_CONTACT = mark("Write an e-mail address like name@example.org or a UK mobile number.")
NOT_AN_EMAIL = mark(
    "That does not look like a whole e-mail address. It needs an @ and an ending, like name@example.org."
)
NOT_A_MOBILE = mark("A UK mobile has 11 digits and starts with 07. Please look at the number again.")
NOT_A_NUMBER = mark("A UK number has 10 or 11 digits and starts with 0. Please look at the number again.")
MAIL_ONLY = mark("We cannot send texts yet. Please write an e-mail address.")
