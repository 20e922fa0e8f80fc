"""Changing introductions: asking, answering, talking, and the end."""

from participate.introductions.rules import (
    AskedBefore,
    FiveOpen,
    NotJustNow,
    NotOpen,
    OneAtATime,
    TooLate,
)
from participate.introductions.service.answering import answer, answer_by_id
from participate.introductions.service.asking import ask, introduce
from participate.introductions.service.ending import end_asking, end_between, end_broken, end_quiet, forget, leave
from participate.introductions.service.meeting import note_met, we_met
from participate.introductions.service.notes import hide, mute, restore, write
from participate.introductions.service.partners import Consented, introduce_for

__all__ = [
    "AskedBefore", "Consented", "FiveOpen", "NotJustNow", "NotOpen", "OneAtATime", "TooLate", "answer", "answer_by_id",
    "ask", "end_asking", "end_between", "end_broken", "end_quiet", "forget", "hide", "introduce", "introduce_for",
    "leave", "mute", "note_met", "restore", "we_met", "write",
]  # fmt: skip
