"""Reading reports, measures and worries. Each file is one noun; others import from here."""

from participate.moderation.queries.decisions import HEADINGS, each_decision
from participate.moderation.queries.held import (
    count_about,
    count_let,
    deciders_of,
    find_held,
    find_last,
    find_let,
    list_mine,
    list_to_remove,
)
from participate.moderation.queries.measures import (
    count_measures,
    get_measure,
    is_suspended_by_any,
    is_token_of,
    list_measures,
    list_over,
    token_of,
)
from participate.moderation.queries.reports import (
    MOST_ABOUT_ONE,
    Waiting,
    count_waiting,
    get_report,
    list_about,
    list_decided,
    list_hidden_ids,
    list_waiting,
    lock_about,
)
from participate.moderation.queries.worries import (
    find_worry,
    get_worry,
    has_safeguarding,
    list_handlers,
    list_new_before,
    list_safeguarding,
    page_of_worries,
)

__all__ = [
    "HEADINGS", "MOST_ABOUT_ONE", "Waiting", "count_about", "count_let", "count_measures", "count_waiting",
    "deciders_of", "each_decision", "find_held", "find_last", "find_let", "find_worry", "get_measure", "get_report",
    "get_worry", "has_safeguarding", "is_suspended_by_any", "is_token_of", "list_about", "list_decided",
    "list_handlers", "list_hidden_ids", "list_measures", "list_mine", "list_new_before", "list_over",
    "list_safeguarding", "list_to_remove", "list_waiting", "lock_about", "page_of_worries", "token_of",
]  # fmt: skip
