"""Rows as they are, and how they are laid out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import select

from participate.accounts.models import Person
from participate.core.clock import local
from participate.core.db import db
from participate.core.text import slug_of
from participate.insight.periods import Period
from participate.insight.words import Grain
from participate.places.models import Ward
from participate.sessions.models import Session
from participate.sessions.words import SessionStatus

TEN_DAYS = timedelta(days=10)

Cells = dict[tuple[str, str], tuple[int, int, int]]  # (area, split) → value, people, the largest


@cache
def rows(table: type) -> list[Any]:
    """All rows of a table, in order; read once for each recount."""
    return list(db.session.scalars(select(table).order_by(table.id)))


def counts(period: Period, happened: datetime | date | None, written: datetime | None = None) -> bool:
    """Whether the counting moment lies in the period."""
    if happened is None:
        return False
    day = local(happened).date() if isinstance(happened, datetime) else happened
    if written is not None:
        day = max(day, local(written - TEN_DAYS).date())
    return period.first <= day <= period.last


@dataclass
class Part:
    """One row's share: where, how much, who stands behind it, whose it is."""

    ward: int | None
    units: int = 1
    people: Iterable[int] = ()
    owners: Iterable[str] = ()


def areas_of(ward_id: int | None) -> list[str]:
    ward = db.session.get(Ward, ward_id) if ward_id else None
    if ward is None:
        return ["borough", "unknown"]
    return ["borough", f"ward:{ward.code}", *([f"locality:{slug_of(ward.locality)}"] if ward.locality else [])]


def told(period: Period) -> list[str]:
    if period.grain is Grain.MONTH:
        return ["borough"]
    return sorted({area for ward in rows(Ward) for area in areas_of(ward.id)} | {"unknown"})


def laid(period: Period, parts: Iterable[Part], *, of_people: bool = False, public: bool = False) -> Cells:
    """The parts put into their areas. `of_people`: the value is the people; `public`: the people are the value."""
    value: dict[str, int] = defaultdict(int)
    people: dict[str, set[int]] = defaultdict(set)
    owned: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for part in parts:
        for area in areas_of(part.ward):
            value[area] += part.units
            people[area] |= set(part.people)
            for owner in part.owners:
                owned[area][owner] += part.units
    found: Cells = {}
    for area in told(period):
        behind = len(people[area])
        number = behind if of_people else value[area]
        found[area, ""] = (number, number if public else behind, max(owned[area].values(), default=0))
    return found


def borough(value: int, people: int | None = None, largest: int = 0) -> Cells:
    return {("borough", ""): (value, value if people is None else people, largest)}


def is_held(session: Session) -> bool:
    return session.counted_at is not None and session.status is not SessionStatus.CANCELLED and not session.hidden_at


def held(period: Period) -> list[Session]:
    return [one for one in rows(Session) if is_held(one) and counts(period, one.starts_at, one.counted_at)]


def in_the_end(person_id: int) -> Person:
    person = db.session.get_one(Person, person_id)
    return in_the_end(person.merged_into_id) if person.merged_into_id else person
