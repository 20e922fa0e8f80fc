"""Things lent: loans in every state, a kit, a queue."""

from tests.street import Street

STATES: tuple[str, ...] = ()


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    return {}
