"""What a session's page offers its hosts and staff."""

from typing import Any

from participate.sessions import queries


def tool_facts(session: queries.Session, *, plans: bool) -> dict[str, Any]:
    """Facts for `sessions/_tools.html`."""
    return {}
