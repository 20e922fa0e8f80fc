"""A story is told, changed, taken away, hidden and shown again."""

from dataclasses import asdict, dataclass

from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.photos import service as photos
from participate.projects.models import Project
from participate.sessions.models import Session
from participate.sessions.words import SessionStatus
from participate.stories import queries, rules
from participate.stories.models import Story


@dataclass(frozen=True)
class StoryFacts:
    """What a story says."""

    title: str
    words: str
    learnt: str = ""
    made: str = ""
    numbers: str = ""


def tell_of_session(person_id: int, session: Session, facts: StoryFacts) -> Story:
    """The story of one session, once a person. Raises DidNotHappen, NotYet or AlreadyTold.

    Ask permissions.may_tell first.
    """
    cancelled = session.status is SessionStatus.CANCELLED
    rules.check_session(session.starts_at, clock.now(), cancelled=cancelled)
    if queries.find_of(person_id, session.id) is not None:
        raise rules.AlreadyTold
    try:
        return _tell(person_id, session.project_id, session.id, facts)
    except IntegrityError:  # the other press was quicker
        raise rules.AlreadyTold from None


def tell_of_project(person_id: int, project: Project, facts: StoryFacts) -> Story:
    """The story of a whole project. Ask permissions.may_tell first."""
    return _tell(person_id, project.id, None, facts)


def _tell(person_id: int, project_id: int, session_id: int | None, facts: StoryFacts) -> Story:
    now = clock.now()
    story = Story(
        **asdict(facts), project_id=project_id, session_id=session_id, person_id=person_id, made_at=now, changed_at=now
    )
    with db.session.begin_nested():
        db.session.add(story)
    record(person_id, "made", "story", story.id)
    return story


def change(actor_id: int, story: Story, facts: StoryFacts) -> None:
    """Other words for a story."""
    for name, value in asdict(facts).items():
        setattr(story, name, value)
    story.changed_at = clock.now()
    record(actor_id, "changed", "story", story.id)
    db.session.flush()


def remove(actor_id: int, story: Story) -> None:
    """The story is gone."""
    photos.remove_of(actor_id, f"story:{story.id}")
    record(actor_id, "removed", "story", story.id)
    db.session.delete(story)
    db.session.flush()


def hide(actor_id: int | None, story: Story, reason: str) -> None:
    """Take a story off every page, for a reason that its writer reads."""
    story.hidden_at, story.hidden_because = clock.now(), reason
    record(actor_id, "hidden", "story", story.id)
    db.session.flush()


def restore(actor_id: int | None, story: Story) -> None:
    """Show a story again."""
    story.hidden_at, story.hidden_because = None, ""
    record(actor_id, "restored", "story", story.id)
    db.session.flush()
