"""Reading what partners reported."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.missions.models import MissionOutcome
from participate.organisations.models import Organisation

MOST = 200


def list_outcomes(mission_id: int, *, with_hidden: bool = False) -> Sequence[MissionOutcome]:
    """What partners reported, the latest days first. One statement."""
    query = select(MissionOutcome).join(MissionOutcome.organisation).where(MissionOutcome.mission_id == mission_id)
    if not with_hidden:
        query = query.where(MissionOutcome.hidden_at.is_(None), Organisation.hidden_at.is_(None))
    query = query.options(joinedload(MissionOutcome.organisation))
    return db.session.scalars(
        query.order_by(MissionOutcome.last_day.desc(), MissionOutcome.id.desc()).limit(MOST)
    ).all()


def list_days_reported(mission_id: int, organisation_id: int) -> list[tuple[date, date]]:
    """The first and last days of what a partner reported, hidden reports too."""
    query = select(MissionOutcome.first_day, MissionOutcome.last_day).where(
        MissionOutcome.mission_id == mission_id, MissionOutcome.organisation_id == organisation_id
    )
    return [(row.first_day, row.last_day) for row in db.session.execute(query.order_by(MissionOutcome.id))]


def get_outcome(mission_id: int, outcome_id: int) -> MissionOutcome:
    """The report, hidden or not. Raises NotFound."""
    found = db.session.get(MissionOutcome, outcome_id)
    if found is None or found.mission_id != mission_id:
        raise NotFound
    return found
