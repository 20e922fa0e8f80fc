"""Which desk the reader stands at."""

from flask import request
from flask_login import current_user

from participate.core.errors import NotFound
from participate.desk import permissions, queries

LONGEST_NUMBER = 9


def number_in(text: str) -> int | None:
    """A whole number as an address or a form carries it; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def her_area() -> queries.Area:
    """The desk of the reader: all her hubs, or the one in `hub`, of the address or the form."""
    chosen = number_in(request.values.get("hub", ""))
    return queries.area_of(current_user.id, permissions.hub_ids_of(current_user), chosen)


def her_hub(hub_id: int | None = None) -> tuple[queries.Hub, queries.Area]:
    """One hub at which the reader works: the given, the chosen, or her first. Raises NotFound."""
    area = her_area()
    hub = area.hub_of(hub_id) if hub_id is not None else next(iter(area.hubs), None)
    if hub is None:
        raise NotFound
    return hub, area
