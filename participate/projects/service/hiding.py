"""Staff take something off every page, with a reason, and bring it back."""

from participate.accounts.queries import first_names_of
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.words import HELD
from participate.projects.models import Idea, IdeaReply, Need, Project, Recipe, TeamRequest, Update
from participate.projects.service import news

Thing = Idea | IdeaReply | Project | Need | Recipe | TeamRequest | Update
KINDS: dict[type, str] = {
    Idea: "idea", IdeaReply: "idea_reply", Project: "project", Need: "need", Recipe: "recipe",
    TeamRequest: "team_request", Update: "update",
}  # fmt: skip


def hide(actor_id: int | None, thing: Thing, reason: str) -> None:
    """Take an idea, a project, a need, a recipe … off every page. Its own people and staff still see it."""
    thing.hidden_at, thing.hidden_because = clock.now(), reason
    _note(actor_id, "hidden", thing)


def restore(actor_id: int | None, thing: Thing) -> None:
    """Show it again."""
    held = thing.hidden_because == HELD
    thing.hidden_at, thing.hidden_because = None, ""
    _note(actor_id, "restored", thing)
    if held and isinstance(thing, IdeaReply):  # nobody has heard of it yet
        news.tell_of_reply(thing.idea, thing, first_names_of([thing.person_id]).get(thing.person_id, ""))


def _note(actor_id: int | None, verb: str, thing: Thing) -> None:
    record(actor_id, verb, KINDS[type(thing)], thing.id)
    db.session.flush()
