"""What a session's page says about signing up."""

from typing import Any

from participate.sessions import queries


def come_facts(session: queries.Session) -> dict[str, Any]:
    """Facts for `sessions/_come.html`."""
    return {}
