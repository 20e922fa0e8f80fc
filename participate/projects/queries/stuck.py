"""Projects that do not get going: they lack something, and have for a while."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Row, func, select

from participate.core.paging import SIZE, Page, page_of_rows
from participate.projects.models import Need, Project
from participate.projects.words import NeedStatus, Stage

Stuck = Row[int, str, Stage, datetime, int]  # project, name, stage, since when it lacks something, open needs


def page_of_stuck(ward_ids: Collection[int] | None, before: datetime, number: int, size: int = SIZE) -> Page[Stuck]:
    """Projects of these wards (None: of all) that gather or try out and have had a need open since before a moment,
    the longest first.
    """
    since = func.min(Need.made_at).label("since")
    query = (
        select(Project.id, Project.name, Project.stage, since, func.count(Need.id))
        .join(Need, Need.project_id == Project.id)
        .where(Need.status == NeedStatus.OPEN, Need.hidden_at.is_(None), Need.made_at <= before)
        .where(Project.source == "", Project.hidden_at.is_(None))
        .where(Project.stage.in_((Stage.GATHERING, Stage.TRYING_OUT)))
        .group_by(Project.id, Project.name, Project.stage)
        .order_by(since, Project.id)
    )
    return page_of_rows(query if ward_ids is None else query.where(Project.ward_id.in_(ward_ids)), number, size)
