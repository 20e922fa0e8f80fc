"""The short thread of the two, and of the host who comes along: text only."""

from participate.accounts.queries import find_person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.introductions import queries, rules
from participate.introductions.models import Introduction, Note
from participate.introductions.service import holding, letters
from participate.introductions.words import IntroductionStatus


def write(person_id: int, introduction: Introduction, words: str) -> Note:
    """One of the two, or the host who comes along, writes. Raises NotFound, NotOpen, NoLinks or NoContacts."""
    holding.hold(introduction)
    _check_may_talk(person_id, introduction)
    rules.check_open(introduction.status)
    rules.check_note(words, met=introduction.met_at is not None)
    note = Note(introduction_id=introduction.id, person_id=person_id, words=words, made_at=clock.now())
    db.session.add(note)
    introduction.last_word_at = clock.now()
    db.session.flush()
    record(person_id, "made", "introduction_note", note.id)
    writer = find_person(person_id)
    letters.tell_words(introduction, person_id, writer.first_name if writer is not None else "")
    return note


def _check_may_talk(person_id: int, introduction: Introduction) -> None:
    host = introduction.accompany and introduction.host_id == person_id
    if not host:
        holding.own_side(introduction, person_id)
    elif queries.look(person_id, introduction.id).status is not IntroductionStatus.OPEN:
        raise NotFound


def mute(person_id: int, introduction: Introduction, on: bool = True) -> None:
    """No letters about this one, or letters again. The other is not told. Raises NotFound."""
    side = holding.own_side(introduction, person_id)
    side.muted_at = clock.now() if on else None
    record(person_id, "muted" if on else "unmuted", "introduction", introduction.id)
    db.session.flush()


def hide(actor_id: int | None, note: Note, reason: str) -> None:
    """Staff take the words of a note off the page."""
    note.hidden_at, note.hidden_because = clock.now(), reason
    record(actor_id, "hidden", "introduction_note", note.id)
    db.session.flush()


def restore(actor_id: int | None, note: Note) -> None:
    """Staff show a note again."""
    note.hidden_at, note.hidden_because = None, ""
    record(actor_id, "restored", "introduction_note", note.id)
    db.session.flush()
