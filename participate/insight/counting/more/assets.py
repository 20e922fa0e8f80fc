"""Counting what there is to use in a ward on the last day of a period."""

from collections.abc import Mapping

from sqlalchemy import Select, select, union_all

from participate.insight.counting.given import Ground
from participate.insight.counting.more.areas import cells, counted
from participate.insight.counting.more.projects import alive_at
from participate.insight.counting.more.spaces import AT_HOME
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.materials.models import Material
from participate.materials.words import Deal
from participate.organisations.models import Offered
from participate.places.models import Hub
from participate.spaces.models import Space
from participate.spaces.words import SpaceKind


def civic_assets(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Spaces that are no homes, hubs, projects that are alive, and kinds of things to lend. All of them are public."""
    alive = alive_at(period.bounds[1])
    every = union_all(
        _offered(Space, period).where(~AT_HOME, Space.kind != SpaceKind.SITE),
        _offered(Material, period).where(Material.deal == Deal.LEND),
        select(Hub.ward_id.label("ward")),
        select(alive.c.ward),
    ).subquery()
    return cells(ground, period, counted(ground, select(every.c.ward)))


def _offered(kind: type[Offered], period: Period) -> Select:
    """Shown on the last day: there by then, not hidden, and not over."""
    shown = (kind.hidden_at.is_(None), kind.made_at < period.bounds[1], kind.expires_on >= period.last)
    return select(kind.ward_id.label("ward")).where(*shown)
