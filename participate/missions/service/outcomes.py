"""A partner reports what it counted, and takes it back when it was wrong."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.missions import queries
from participate.missions.models import Mission, MissionOutcome
from participate.missions.rules import outcomes as rules
from participate.organisations.models import Organisation

NOUN = "mission_outcome"


@dataclass(frozen=True)
class OutcomeFacts:
    """So many, counted as `definition` says, from `first_day` to `last_day` (London days, both included)."""

    number: int
    definition: str
    first_day: date
    last_day: date


def report(actor_id: int | None, mission: Mission, partner: Organisation, facts: OutcomeFacts) -> MissionOutcome:
    """What a partner counted. Of two who report the same days at once, one is told.

    Raises NotThisKind, OutsideDays or CountedTwice.
    """
    rules.check_kind(mission.measure)
    days = (mission.first_day, mission.last_day)
    rules.check_days(facts.first_day, facts.last_day, mission=days, today=clock.today())
    hold(mission.id)
    rules.check_once(facts.first_day, facts.last_day, queries.list_days_reported(mission.id, partner.id))
    made = MissionOutcome(
        mission_id=mission.id, organisation_id=partner.id, reported_by=actor_id, reported_at=clock.now(),
        **asdict(facts),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "reported", NOUN, made.id)
    return made


def hold(mission_id: int) -> None:
    """Nobody else reports for this mission until this transaction ends."""
    db.session.execute(select(Mission.id).where(Mission.id == mission_id).with_for_update())


def take_back(actor_id: int | None, outcome: MissionOutcome) -> None:
    """It was wrong: its row goes."""
    record(actor_id, "removed", NOUN, outcome.id)
    db.session.delete(outcome)
    db.session.flush()
