"""A yes or a no. A no changes nothing that anybody else can see: the asking runs on to its end."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.introductions import queries, rules
from participate.introductions.models import Introduction
from participate.introductions.service import holding, letters
from participate.introductions.words import IntroductionStatus, Said


def answer(person_id: int, introduction: Introduction, said: Said, *, said_by: int | None = None) -> None:
    """What she says, by herself or told by staff (`said_by`); until the asking ends she may change her mind.

    When both have said yes, they can talk. Whoever asked takes it back by leaving. Raises NotFound, NotOpen, TooLate
    or FiveOpen.
    """
    holding.hold(introduction)
    side = holding.own_side(introduction, person_id)
    rules.check_answer(introduction.status, introduction.good_until, clock.now())
    if side.asks or said is Said.NOTHING:
        raise rules.NotOpen
    if said is side.said:
        return
    side.said, side.said_at, side.said_by = said, clock.now(), said_by
    if said is Said.YES:
        holding.take_slot(side)
    else:
        side.slot = None
    record(said_by or person_id, "answered", "introduction", introduction.id)
    if all(each.said is Said.YES for each in introduction.sides):
        _open(introduction)
    db.session.flush()


def answer_by_id(person_id: int, introduction_id: int, said: Said, *, said_by: int | None = None) -> None:
    """As `answer`. Raises what it raises."""
    found = queries.find_introduction(introduction_id)
    if found is None:
        raise NotFound
    answer(person_id, found, said, said_by=said_by)


def _open(introduction: Introduction) -> None:
    now = clock.now()
    introduction.status, introduction.opened_at, introduction.last_word_at = IntroductionStatus.OPEN, now, now
    for side in introduction.sides:
        side.asks = False
    letters.tell_open(introduction)
