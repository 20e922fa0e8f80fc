"""Counting missions. All of it is public."""

from collections.abc import Mapping

from sqlalchemy import distinct, func, select

from participate.insight.counting.given import Ground
from participate.insight.counting.more.areas import of_borough
from participate.insight.counting.more.when import on
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.missions.models import Mission, MissionOutcome
from participate.organisations.models import Organisation


def missions_running(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Those that have begun and are not over on the last day."""
    runs = (Mission.hidden_at.is_(None), Mission.first_day <= period.last, Mission.last_day >= period.last)
    return of_borough(ground.connection.scalar(select(func.count()).select_from(Mission).where(*runs)) or 0)


def mission_outcomes(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Those for which a partner reported something, by the last day that the report is about."""
    told = (
        select(func.count(distinct(MissionOutcome.mission_id)))
        .join(Mission, Mission.id == MissionOutcome.mission_id)
        .join(Organisation, Organisation.id == MissionOutcome.organisation_id)
        .where(MissionOutcome.hidden_at.is_(None), Mission.hidden_at.is_(None), Organisation.hidden_at.is_(None))
        .where(on(period, MissionOutcome.last_day, MissionOutcome.reported_at))
    )
    return of_borough(ground.connection.scalar(told) or 0)
