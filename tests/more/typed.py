"""What the council typed in beside the figures: a promise, a story that is asked for."""

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.insight.models import Commitment, StoryBeside
from participate.stories.models import Story
from tests.street import Street, add

STATES = ("/figures/commitments?page=9", "/figures/stories?page=9", "/figures/open?page=9")


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    now = clock.now()
    told = db.session.scalars(select(Story.id).order_by(Story.id)).first()
    promise = Commitment(
        measure="people", period="2026-Q4", target=800, source="Cabinet, 3 March 2026", owner="Communities", made_at=now
    )
    beside = StoryBeside(period="2026-Q2", place=1, story_id=told, asked_at=now)
    add(promise, beside)
    db.session.commit()
    return {"commitment_id": promise.id, "beside_id": beside.id}
