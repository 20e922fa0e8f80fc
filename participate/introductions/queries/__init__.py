"""Reading introductions."""

from participate.introductions.queries.lines import (
    Line,
    Seen,
    Written,
    count_waiting_for,
    list_hosted,
    list_of,
    list_waiting_for,
    look,
    page_of_notes,
)
from participate.introductions.queries.pairs import (
    count_slots,
    find_between,
    find_introduction,
    find_note,
    get_introduction,
    is_asking,
    list_reader_ids,
    side_of,
    used_slots,
)
from participate.introductions.queries.unheard import Unheard, list_unheard

__all__ = [
    "Line", "Seen", "Unheard", "Written", "count_slots", "count_waiting_for", "find_between", "find_introduction",
    "find_note", "get_introduction", "is_asking", "list_hosted", "list_of", "list_reader_ids", "list_unheard",
    "list_waiting_for", "look", "page_of_notes", "side_of", "used_slots",
]  # fmt: skip
