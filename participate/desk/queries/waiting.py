"""Everything that waits on a desk, the most pressing and then the oldest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Executable,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    case,
    cast,
    func,
    null,
    or_,
    select,
    union_all,
)

from participate.accounts.queries import first_names_of
from participate.core import clock
from participate.core.db import db
from participate.core.paging import SIZE, Page
from participate.core.text import first_name, shorten
from participate.desk.models import Claim
from participate.desk.queries.area import Area, Shape, hours_of
from participate.desk.queries.sources import ALL, OFFSETS, Source, light, only
from participate.desk.words import REPORTED, Risk, WaitKind
from participate.moderation.rules.urgency import due_of
from participate.moderation.words import Urgency
from participate.places.rules.answer_days import answer_by

TITLE = 90
ORDER = ("risk", "since", "kind", "id")
# Their answer is promised for a day; the others name their own, or none.
_ANSWERED = (
    WaitKind.IDEA, WaitKind.BOOKING, WaitKind.LOAN_ASKED,
    WaitKind.HELLO, WaitKind.PHOTO, WaitKind.FUND_ASK, WaitKind.PLEDGE,
)  # fmt: skip
_URGENCY = tuple(Urgency)


@dataclass(frozen=True)
class Waiting:
    """One thing that waits. `who` is a first name, "" where nobody asks; `note` more about it; `due` by when;
    `starts` and `ends`: when that is which is asked for.

    `held_by`: the first name of whoever has it in hand, "" for nobody; `mine`: that is the reader.
    """

    kind: WaitKind
    id: int
    title: str
    who: str
    note: str
    starts: datetime | None
    ends: datetime | None
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


def _sources(kinds: frozenset[WaitKind]) -> list[Source]:
    return [source for source, theirs in ALL.items() if not kinds or kinds & set(theirs)]


@lru_cache(maxsize=256)
def _held(shape: Shape, kinds: frozenset[WaitKind] = frozenset()) -> Select[Any]:
    """The rows of every source, or of those with some of these kinds, with whoever has them in hand.

    What a press will settle soon is left out. Made once for each shape, for there is much of it.
    """
    rows = union_all(*(light(source(shape)) for source in _sources(kinds))).subquery("waiting")
    in_hand = and_(Claim.kind == rows.c.kind, Claim.thing_id == rows.c.id, Claim.until > shape.at())
    own = case((rows.c.claimed_until > shape.at(), rows.c.claimed_by))
    query = select(
        rows.c.kind, rows.c.id, rows.c.risk, rows.c.since, func.coalesce(Claim.person_id, own).label("holder"),
        func.coalesce(Claim.until, rows.c.claimed_until).label("until"),
    ).outerjoin(Claim, in_hand)  # fmt: skip
    settled = and_(Claim.id.is_not(None), Claim.undo_id.is_not(None))
    query = query.where(~settled)
    return query.where(rows.c.kind.in_([kind.value for kind in kinds])) if kinds else query


@lru_cache(maxsize=256)
def _counts_and_page(shape: Shape, kind: WaitKind | None, mine: bool) -> CompoundSelect[Any]:
    """How many there are, one row for each kind and risk, and the rows of one page, in which `many` is null.

    In one statement, so that the database looks for everything that waits but once, and plans it but once.
    """
    rows = _held(shape).cte("held")
    own = func.sum(case((rows.c.holder == shape.reader, 1), else_=0))
    counts = select(
        rows.c.kind, rows.c.risk, func.count().label("many"), own.label("own"), _null(rows.c.id), _null(rows.c.since),
        _null(rows.c.holder), _null(rows.c.until),
    ).group_by(rows.c.kind, rows.c.risk)  # fmt: skip
    page = select(
        rows.c.kind, rows.c.risk, cast(null(), Integer).label("many"), cast(null(), Integer).label("own"), rows.c.id,
        rows.c.since, rows.c.holder, rows.c.until,
    ).order_by(*(rows.c[name] for name in ORDER))  # fmt: skip
    page = page.limit(bindparam("most", type_=Integer())).offset(bindparam("after", type_=Integer()))
    page = page if kind is None else page.where(rows.c.kind == kind.value)
    page = page.where(rows.c.holder == shape.reader) if mine else page
    return union_all(counts, select(page.subquery("page")))


def _null(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(null(), column.type).label(column.key)


@lru_cache(maxsize=512)
def _whole(shape: Shape, kinds: frozenset[WaitKind]) -> Executable:
    """All columns of the rows whose ids are given for each source."""
    parts = [
        only(source(shape), bindparam(f"ids_{source.__name__}", expanding=True), grouped=source in _GROUPED)
        for source in _sources(kinds)
    ]
    return union_all(*parts)


_GROUPED = [source for source, kinds in ALL.items() if set(kinds) & set(REPORTED)]


def list_waiting(
    area: Area, number: int, *, kind: WaitKind | None = None, mine: bool = False, size: int = SIZE
) -> tuple[Counts, Page[Waiting]]:
    """How much waits, and a page of it, of one kind or of all; `mine`: of what the reader has in hand.

    Two statements, and one for the names of whoever has something in hand.
    """
    facts = area.facts(*OFFSETS) | {"most": size, "after": (number - 1) * size}
    found = db.session.execute(_counts_and_page(area.shape, kind, mine), facts).all()
    counts = _counts([row for row in found if row.many is not None])
    page = sorted((row for row in found if row.many is None), key=attrgetter(*ORDER))
    total = counts.total if kind is None else counts.by_kind.get(kind, 0)
    return counts, Page(_filled(area, page), number, size, counts.mine if mine else total)


def _filled(area: Area, rows: Sequence[Row[Any]]) -> list[Waiting]:
    """The rows with all that a line shows, in their order."""
    kinds = frozenset(WaitKind(row.kind) for row in rows)
    if not kinds:
        return []
    ids = {
        f"ids_{source.__name__}": [row.id for row in rows if row.kind in set(ALL[source])] for source in _sources(kinds)
    }
    whole = db.session.execute(_whole(area.shape, kinds), area.facts(*OFFSETS) | ids)
    found = {(row.kind, row.id): row for row in whole}
    names = first_names_of(row.holder for row in rows if row.holder is not None)
    return [
        _waiting(found[row.kind, row.id], row, names.get(row.holder, ""), area)
        for row in rows
        if (row.kind, row.id) in found
    ]


def _waiting(row: Row[Any], held: Row[Any], holder: str, area: Area) -> Waiting:
    kind, due = WaitKind(row.kind), row.due
    if kind in REPORTED:
        due = due_of(_URGENCY[row.parent], row.since)
    elif due is None and kind in _ANSWERED:
        due = answer_by(clock.local(row.since), hours_of(area.hub_of(row.hub)))
    return Waiting(
        kind=kind, id=row.id, title=shorten(row.title or "", TITLE), who=first_name(row.who or ""),
        note=shorten(row.note or "", TITLE), starts=row.starts, ends=row.ends, since=row.since, due=due,
        risk=Risk(row.risk), path=kind.path.format(id=row.id, parent=row.parent), owner_id=row.owner, held_by=holder,
        held_until=held.until if held.holder else None,
        mine=held.holder == area.reader_id,
    )  # fmt: skip


def _counts(rows: Sequence[Row[Any]]) -> Counts:
    by_kind: dict[WaitKind, int] = {}
    late = now = in_hand = 0
    for row in rows:
        kind = WaitKind(row.kind)
        by_kind[kind] = by_kind.get(kind, 0) + row.many
        late += row.many if row.risk == Risk.LATE else 0
        now += row.many if row.risk == Risk.NOW else 0
        in_hand += row.own
    ordered = {kind: by_kind[kind] for kind in WaitKind if kind in by_kind}
    return Counts(ordered, late, now, in_hand)


def list_keys(area: Area, keys: Sequence[tuple[WaitKind, int]]) -> list[Waiting]:
    """Those of the ticked things that still wait here, in the order of the list. Two statements, or three."""
    if not keys:
        return []
    kinds = frozenset(kind for kind, _number in keys)
    rows = _held(area.shape, kinds).subquery("held")
    ticked = [and_(rows.c.kind == kind.value, rows.c.id == number) for kind, number in keys]
    chosen = select(rows).where(or_(*ticked)).order_by(*(rows.c[name] for name in ORDER))
    return _filled(area, db.session.execute(chosen, area.facts(*OFFSETS)).all())
