"""Reading introductions."""

from participate.introductions.queries.lines import (
    Line,
    Seen,
    Written,
    list_hosted,
    list_newest,
    list_of,
    list_waiting_for,
    look,
    page_of_notes,
)
from participate.introductions.queries.pairs import (
    count_slots,
    find_between,
    find_introduction,
    get_introduction,
    is_asking,
    list_reader_ids,
    side_of,
    used_slots,
)

__all__ = [
    "Line", "Seen", "Written", "count_slots", "find_between", "find_introduction", "get_introduction", "is_asking",
    "list_hosted", "list_newest", "list_of", "list_reader_ids", "list_waiting_for", "look", "page_of_notes", "side_of",
    "used_slots",
]  # fmt: skip
