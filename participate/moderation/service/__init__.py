"""Changes to reports, measures and worries. Each file is one noun; others import from here."""

from participate.moderation.service.claims import claim, let_go
from participate.moderation.service.holding import ask_for_a_look, look_at, show_it
from participate.moderation.service.measures import end_those_over
from participate.moderation.service.removing import remove_old
from participate.moderation.service.reports import ask_again, close, decide, report
from participate.moderation.service.worries import (
    close_worry,
    forget_worries,
    link_worry,
    note_worry,
    read_by,
    remind_of_worries,
    reopen_worry,
    step_aside,
    take_worry,
    tell_worry,
)

__all__ = [
    "ask_again", "ask_for_a_look", "claim", "close", "close_worry", "decide", "end_those_over", "forget_worries",
    "let_go", "link_worry", "look_at", "note_worry", "read_by", "remind_of_worries", "remove_old", "reopen_worry",
    "report", "show_it", "step_aside", "take_worry", "tell_worry",
]  # fmt: skip
