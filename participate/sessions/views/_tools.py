"""What a session's page offers its hosts and staff."""

from typing import Any

from participate.core import clock
from participate.sessions import queries
from participate.sessions.rules.attendance import BEFORE
from participate.sessions.views._hosts import counts


def tool_facts(session: queries.Session, *, plans: bool) -> dict[str, Any]:
    """Facts for `sessions/_tools.html`. `hosts`: the reader sees who comes, and counts."""
    hosts = plans or counts(session)
    begun = clock.now() >= session.starts_at - BEFORE
    return {
        "hosts": hosts,
        "placed": queries.has_place(session),
        "countable": begun and session.counted_at is None,
        "first_time_host": hosts and not begun and queries.is_first_time(session),
    }
