"""Reading reports and worries. Each file is one noun; others import from here."""

from participate.moderation.queries.reports import (
    MOST_ABOUT_ONE,
    Waiting,
    get_report,
    list_about,
    list_decided,
    list_hidden_ids,
    list_waiting,
)

__all__ = [
    "MOST_ABOUT_ONE", "Waiting", "get_report", "list_about", "list_decided", "list_hidden_ids", "list_waiting",
]  # fmt: skip
