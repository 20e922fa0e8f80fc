"""Words of the paper."""

from enum import StrEnum

from participate.core.words import mark


class LinkKind(StrEnum):
    """What a short link leads to."""

    SESSION = "session"
    PROJECT = "project"
    RECIPE = "recipe"
    WARD = "ward"
    PROGRAMME = "programme"


class Channel(StrEnum):
    """Where a short link stands."""

    POSTER = "poster"
    SLIP = "slip"
    NEWSPAPER = "newspaper"
    MESSAGE = "message"
    INVITE = "invite"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Channel.POSTER: mark("Posters"),
    Channel.SLIP: mark("Tear-off slips"),
    Channel.NEWSPAPER: mark("Newspaper"),
    Channel.MESSAGE: mark("Messages"),
    Channel.INVITE: mark("Printed invites"),
}
