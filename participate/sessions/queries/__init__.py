"""Reading sessions."""

from participate.sessions.models import Session
from participate.sessions.queries.cards import (
    SessionCard,
    Wanted,
    cards_of,
    list_easy_near,
    list_for_matching,
    list_ids_of,
    list_next_of_project,
    list_this_week,
    list_week,
)  # fmt: skip
from participate.sessions.queries.planning import (
    find_last,
    find_place,
    find_session,
    get_project,
    get_session,
    is_hidden,
    list_places,
    list_team,
)  # fmt: skip

__all__ = [
    "Session", "SessionCard", "Wanted", "cards_of", "find_last", "find_place", "find_session", "get_project",
    "get_session", "is_hidden", "list_easy_near", "list_for_matching", "list_ids_of", "list_next_of_project",
    "list_places", "list_team", "list_this_week", "list_week",
]  # fmt: skip
