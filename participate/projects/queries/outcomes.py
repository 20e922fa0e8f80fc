"""Who asked to join a team and who is in one since lately."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Row, select

from participate.core.db import db
from participate.projects.models import TeamMember, TeamRequest

AT_MOST = 100_000
Step = Row[int, int, datetime]  # person, project, when


def list_asked_since(moment: datetime) -> list[Step]:
    """(person, project, when) of each “I’d like to help” after `moment`, oldest first."""
    query = select(TeamRequest.person_id, TeamRequest.project_id, TeamRequest.asked_at)
    late = query.where(TeamRequest.asked_at > moment, TeamRequest.hidden_at.is_(None))
    return list(db.session.execute(late.order_by(TeamRequest.asked_at, TeamRequest.id).limit(AT_MOST)))


def list_joined_since(moment: datetime) -> list[Step]:
    """(person, project, since) of everybody who is in a team since after `moment`, oldest first."""
    query = select(TeamMember.person_id, TeamMember.project_id, TeamMember.since).where(TeamMember.since > moment)
    return list(db.session.execute(query.order_by(TeamMember.since, TeamMember.id).limit(AT_MOST)))


def list_pairs_in_teams(person_ids: Iterable[int]) -> set[tuple[int, int]]:
    """Of these people, each with everybody who is in a team with her, herself left out."""
    mine = TeamMember.__table__.alias("mine")
    other = TeamMember.__table__.alias("other")
    query = (
        select(mine.c.person_id, other.c.person_id)
        .join(other, other.c.project_id == mine.c.project_id)
        .where(mine.c.person_id.in_(person_ids), other.c.person_id != mine.c.person_id)
        .distinct()
        .order_by(mine.c.person_id, other.c.person_id)
    )
    return {(one, two) for one, two in db.session.execute(query.limit(AT_MOST))}
