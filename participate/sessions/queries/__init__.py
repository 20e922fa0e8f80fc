"""Reading sessions."""

from participate.sessions.models import Session, SignUp, Task
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
from participate.sessions.queries.sign_ups import (
    code_of,
    count_waiting,
    find_active,
    find_by_code,
    find_by_token,
    find_sign_up,
    list_queue,
    list_sign_ups,
    list_tasks,
    page_of_sign_ups,
    place_in_line,
    place_line,
    token_of,
    usual_count,
)  # fmt: skip

__all__ = [
    "Session", "SessionCard", "SignUp", "Task", "Wanted", "cards_of", "code_of", "count_waiting", "find_active",
    "find_by_code", "find_by_token", "find_last", "find_place", "find_session", "find_sign_up", "get_project",
    "get_session", "is_hidden", "list_easy_near", "list_for_matching", "list_ids_of", "list_next_of_project",
    "list_places", "list_queue", "list_sign_ups", "list_tasks", "list_team", "list_this_week", "list_week",
    "page_of_sign_ups", "place_in_line", "place_line", "token_of", "usual_count",
]  # fmt: skip
