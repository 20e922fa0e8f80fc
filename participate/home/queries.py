"""What the front page and the page of what is mine show, gathered from the slices below."""

from dataclasses import dataclass

from participate.core import clock
from participate.places import queries as places
from participate.places.here import Here
from participate.sessions import queries as sessions
from participate.sessions.queries import SessionCard

TODAY, WEEK = 3, 6


@dataclass(frozen=True)
class ThisWeek:
    """What is on in the next seven days: the first few, then more, and how many in all. `near`: in wards around."""

    first: list[SessionCard]
    more: list[SessionCard]
    total: int
    near: bool

    @property
    def all_today(self) -> bool:
        """Whether the first few are all of today."""
        return bool(self.first) and all(clock.local(card.starts_at).date() == clock.today() for card in self.first)


def this_week(here: Here) -> ThisWeek:
    """The sessions of the next seven days, those in her ward and the wards beside it when there are enough."""
    near = places.wards_near(here.ward_id) if here.ward_id is not None else []
    page = sessions.list_this_week(near, size=TODAY + WEEK)
    if near and page.total < TODAY:
        near, page = [], sessions.list_this_week(size=TODAY + WEEK)
    cards = list(page.items)
    return ThisWeek(cards[:TODAY], cards[TODAY:], page.total, bool(near))


def easy_step(here: Here) -> list[SessionCard]:
    """The nearest easy first step of the week, for whoever finds nothing that fits. At most one."""
    near = places.wards_near(here.ward_id) if here.ward_id is not None else []
    return sessions.list_easy_near(near, here.square)
