"""Kit points and a small fund."""

from tests.street import Street

STATES: tuple[str, ...] = ()


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    return {}
