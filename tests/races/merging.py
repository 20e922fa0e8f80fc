"""Two of the staff decide about the same pair at once: one of them does."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from sqlalchemy import select

from participate.accounts import queries, service
from participate.accounts.models import Merge, Person
from participate.accounts.service import merging
from participate.accounts.words import PersonStatus
from participate.core.db import db
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, people


def merges(actor_id: int, kept: int, gone: int) -> Job:
    """One of the staff says that these are one, and which row stays."""
    return lambda: service.merge(actor_id, queries.get_person(kept), queries.get_person(gone))


def one_decides() -> Start:
    """Four colleagues, two for each way round: one of the two rows stays, and there is one merge."""
    one, other, *staff = people(6)
    jobs = [merges(actor, *((one, other) if number % 2 else (other, one))) for number, actor in enumerate(staff)]

    def faults() -> list[str]:
        rows = db.session.scalars(select(Person).where(Person.id.in_((one, other)))).all()
        made = db.session.scalars(select(Merge.id).where(Merge.kept_id.in_((one, other)))).all()
        active = [each for each in rows if each.status is PersonStatus.ACTIVE]
        return (
            [f"{len(active)} of them are left after {len(made)} merges"] if len(active) != 1 or len(made) != 1 else []
        )

    return Start(jobs, faults)


def _look_then_leap(kept: Person, gone: Person) -> None:
    db.session.commit()
    time.sleep(GAP)


@contextmanager
def merge_guard_off() -> Iterator[None]:
    """Nobody holds the two rows: a look whether they are members, then a leap."""
    with patch.object(merging, "_hold", _look_then_leap):
        yield


RACES = (Race("one-merge four of the staff decide about one pair", one_decides, merge_guard_off),)
