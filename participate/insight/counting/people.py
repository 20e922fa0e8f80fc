"""Different people: those whom we know by name, each once, in the ward where they live."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from sqlalchemy import CTE, ColumnElement, Subquery, case, func, or_, select, union_all

from participate.accounts.models import Person, SamePerson
from participate.accounts.words import SameStatus
from participate.core import clock
from participate.insight.counting.areas import Cut, cuts_of, filled, where_lived
from participate.insight.counting.cells import people_of
from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.held import held_between, held_in, known_adults
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, WHOLE, Split
from participate.places.models import Ward

REGULAR_TIMES, REGULAR_DAYS = 4, timedelta(days=90)


def people(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Everybody who came, by name."""
    held = held_in(period)
    came = known_adults(held, held.c.theme).distinct().subquery()
    cuts = cuts_of(period, Split.THEME)
    base = lives(came, came.c.theme)
    return filled(ground, cuts, people_of(ground, base, cuts), where_lived(ground, period))


def regulars(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Who came four times or more in the last ninety London days of the period."""
    held = held_between(clock.moment_of(period.after - REGULAR_DAYS, time()), period.bounds[1])
    came = known_adults(held).subquery()
    often = select(came.c.person).group_by(came.c.person).having(func.count() >= REGULAR_TIMES).subquery()
    cuts = cuts_of(period)
    return filled(ground, cuts, people_of(ground, lives(often), cuts), where_lived(ground, period))


def how_often(ground: Ground, period: Period) -> dict[Key, Counted]:
    """The people of the period by how often they came in it."""
    came = known_adults(held_in(period)).subquery()
    times = func.count()
    length = case((times == 1, "once"), (times <= 3, "two_three"), else_="four_more").label(Split.LENGTH)
    base = select(came.c.person, length).group_by(came.c.person).cte("often")
    cuts = [Cut("borough"), Cut("borough", Split.LENGTH)]
    return filled(ground, cuts, people_of(ground, base, cuts), where_lived(ground, period))


def likely_doubles(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Pairs that waited for somebody to look at the end of the period, both of whom came in it."""
    end = period.bounds[1]
    waiting = or_(SamePerson.status == SameStatus.WAITING, SamePerson.decided_at >= end)
    pairs = select(SamePerson.low_id, SamePerson.high_id).where(SamePerson.found_at < end, waiting)
    came = known_adults(held_in(period)).subquery()
    some = union_all(*(select(each) for each in pairs.subquery().c))
    there = set(ground.connection.scalars(select(came.c.person).where(came.c.person.in_(some)).distinct()))
    many = sum({low, high} <= there for low, high in ground.connection.execute(pairs))
    return {(BOROUGH, WHOLE): Counted(many, many, 0, where_lived(ground, period)((BOROUGH, WHOLE)))}


def lives(found: Subquery, *columns: ColumnElement[Any]) -> CTE:
    """These people with the ward in which they live."""
    return (
        select(found.c.person, Ward.code.label("ward"), Ward.locality, *columns)
        .join(Person, Person.id == found.c.person)
        .outerjoin(Ward, Ward.id == Person.ward_id)
        .cte("lives")
    )


COUNTERS: dict[str, Counter] = {
    "people": people, "regulars": regulars, "how_often": how_often, "likely_doubles": likely_doubles,
}  # fmt: skip
