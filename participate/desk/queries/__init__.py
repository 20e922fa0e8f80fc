"""Reading what waits, who has it in hand, the diary."""

from participate.desk.models import Away, DeskNote, Undo
from participate.desk.queries.area import Area, area_of
from participate.desk.queries.diary import (
    Day,
    Meeting,
    get_away,
    get_note,
    list_away,
    list_colleagues,
    list_open_notes,
    list_today,
    week_of,
)
from participate.desk.queries.hands import find_claim, find_press, list_presses
from participate.desk.queries.waiting import Counts, Waiting, count_waiting, list_keys, list_waiting

__all__ = [
    "Area", "Away", "Counts", "Day", "DeskNote", "Meeting", "Undo", "Waiting", "area_of", "count_waiting",
    "find_claim", "find_press", "get_away", "get_note", "list_away", "list_colleagues", "list_keys", "list_open_notes",
    "list_presses", "list_today", "list_waiting", "week_of",
]  # fmt: skip
