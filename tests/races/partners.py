"""Partners: what was given counts once, an invitation is one person's, no day is reported twice, one offer a need."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from unittest.mock import patch

from sqlalchemy import func, select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.missions import service as missions
from participate.missions.models import Mission, MissionOutcome
from participate.missions.service import outcomes
from participate.missions.words import MissionMeasure
from participate.organisations import service
from participate.organisations.models import Member, MemberInvite, Organisation, Pledge, PledgeGiven
from participate.organisations.service import invites, pledges
from participate.organisations.words import OrganisationKind, PledgeKind
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, people

COLLEAGUES = 8
_numbers = count(1)


def partner() -> Organisation:
    """A new partner."""
    made = Organisation(name=f"Partner {next(_numbers)}", kind=OrganisationKind.FIRM, made_at=clock.now())
    db.session.add(made)
    db.session.flush()
    return made


def noted_once() -> Start:
    """Eight colleagues note the same ten coats at once: ten are counted."""
    facts = service.PledgeFacts(PledgeKind.MATERIAL, "coats", 100)
    number = service.pledge(None, partner(), facts).id

    def note() -> None:
        service.note_given(None, db.session.get_one(Pledge, number), 10, clock.today(), 0)

    def faults() -> list[str]:
        met = db.session.get_one(Pledge, number, populate_existing=True).met
        rows = db.session.scalar(select(func.sum(PledgeGiven.units)).where(PledgeGiven.pledge_id == number))
        return [] if (met, rows) == (10, 10) else [f"{met} counted, {rows} in rows, 10 were given"]

    return Start([note] * COLLEAGUES, faults)


def one_guest() -> Start:
    """Eight people follow one link at once: one speaks for the partner."""
    held, crowd = partner(), people(COLLEAGUES)
    secret, number = service.invite(None, held), held.id

    def accepts(person_id: int) -> Job:
        return lambda: service.accept_invite(db.session.get_one(Person, person_id), secret)

    def faults() -> list[str]:
        speak = db.session.scalar(select(func.count(Member.id)).where(Member.organisation_id == number))
        return [] if speak == 1 else [f"{speak} speak for it by one link"]

    return Start([accepts(each) for each in crowd], faults)


def days_once() -> Start:
    """Eight colleagues report days that overlap: one report stands."""
    held, now, today = partner(), clock.now(), clock.today()
    mission = Mission(
        name="100 into work", measure=MissionMeasure.OUTCOME, target=100, first_day=today - timedelta(days=30),
        last_day=today, made_at=now, changed_at=now,
    )  # fmt: skip
    db.session.add(mission)
    db.session.flush()
    number, mine = mission.id, held.id

    def reports(back: int) -> Job:
        facts = missions.OutcomeFacts(12, "into work", today - timedelta(days=20 - back), today)
        return lambda: missions.report(
            None, db.session.get_one(Mission, number), db.session.get_one(Organisation, mine), facts
        )  # fmt: skip

    def faults() -> list[str]:
        stand = db.session.scalar(select(func.count(MissionOutcome.id)).where(MissionOutcome.mission_id == number))
        return [] if stand == 1 else [f"{stand} reports of the same days"]

    return Start([reports(each) for each in range(COLLEAGUES)], faults)


def _loosely_counted(pledge: Pledge, units: int, known: int) -> bool:
    """Look, then leap."""
    number, met = pledge.id, pledge.met
    db.session.commit()
    time.sleep(GAP)
    held = db.session.get_one(Pledge, number, populate_existing=True)
    held.met += units
    db.session.flush()
    return met == known


def _loosely_used(invite: MemberInvite, person_id: int) -> bool:
    number, free = invite.id, invite.used_at is None
    db.session.commit()
    time.sleep(GAP)
    held = db.session.get_one(MemberInvite, number, populate_existing=True)
    held.used_at, held.used_by = clock.now(), person_id
    db.session.flush()
    return free


def _loosely_looked(mission_id: int, organisation_id: int) -> list[object]:
    before = db.session.scalars(
        select(MissionOutcome).where(
            MissionOutcome.mission_id == mission_id, MissionOutcome.organisation_id == organisation_id
        )
    ).all()
    found = [(each.first_day, each.last_day) for each in before]
    db.session.commit()
    time.sleep(GAP)
    return list(found)


@contextmanager
def counting_guard_off() -> Iterator[None]:
    """Nobody asks whether the number is still the one that the page said."""
    with patch.object(pledges, "_count", _loosely_counted):
        yield


@contextmanager
def using_guard_off() -> Iterator[None]:
    """A look whether the link is free, then the leap."""
    with patch.object(invites, "_use", _loosely_used):
        yield


@contextmanager
def reporting_guard_off() -> Iterator[None]:
    """No lock on the mission."""
    with (
        patch.object(outcomes, "hold", lambda mission_id: None),
        patch.object(outcomes.queries, "list_days_reported", _loosely_looked),
    ):
        yield


RACES = (
    Race("noted-once eight note the same ten coats, ten are counted", noted_once, counting_guard_off),
    Race("one-guest eight follow one link, one speaks for the partner", one_guest, using_guard_off),
    Race("days-once eight report days that overlap, one report stands", days_once, reporting_guard_off),
)
