"""Asks: eight teams ask the same neighbour at once, and one of them asks her."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import delete, func, select, text

from participate.core import clock
from participate.core.db import db
from participate.matching.assembling.problem import Offer
from participate.matching.models import Ask, ProjectSet
from participate.matching.service import asking
from participate.matching.words import AskStatus, SetStatus
from participate.profiles.words import Theme
from participate.projects.models import Need, Project
from participate.projects.words import NeedKind, Stage
from tests.races.racing import Job, Race, Start
from tests.races.seats import people

TEAMS = 8


def _stuck() -> tuple[Project, Need]:
    now = clock.now()
    made = Project(name="Wool", about="Wool.", theme=Theme.MAKE, stage=Stage.GATHERING, made_at=now, changed_at=now)
    made.needs = [Need(kind=NeedKind.PERSON, words="Someone who spins", made_at=now)]
    db.session.add(made)
    db.session.flush()
    return made, made.needs[0]


def _set(project_id: int, maker_id: int) -> ProjectSet:
    starts_at = clock.now() + timedelta(days=7)
    made = ProjectSet(
        project_id=project_id, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), heads=4,
        status=SetStatus.ASKING, made_by=maker_id, made_at=clock.now(),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made


def asks(set_id: int, need_id: int, person_id: int) -> Job:
    """One team asks her."""

    def ask() -> None:
        offer = Offer(need_id, f"person:{person_id}", f"person:{person_id}", frozenset({0}))
        asking.ask_one(db.session.get_one(ProjectSet, set_id), [(offer, db.session.get_one(Need, need_id))])

    return ask


def one_open_ask() -> Start:
    """Eight teams find the same neighbour at the same moment."""
    her, maker = people(2)
    jobs = []
    for _team in range(TEAMS):
        project, need = _stuck()
        jobs.append(asks(_set(project.id, maker).id, need.id, her))

    def faults() -> list[str]:
        open_ = (Ask.person_id == her, Ask.status == AskStatus.ASKED)
        number = db.session.scalar(select(func.count(Ask.id)).where(*open_))
        return [] if number == 1 else [f"{number} ask her at once"]

    return Start(jobs, faults)


@contextmanager
def index_off() -> Iterator[None]:
    """Within the block the database lets a person be asked twice. Afterwards no set is left."""
    db.session.commit()
    with db.engine.begin() as connection:
        connection.execute(text("DROP INDEX uq_ask_open"))
    try:
        yield
    finally:
        db.session.rollback()
        db.session.execute(delete(ProjectSet))
        db.session.commit()
        with db.engine.begin() as connection:
            connection.execute(text("CREATE UNIQUE INDEX uq_ask_open ON ask (person_id) WHERE status = 'asked'"))


RACES = (Race("one-open-ask eight teams find one neighbour, one asks her", one_open_ask, index_off),)
