"""What the front page and the page of what is mine show, gathered from the slices below."""

from collections.abc import Sequence
from dataclasses import dataclass

from participate.core import clock
from participate.home.rules.near import within_a_walk
from participate.places import queries as places
from participate.places.here import Here
from participate.sessions import queries as sessions
from participate.sessions.queries import Session, SessionCard
from participate.sessions.queries.front import list_week_spots
from participate.sessions.words import SignUpStatus

TODAY, WEEK = 3, 6


@dataclass(frozen=True)
class ThisWeek:
    """What is on in the next seven days: the first few, then more, and how many in all. `near`: within a walk."""

    first: list[SessionCard]
    more: list[SessionCard]
    total: int
    near: bool

    @property
    def all_today(self) -> bool:
        """Whether the first few are all of today."""
        return bool(self.first) and all(clock.local(card.starts_at).date() == clock.today() for card in self.first)


def wards_around(here: Here, wards: Sequence[places.Ward] = ()) -> list[int]:
    """The ids of the reader's ward, first, and of those beside it; none where nobody knows where she is."""
    return places.wards_near(here.ward_id, wards) if here.ward_id is not None else []


def this_week(here: Here, near: Sequence[int]) -> ThisWeek:
    """The sessions of the next seven days, those within a walk when there are enough. Two statements.

    `near`: the wards around her.
    """
    spots, narrowed = within_a_walk(list_week_spots(), near, here.square)
    ids = [spot.id for spot in spots[: TODAY + WEEK]]
    found = sessions.cards_of(ids)
    cards = [found[each] for each in ids if each in found]
    return ThisWeek(cards[:TODAY], cards[TODAY:], len(spots), narrowed)


def nearest_hub(here: Here, near: Sequence[int]) -> places.Hub | None:
    """The hub nearest to the reader, else one in the wards around her. Two statements, none where nobody knows where
    she is."""
    if not here.known:
        return None
    hubs = places.list_hubs()
    if here.square is not None:
        return places.nearest_hub(here.ward_id, here.square, hubs)
    around = [hub for hub in hubs if hub.ward_id in near]
    return min(around, key=lambda hub: (hub.ward_id != here.ward_id, hub.name, hub.id), default=None)


def easy_step(here: Here) -> list[SessionCard]:
    """The nearest easy first step of the week, for whoever finds nothing that fits. At most one."""
    return sessions.list_easy_near(wards_around(here), here.square)


def list_coming(person_id: int, most: int) -> list[tuple[Session, SignUpStatus | None]]:
    """What she comes to, or waits for, and how that stands; and where she welcomes people (None). The soonest first."""
    found: dict[int, tuple[Session, SignUpStatus | None]] = {
        each.session_id: (each.session, each.status) for each in sessions.list_to_come(person_id, most)
    }
    found |= {each.id: (each, None) for each in sessions.list_to_host(person_id)}
    return sorted(found.values(), key=lambda pair: (pair[0].starts_at, pair[0].id))
