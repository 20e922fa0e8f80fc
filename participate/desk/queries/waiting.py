"""Everything that waits on a desk, the most pressing and then the oldest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CompoundSelect, Row, Select, and_, case, func, or_, select, union_all
from sqlalchemy.orm import aliased

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.core.paging import SIZE, Page
from participate.core.text import first_name, shorten
from participate.desk.models import Claim
from participate.desk.queries.area import Area, hours_of
from participate.desk.queries.sources import ALL
from participate.desk.words import REPORTED, Risk, WaitKind
from participate.moderation.rules.urgency import due_of
from participate.moderation.words import Urgency
from participate.places.rules.answer_days import answer_by

TITLE = 90
# Their answer is promised for a day; the others name their own, or none.
_ANSWERED = (
    WaitKind.IDEA, WaitKind.BOOKING, WaitKind.LOAN_ASKED,
    WaitKind.HELLO, WaitKind.PHOTO, WaitKind.FUND_ASK,
)  # fmt: skip
_URGENCY = tuple(Urgency)


@dataclass(frozen=True)
class Waiting:
    """One thing that waits. `who` is a first name, "" where nobody asks; `note` more about it; `due` by when.

    `held_by`: the first name of whoever has it in hand, "" for nobody; `mine`: that is the reader.
    """

    kind: WaitKind
    id: int
    title: str
    who: str
    note: str
    since: datetime
    due: datetime | None
    risk: Risk
    path: str
    owner_id: int | None
    held_by: str
    held_until: datetime | None
    mine: bool

    @property
    def key(self) -> str:
        """How a tick names it: "idea:7"."""
        return f"{self.kind}:{self.id}"

    @property
    def late(self) -> bool:
        return self.risk is Risk.LATE or (self.due is not None and self.due < clock.now())


@dataclass(frozen=True)
class Counts:
    """How many things wait, by kind; how many of them too long; how many the reader has in hand."""

    by_kind: dict[WaitKind, int]
    late: int
    now: int
    mine: int

    @property
    def total(self) -> int:
        return sum(self.by_kind.values())


def _all(area: Area) -> CompoundSelect[Any]:
    return union_all(*(source(area) for source in ALL))


def _held(area: Area) -> Select[Any]:
    """The rows of every source with whoever has them in hand; those that a press will settle soon are left out."""
    rows = _all(area).subquery("waiting")
    in_hand = and_(Claim.kind == rows.c.kind, Claim.thing_id == rows.c.id, Claim.until > area.now)
    own = case((rows.c.claimed_until > area.now, rows.c.claimed_by))
    holder = func.coalesce(Claim.person_id, own).label("holder")
    query = select(rows, holder, func.coalesce(Claim.until, rows.c.claimed_until).label("until")).outerjoin(
        Claim, in_hand
    )
    settled = and_(Claim.id.is_not(None), Claim.undo_id.is_not(None))
    return query.where(~settled)


def list_waiting(
    area: Area, number: int, *, kind: WaitKind | None = None, mine: bool = False, total: int, size: int = SIZE
) -> Page[Waiting]:
    """A page of what waits, of one kind or of all; `mine`: what the reader has in hand. `total`: as counted.

    One statement.
    """
    rows = _held(area).subquery("held")
    holder = aliased(Person)
    chosen = select(rows, holder.name.label("holder_name")).outerjoin(holder, holder.id == rows.c.holder)
    if kind is not None:
        chosen = chosen.where(rows.c.kind == kind.value)
    if mine:
        chosen = chosen.where(rows.c.holder == area.reader_id)
    chosen = chosen.order_by(rows.c.risk, rows.c.since, rows.c.kind, rows.c.id)
    found = db.session.execute(chosen.limit(size).offset((number - 1) * size)).all()
    return Page([_waiting(row, area) for row in found], number, size, total)


def _waiting(row: Row[Any], area: Area) -> Waiting:
    kind, due = WaitKind(row.kind), row.due
    if kind in REPORTED:
        due = due_of(_URGENCY[row.parent], row.since)
    elif due is None and kind in _ANSWERED:
        due = answer_by(clock.local(row.since), hours_of(area.hub_of(row.hub)))
    return Waiting(
        kind=kind, id=row.id, title=shorten(row.title or "", TITLE), who=first_name(row.who or ""),
        note=shorten(row.note or "", TITLE), since=row.since, due=due, risk=Risk(row.risk),
        path=kind.path.format(id=row.id, parent=row.parent), owner_id=row.owner,
        held_by=first_name(row.holder_name or ""), held_until=row.until if row.holder else None,
        mine=row.holder == area.reader_id,
    )  # fmt: skip


def count_waiting(area: Area) -> Counts:
    """How much waits, by kind. One statement."""
    rows = _held(area).subquery("held")
    mine = func.sum(case((rows.c.holder == area.reader_id, 1), else_=0))
    counted = select(rows.c.kind, rows.c.risk, func.count(), mine).group_by(rows.c.kind, rows.c.risk)
    by_kind: dict[WaitKind, int] = {}
    late = now = in_hand = 0
    for kind, risk, many, own in db.session.execute(counted):
        by_kind[WaitKind(kind)] = by_kind.get(WaitKind(kind), 0) + many
        late += many if risk == Risk.LATE else 0
        now += many if risk == Risk.NOW else 0
        in_hand += own
    ordered = {kind: by_kind[kind] for kind in WaitKind if kind in by_kind}
    return Counts(ordered, late, now, in_hand)


def list_keys(area: Area, keys: Sequence[tuple[WaitKind, int]]) -> list[Waiting]:
    """Those of the ticked things that still wait here, in the order of the list. One statement."""
    if not keys:
        return []
    rows, holder = _held(area).subquery("held"), aliased(Person)
    chosen = select(rows, holder.name.label("holder_name")).outerjoin(holder, holder.id == rows.c.holder)
    ticked = [and_(rows.c.kind == kind.value, rows.c.id == number) for kind, number in keys]
    chosen = chosen.where(or_(*ticked)).order_by(rows.c.risk, rows.c.since, rows.c.kind, rows.c.id)
    return [_waiting(row, area) for row in db.session.execute(chosen)]
