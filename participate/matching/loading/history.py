"""What is learned from: who joined or came to what, and to which project each session belongs."""

from participate.matching.loading.switches import NOTHING, switched_off
from participate.matching.words import Use
from participate.projects.queries import matching as projects
from participate.sessions.queries import matching as sessions

Pairs = list[tuple[int, str]]


def history() -> Pairs:
    """Each person with each project that she joined or came to, once, but for what she does not want to be used."""
    off = switched_off(None)
    pairs = dict.fromkeys((*projects.list_all_joined(), *sessions.list_all_come_to()))
    return [
        (person, f"project:{project}")
        for person, project in pairs
        if not {Use.ALL, Use.JOINED, f"project:{project}"} & off.get(person, NOTHING)
    ]


def parents() -> dict[str, str]:
    """From each session to come ("session:9") to its project."""
    return {f"session:{session}": f"project:{project}" for session, project in sessions.list_sessions_of_projects()}
