"""Of what stories were told lately."""

from datetime import datetime

from sqlalchemy import Row, select

from participate.core.db import db
from participate.stories.models import Story

AT_MOST = 100_000
Told = Row[int, int | None, datetime]  # project, session, when


def list_told_since(moment: datetime) -> list[Told]:
    """(project, session or None, when) of each story after `moment` that everybody may read, oldest first."""
    query = select(Story.project_id, Story.session_id, Story.made_at)
    late = query.where(Story.made_at > moment, Story.hidden_at.is_(None))
    return list(db.session.execute(late.order_by(Story.made_at, Story.id).limit(AT_MOST)))
