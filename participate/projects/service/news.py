"""Who is told of ideas that grow, of projects that start, and of hosts who would like to meet."""

from datetime import datetime

from participate.accounts.queries import list_role_holders
from participate.accounts.words import Role
from participate.places.models import Hub
from participate.projects import queries
from participate.projects.models import Idea, IdeaReply, Project
from participate.projects.service.letters import tell


def staff_ids(hub_id: int | None) -> list[int]:
    """The ids of the active staff of a hub, oldest first."""
    if hub_id is None:
        return []
    return [person.id for person in list_role_holders(Role.STAFF, f"hub:{hub_id}")]


def tell_of_reply(idea: Idea, reply: IdeaReply, by: str) -> None:
    """A neighbour added to an idea: its author hears of it, else the staff of its hub. While it is held, nobody."""
    if reply.hidden_at is not None:
        return
    heard = [idea.author_id] if idea.author_id is not None else staff_ids(idea.hub_id)
    facts = {
        "idea_id": idea.id, "idea": idea.words, "kind": reply.kind.value, "words": reply.words, "by": by,
        "own": idea.author_id is not None,
    }  # fmt: skip
    of = [reply.person_id] if facts["own"] else []
    tell("idea_reply", heard, facts, f"idea-reply-{reply.id}", of=of, shows=f"idea_reply:{reply.id}")


def tell_of_reply_answer(reply: IdeaReply) -> None:
    """What a neighbour said to an idea was answered: she hears so, once."""
    facts = {"idea_id": reply.idea_id, "idea": reply.idea.words, "answer": reply.answer}
    key = f"idea-reply-answered-{reply.id}"
    tell("idea_reply_answered", [reply.person_id], facts, key, of=[reply.answered_by, reply.idea.author_id])


def tell_joiners(idea: Idea, project_id: int, name: str, *, but: set[int | None]) -> None:
    """An idea has become a project: whoever said "I'd join" hears so, once."""
    heard = [each for each in queries.list_joiner_ids(idea.id) if each not in but]
    tell("idea_grown", heard, {"idea": idea.words, "project_id": project_id, "project": name}, f"idea-grown-{idea.id}")


def tell_ringer(project: Project, starter: str, when: str, ring_by: datetime) -> None:
    """Somebody starts a project and waits for a ring: the one at the hub who does it hears so, once."""
    facts = {
        "project_id": project.id, "project": project.name, "starter": starter, "when": when,
        "ring_by_at": ring_by.isoformat(),
    }  # fmt: skip
    heard = [project.hub_person_id] if project.hub_person_id is not None else []
    tell("start_ring", heard, facts, f"start-ring-{project.id}")


def tell_of_meeting(hub: Hub, asker: tuple[str, Project], other: tuple[str, Project], key: str) -> None:
    """Two hosts of the same recipe would like to meet: the staff of the hub bring them together."""
    facts = {
        "asker": asker[0], "asker_project_id": asker[1].id, "asker_project": asker[1].name,
        "other": other[0], "other_project_id": other[1].id, "other_project": other[1].name,
    }  # fmt: skip
    tell("hosts_meet", staff_ids(hub.id), facts, key)
