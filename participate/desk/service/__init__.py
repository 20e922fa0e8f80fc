"""What staff do at the desk: take things in hand, press once for many, take it back, write the diary, go away."""

from participate.desk.service.diary import add_away, add_note, end_away, finish_note, open_note
from participate.desk.service.hands import give_back, take
from participate.desk.service.presses import Pressed, press, run, take_back
from participate.desk.service.sweeping import sweep

__all__ = [
    "Pressed", "add_away", "add_note", "end_away", "finish_note", "give_back", "open_note", "press", "run", "sweep",
    "take", "take_back",
]  # fmt: skip
