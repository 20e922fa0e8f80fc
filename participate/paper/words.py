"""Words of the paper."""

from enum import StrEnum

from participate.core.words import mark


class LinkKind(StrEnum):
    """What a short link leads to."""

    SESSION = "session"
    PROJECT = "project"
    RECIPE = "recipe"
    WARD = "ward"
    STREET = "street"
    PROGRAMME = "programme"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]


class Channel(StrEnum):
    """Where a short link stands."""

    POSTER = "poster"
    SLIP = "slip"
    NEWSPAPER = "newspaper"
    MESSAGE = "message"
    INVITE = "invite"

    @property
    def label(self) -> str:
        return _CHANNEL_LABELS[self]


_KIND_LABELS = {
    LinkKind.SESSION: mark("Session"),
    LinkKind.PROJECT: mark("Project"),
    LinkKind.RECIPE: mark("Recipe"),
    LinkKind.WARD: mark("Neighbourhood"),
    LinkKind.STREET: mark("Street"),
    LinkKind.PROGRAMME: mark("Programme"),
}
_CHANNEL_LABELS = {
    Channel.POSTER: mark("Posters"),
    Channel.SLIP: mark("Tear-off slips"),
    Channel.NEWSPAPER: mark("Newspaper"),
    Channel.MESSAGE: mark("Messages"),
    Channel.INVITE: mark("Printed invites"),
}


class Size(StrEnum):
    """A size of sheet."""

    A4 = "a4"
    A5 = "a5"

    @property
    def label(self) -> str:
        return self.value.upper()
