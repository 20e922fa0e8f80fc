"""Notes for colleagues, and who is away."""

from datetime import date

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.desk import queries
from participate.desk.models import Away, DeskNote
from participate.desk.rules.away import NotAColleague, check_away
from participate.desk.words import NoteKind


def add_note(actor_id: int, hub_id: int, day: date, kind: NoteKind, words: str) -> DeskNote:
    """Write a line into the hub's diary."""
    note = DeskNote(hub_id=hub_id, day=day, kind=kind, words=words, made_by=actor_id, made_at=clock.now())
    db.session.add(note)
    db.session.flush()
    record(actor_id, "wrote", "desk_note", note.id)
    return note


def finish_note(actor_id: int, note: DeskNote) -> None:
    """It is done; whoever did it first is written down."""
    if note.done_at is None:
        note.done_at, note.done_by = clock.now(), actor_id
        record(actor_id, "did", "desk_note", note.id)
        db.session.flush()


def open_note(actor_id: int, note: DeskNote) -> None:
    """Not done after all."""
    if note.done_at is not None:
        note.done_at = note.done_by = None
        record(actor_id, "opened", "desk_note", note.id)
        db.session.flush()


def add_away(actor_id: int, hub_id: int, person_id: int, cover_id: int | None, first: date, last: date) -> Away:
    """One of the staff is away, and perhaps a colleague covers. Raises a RuleBroken of rules.away."""
    check_away(person_id, cover_id, first, last, clock.today())
    colleagues = {number for number, _name in queries.list_colleagues(hub_id)}
    if person_id not in colleagues or (cover_id is not None and cover_id not in colleagues):
        raise NotAColleague
    away = Away(hub_id=hub_id, person_id=person_id, cover_id=cover_id, first_day=first, last_day=last)
    db.session.add(away)
    db.session.flush()
    record(actor_id, "made", "away", away.id)
    return away


def end_away(actor_id: int, away: Away) -> None:
    """She is back, or stays."""
    record(actor_id, "removed", "away", away.id)
    db.session.delete(away)
    db.session.flush()
