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
from participate.desk.queries.search import Found, search
from participate.desk.queries.waiting import Counts, Waiting, list_keys, list_waiting
from participate.places.models import Hub

__all__ = [
    "Area", "Away", "Counts", "Day", "DeskNote", "Found", "Hub", "Meeting", "Undo", "Waiting", "area_of",
    "find_claim", "find_press", "get_away", "get_note", "list_away", "list_colleagues", "list_keys",
    "list_open_notes", "list_presses", "list_today", "list_waiting", "search", "week_of",
]  # fmt: skip
