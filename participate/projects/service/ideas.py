"""An idea comes, finds its hub, is answered, and may become a project."""

from datetime import datetime

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.places import queries as places
from participate.places.models import Hub
from participate.places.rules.answer_days import answer_by
from participate.projects.models import Idea
from participate.projects.rules.ideas import check_idea_move, check_idea_words_open
from participate.projects.service import letters, news
from participate.projects.words import IdeaStatus


def add_idea(author: Person, words: str, ward_id: int | None = None, square: int | None = None) -> Idea:
    """Keep an idea of `author` and hand it to the hub nearest to where she is (default: her account's place).

    The square only finds the hub; it is not kept with the idea, for it may be her home.
    """
    now = clock.now()
    ward = ward_id if ward_id is not None else author.ward_id
    hub = _hub_for(ward, square if square is not None else author.square)
    idea = Idea(
        words=words, author_id=author.id, ward_id=ward, hub_id=hub.id if hub else None,
        answer_by=_answer_by(hub) if hub else None, made_at=now, changed_at=now,
    )  # fmt: skip
    db.session.add(idea)
    db.session.flush()
    record(author.id, "made", "idea", idea.id)
    letters.tell_hub(idea)
    return idea


def _hub_for(ward_id: int | None, square: int | None) -> Hub | None:
    """The nearest hub; where none is near, the first: somebody has to answer."""
    return places.nearest_hub(ward_id, square) or next(iter(places.list_hubs()), None)


def _answer_by(hub: Hub) -> datetime:
    return answer_by(clock.local(clock.now()), {day.weekday: (day.opens, day.closes) for day in hub.hours})


def change_idea(actor_id: int, idea: Idea, words: str) -> None:
    """Other words for an idea. Raises IdeaIsProject."""
    check_idea_words_open(idea.status)
    idea.words, idea.changed_at = words, clock.now()
    record(actor_id, "changed", "idea", idea.id)
    db.session.flush()


def answer_idea(actor_id: int, idea: Idea, words: str, next_step: str = "") -> None:
    """The hub answers, and says what happens next. Raises IdeaIsProject."""
    _settle(actor_id, idea, IdeaStatus.ANSWERED, words, next_step)


def close_idea(actor_id: int, idea: Idea, words: str, next_step: str = "") -> None:
    """The hub says why this will not happen for now. Raises IdeaIsProject or IdeaIsClosed."""
    _settle(actor_id, idea, IdeaStatus.CLOSED, words, next_step)


def _settle(actor_id: int, idea: Idea, status: IdeaStatus, words: str, next_step: str) -> None:
    check_idea_move(idea.status, status)
    now = clock.now()
    idea.status, idea.answer, idea.answered_at, idea.answered_by = status, words, now, actor_id
    idea.changed_at, idea.next_step = now, next_step
    record(actor_id, status.value, "idea", idea.id)
    letters.tell_author(idea, status.value, None, f"{now:%Y%m%d%H%M%S}")
    db.session.flush()


def note_project(actor_id: int, idea: Idea, project_id: int, name: str) -> None:
    """The idea is a project of this name now: its author hears so, and who said "I'd join".

    Raises IdeaIsProject when it was one already.
    """
    check_idea_move(idea.status, IdeaStatus.PROJECT)
    idea.status, idea.changed_at = IdeaStatus.PROJECT, clock.now()
    record(actor_id, "became project", "idea", idea.id)
    if actor_id != idea.author_id:
        letters.tell_author(idea, IdeaStatus.PROJECT.value, project_id, "project")
    news.tell_joiners(idea, project_id, name, but={actor_id, idea.author_id})
    db.session.flush()
