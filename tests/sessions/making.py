"""Sessions for the tests, beside the one of the street."""

from datetime import datetime, timedelta

from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects.models import Project
from participate.projects.words import Stage
from participate.sessions.models import Session
from tests.street import SQUARE, Street, add


def session(street: Street, starts_at: datetime, **more: object) -> Session:
    """One hour of the street's project, at its hub, unless `more` says otherwise. Committed."""
    given: dict[str, object] = {
        "project_id": street.project.id, "name": "Tea and toast", "hub_id": street.hub.id, "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=1), "ward_id": street.ward.id, "square": SQUARE,
        "made_at": starts_at, "changed_at": starts_at,
    }  # fmt: skip
    made = Session(**given | more)
    add(made)
    db.session.commit()
    return made


def project(street: Street, theme: Theme, **more: object) -> Project:
    """A running project of this theme in the street's ward. Committed."""
    at = street.project.made_at
    made = Project(
        name=f"A {theme.value} club", about="We meet.", theme=theme, stage=Stage.RUNNING, ward_id=street.ward.id,
        made_at=at, changed_at=at, **more,
    )  # fmt: skip
    add(made)
    db.session.commit()
    return made
