"""How an introduction ends: nobody answered, somebody left, nobody wrote for 60 days, or the house ended it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, or_, select

from participate.accounts.models import Person
from participate.accounts.queries import none_apart
from participate.accounts.words import PersonStatus
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.introductions import rules
from participate.introductions.models import Introduction, IntroductionSide, Note
from participate.introductions.service import holding, letters
from participate.introductions.words import ClosedBecause, IntroductionStatus, Said

AT_ONCE = 200
_ASKED = Introduction.status == IntroductionStatus.ASKED
_OPEN = Introduction.status == IntroductionStatus.OPEN


def leave(person_id: int, introduction: Introduction) -> None:
    """She says goodbye; or she takes back what she asked; or, asked herself, it is her no.

    The other is not told who ended it. Raises NotFound, NotOpen or TooLate.
    """
    holding.hold(introduction)
    side = holding.own_side(introduction, person_id)
    if introduction.status is IntroductionStatus.OPEN:
        side.left_at = clock.now()
        _close(introduction, IntroductionStatus.CLOSED, ClosedBecause.LEFT)
        record(person_id, "left", "introduction", introduction.id)
        return
    rules.check_answer(introduction.status, introduction.good_until, clock.now())
    if not side.asks:
        side.said, side.said_at, side.slot = Said.NO, clock.now(), None
    else:
        _close(introduction, IntroductionStatus.NOT_THIS_TIME, ClosedBecause.LEFT)
    record(person_id, "answered", "introduction", introduction.id)
    db.session.flush()


def end_late(*person_ids: int) -> None:
    """What ran out takes nobody's place: end what these people have of it."""
    mine = exists().where(
        IntroductionSide.introduction_id == Introduction.id, IntroductionSide.person_id.in_(person_ids)
    )
    for each in _some(_ASKED, Introduction.good_until <= clock.now(), mine):
        _run_out(each)


def end_asking() -> int:
    """End the askings whose time is over, some at a time. Returns how many."""
    return _each(_run_out, _ASKED, Introduction.good_until <= clock.now())


def end_quiet() -> int:
    """Close the threads in which nobody wrote for 60 days. Returns how many."""
    return _each(_go_quiet, _OPEN, Introduction.last_word_at <= clock.now() - rules.QUIET)


def end_broken() -> int:
    """End those whose two are kept apart since, or of whom one is here no more. Returns how many."""
    gone = exists().where(
        Person.id.in_((Introduction.low_id, Introduction.high_id)), Person.status != PersonStatus.ACTIVE
    )
    apart = ~none_apart(Introduction.low_id, Introduction.high_id)
    return _each(_break_off, or_(_ASKED, _OPEN), or_(gone, apart))


def end_between(a_id: int, b_id: int) -> None:
    """The two are kept apart from now on."""
    low, high = sorted((a_id, b_id))
    for each in _some(Introduction.low_id == low, Introduction.high_id == high, or_(_ASKED, _OPEN)):
        _break_off(each)


def forget() -> None:
    """Notes go a year after the thread closed, introductions two years after."""
    now = clock.now()
    old = select(Introduction.id).where(Introduction.closed_at < now - rules.KEPT_NOTES)
    db.session.execute(delete(Note).where(Note.introduction_id.in_(old)))
    db.session.execute(delete(Introduction).where(Introduction.closed_at < now - rules.KEPT))


def _some(*where: ColumnElement[bool]) -> Sequence[Introduction]:
    query = select(Introduction).where(*where).order_by(Introduction.id).limit(AT_ONCE)
    return db.session.scalars(query).all()


def _each(end: Any, *where: ColumnElement[bool]) -> int:
    found = _some(*where)
    ids = sorted({number for each in found for number in (each.low_id, each.high_id)})
    if ids:
        holding.lock(*ids)
    for each in found:
        db.session.refresh(each)
        end(each)
    return len(found)


def _run_out(introduction: Introduction) -> None:
    if introduction.status is IntroductionStatus.ASKED:
        _close(introduction, IntroductionStatus.NOT_THIS_TIME, None)
        letters.tell_over(introduction)


def _go_quiet(introduction: Introduction) -> None:
    if introduction.status is IntroductionStatus.OPEN:
        _close(introduction, IntroductionStatus.CLOSED, ClosedBecause.QUIET)


def _break_off(introduction: Introduction) -> None:
    open_ = introduction.status is IntroductionStatus.OPEN
    ended = IntroductionStatus.CLOSED if open_ else IntroductionStatus.NOT_THIS_TIME
    _close(introduction, ended, ClosedBecause.ENDED)


def _close(introduction: Introduction, status: IntroductionStatus, because: ClosedBecause | None) -> None:
    introduction.status, introduction.closed_because = status, because
    holding.let_go(introduction)
