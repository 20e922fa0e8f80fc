"""Words of the accounts."""

from enum import StrEnum

from participate.core.words import mark


class PersonKind(StrEnum):
    """How we know a person."""

    ACCOUNT = "account"
    ENTERED = "entered"
    GUEST = "guest"


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


NOT_A_CONTACT = mark("Write an e-mail address like name@example.org or a UK mobile number.")
NOT_AN_EMAIL = mark(
    "That does not look like a whole e-mail address. It needs an @ and an ending, like name@example.org."
)
NOT_A_MOBILE = mark("A UK mobile has 11 digits and starts with 07. Please look at the number again.")
MAIL_ONLY = mark("We cannot send texts yet. Please write an e-mail address.")
