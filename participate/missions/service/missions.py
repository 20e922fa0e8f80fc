"""A mission is named, its page kept true; when it is over, what was learnt is asked for and kept."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import select

from participate.accounts.queries import list_role_holders
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.missions import queries
from participate.missions.models import Mission
from participate.missions.rules.naming import CountStays, check_days, check_target
from participate.missions.words import MissionMeasure
from participate.organisations.queries import list_speakers
from participate.outbox.service import promise

MOST_AT_ONCE = 50


@dataclass(frozen=True)
class MissionFacts:
    """A goal with a number and two London days, both included; in a hub's name, a partner's, or the council's.
    `definition`: what exactly a partner counts, where the goal is theirs to count.
    """

    name: str
    about: str
    measure: MissionMeasure
    target: int
    first_day: date
    last_day: date
    definition: str = ""
    hub_id: int | None = None
    organisation_id: int | None = None


def name(actor_id: int | None, facts: MissionFacts) -> Mission:
    """A new mission. Raises NotRound, EndsBefore or TooLong."""
    _check(facts)
    now = clock.now()
    made = Mission(**asdict(facts), made_by=actor_id, made_at=now, changed_at=now)
    db.session.add(made)
    db.session.flush()
    record(actor_id, "made", "mission", made.id)
    return made


def change(actor_id: int | None, mission: Mission, facts: MissionFacts) -> None:
    """Other words, days or number. What is counted stays once a project joined or a partner reported.

    Raises NotRound, EndsBefore, TooLong or CountStays.
    """
    _check(facts)
    begun = queries.count_under(mission.id) or queries.list_outcomes(mission.id, with_hidden=True)
    if facts.measure is not mission.measure and begun:
        raise CountStays
    for field, value in asdict(facts).items():
        setattr(mission, field, value)
    _note(actor_id, "changed", mission)


def _check(facts: MissionFacts) -> None:
    check_target(facts.target)
    check_days(facts.first_day, facts.last_day)


def learn(actor_id: int | None, mission: Mission, learnt: str) -> None:
    """What the mission taught, kept on its page for good."""
    mission.learnt = learnt
    _note(actor_id, "learnt", mission)


def ask_what_was_learnt() -> int:
    """Whoever named a mission that is over is asked, once, what was learnt. Returns how many missions."""
    today = clock.today()
    over = select(Mission).where(Mission.last_day < today, Mission.asked_on.is_(None), Mission.hidden_at.is_(None))
    found = db.session.scalars(over.order_by(Mission.last_day, Mission.id).limit(MOST_AT_ONCE)).all()
    for mission in found:
        mission.asked_on = today
        facts = {"mission_id": mission.id, "mission": mission.name}
        for person_id in [] if mission.learnt else _keepers(mission):
            letter = {"name": "mission_over", "person_id": person_id, "facts": facts}
            promise("letter", letter, key=f"mission-over-{mission.id}-{person_id}")
    db.session.flush()
    return len(found)


def _keepers(mission: Mission) -> list[int]:
    if mission.hub_id is not None:
        return [person.id for person in list_role_holders(Role.STAFF, f"hub:{mission.hub_id}")]
    if mission.organisation_id is not None:
        return [member.person_id for member in list_speakers(mission.organisation_id)]
    return [mission.made_by] if mission.made_by is not None else []


def _note(actor_id: int | None, verb: str, mission: Mission) -> None:
    mission.changed_at = clock.now()
    record(actor_id, verb, "mission", mission.id)
    db.session.flush()
