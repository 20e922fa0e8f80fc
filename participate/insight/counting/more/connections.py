"""Counting people who were brought together.

A connection has two ends. Where both lie in one ward it is that ward's; where they lie in two it is a line of its own
("across"), for it would be counted twice if each ward had it, and the wards would not add up.
"""

from collections.abc import Mapping

from sqlalchemy import Select, case, distinct, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, aliased

from participate.accounts.models import Person
from participate.insight.counting.given import Ground
from participate.insight.counting.held import roots
from participate.insight.counting.more.areas import cells, largest, of_borough, people, summed
from participate.insight.counting.more.when import at
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.introductions.models import Introduction

WITHIN, ACROSS = "within", "across"


def connections(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Pairs of whom both said yes."""
    return _in_borough(ground, _sides(period))


def connections_across(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Pairs who live in two different wards."""
    sides = _sides(period).subquery()
    return _in_borough(ground, select(sides).where(sides.c.reach == ACROSS))


def connections_within(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Pairs who live in one ward, by that ward."""
    sides = _sides(period).subquery()
    within = select(sides.c.ward, sides.c.pair, sides.c.person).where(sides.c.reach == WITHIN)
    ends = within.subquery()
    pairs = select(ends.c.ward, func.count(distinct(ends.c.pair))).group_by(ends.c.ward)
    hers = select(ends.c.ward, ends.c.person.label("owner"), literal(1).label("units"))
    behind, most = people(ground, period, within), largest(ground, period, hers)
    return cells(ground, period, summed(ground, pairs), behind=behind, most=most)


def connected_people(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Different people with a new connection, where they live."""
    sides = _sides(period).subquery()
    return cells(ground, period, people(ground, period, select(sides.c.ward, sides.c.person)))


def connected_across(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Those of them with a new connection to somebody in another ward."""
    sides = _sides(period).subquery()
    across = select(sides.c.ward, sides.c.person).where(sides.c.reach == ACROSS)
    return cells(ground, period, people(ground, period, across))


def _in_borough(ground: Ground, sides: Select) -> Mapping[Key, Counted]:
    found = sides.subquery()
    numbers = select(func.count(distinct(found.c.pair)), func.count(distinct(found.c.person)))
    pairs, persons = ground.connection.execute(numbers).one()
    hers = ground.connection.scalars(select(func.count()).select_from(found).group_by(found.c.person)).all()
    return of_borough(pairs, persons, max(hers, default=0))


def _sides(period: Period) -> Select:
    """Two rows for each connection: the pair, the person, her ward, and whether the other lives there too.

    A ward that is not known is the same as none and different from none.
    """
    both = union_all(
        _side(period, Introduction.low_id, Introduction.high_id),
        _side(period, Introduction.high_id, Introduction.low_id),
    ).subquery()
    return select(both)


def _side(period: Period, own: InstrumentedAttribute[int], other: InstrumentedAttribute[int]) -> Select:
    mine, hers, me, her = roots().alias(), roots().alias(), aliased(Person), aliased(Person)
    return (
        select(
            Introduction.id.label("pair"), me.id.label("person"), me.ward_id.label("ward"),
            case((me.ward_id == her.ward_id, WITHIN), (me.ward_id != her.ward_id, ACROSS), else_="").label("reach"),
        )
        .outerjoin(mine, mine.c.id == own).outerjoin(hers, hers.c.id == other)
        .join(me, me.id == func.coalesce(mine.c.root, own)).join(her, her.id == func.coalesce(hers.c.root, other))
        .where(Introduction.opened_at.is_not(None), at(period, Introduction.opened_at))
    )  # fmt: skip
