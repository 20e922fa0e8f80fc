"""The figures of a month: several processes find it missing at once; one makes it, and each cell is there once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import Index, MetaData, PrimaryKeyConstraint, delete, func, select, text

from participate.core import clock
from participate.core.db import db
from participate.insight.models import Figure, Snapshot
from participate.insight.periods import read
from participate.insight.snapshots import make_snapshot
from participate.profiles.words import Theme
from participate.projects.models import Project
from participate.projects.words import Stage
from participate.sessions.models import Session
from tests.races.racing import Job, Race, Start

MAKERS = 4
MONTH = read("2026-05")  # closed on 11 June, before the clock of the tests
TABLES = ("figure", "snapshot")


def lay_out() -> Start:
    """One session in May that was counted, and nobody has made its figures."""
    db.session.execute(delete(Figure))
    db.session.execute(delete(Snapshot))
    began = datetime(2026, 5, 10, 18, tzinfo=UTC)
    if db.session.scalar(select(func.count()).select_from(Session)) == 0:
        now = clock.now()
        project = Project(
            name="Tea", about="Tea.", theme=Theme.COOK, stage=Stage.RUNNING, made_at=now, changed_at=now
        )  # fmt: skip
        db.session.add(project)
        db.session.flush()
        ends = began + timedelta(hours=1)
        db.session.add(
            Session(
                project_id=project.id, name="Tea", starts_at=began, ends_at=ends, counted_at=ends, made_at=now,
                changed_at=now,
            )
        )  # fmt: skip
        db.session.flush()
    makes: Job = lambda: make_snapshot(MONTH)  # noqa: E731
    return Start([makes] * MAKERS, _faults)


def _faults() -> list[str]:
    months = db.session.scalar(select(func.count()).select_from(Snapshot))
    cell = (Figure.measure, Figure.period, Figure.area, Figure.split)
    twice = select(func.count()).select_from(Figure).group_by(*cell).having(func.count() > 1).limit(1)
    faults = [] if months == 1 else [f"{months} snapshots of one month"]
    return faults + (["a figure was published twice"] if db.session.scalar(twice) else [])


@contextmanager
def guard_off() -> Iterator[None]:
    """Within the block the tables keep no constraint. Afterwards they are those from before."""
    db.session.rollback()
    with db.engine.begin() as connection:
        for name in TABLES:
            connection.execute(text(f"ALTER TABLE {name} RENAME TO {name}_kept"))
        _bare().create_all(connection)
    try:
        yield
    finally:
        db.session.rollback()
        with db.engine.begin() as connection:
            for name in TABLES:
                connection.execute(text(f"DROP TABLE {name}"))
                connection.execute(text(f"ALTER TABLE {name}_kept RENAME TO {name}"))


def _bare() -> MetaData:
    """The two tables with nothing but their columns and keys."""
    bare = MetaData()
    for name in TABLES:
        table = db.metadata.tables[name].to_metadata(bare)
        table.constraints = {each for each in table.constraints if isinstance(each, PrimaryKeyConstraint)}
        table.primary_key.name = None  # the name is taken
        table.indexes = set[Index]()
        for column in table.columns:
            column.foreign_keys = set()
    return bare


RACES = (Race("P-25 one month, several makers", lay_out, guard_off),)
