"""What somebody joined or came to."""

from collections.abc import Sequence
from datetime import datetime

from participate.projects.queries import matching as projects
from participate.sessions.queries.attendance import list_projects_come_to

Teams = Sequence[tuple[int, datetime]]  # projects, and since when


def joined_of(person_id: int, teams: Teams | None = None) -> tuple[str, ...]:
    """The projects ("project:12") in whose team she is, or to whose sessions she came, the latest last. Two statements,
    or one where her `teams` are at hand.
    """
    last = dict(projects.list_joined(person_id) if teams is None else teams)
    for number, at in list_projects_come_to(person_id):
        last[number] = max(at, last.get(number, at))
    return tuple(f"project:{number}" for number, _at in sorted(last.items(), key=lambda one: (one[1], one[0])))
