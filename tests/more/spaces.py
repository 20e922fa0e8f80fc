"""A space with hours, a site with parts, bookings in every state."""

from tests.street import Street

STATES: tuple[str, ...] = ()


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    return {}
