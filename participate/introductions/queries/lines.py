"""Introductions as one person sees them: nobody's name before both said yes, and nobody's no ever."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, not_, or_, select
from sqlalchemy.orm import aliased

from participate.accounts.models import Person
from participate.accounts.queries import are_apart, first_names_of, not_apart
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of_rows
from participate.core.text import first_name
from participate.introductions.models import Introduction, IntroductionSide, Note
from participate.introductions.queries.pairs import get_introduction, side_of
from participate.introductions.rules import shown_status
from participate.introductions.words import ClosedBecause, IntroductionStatus, Said, Way

MOST_WAITING = 20
NOTES = 50
_MINE, _OTHERS = aliased(IntroductionSide), aliased(IntroductionSide)


@dataclass(frozen=True)
class Line:
    """An introduction in somebody's list. `name` is "" until both have said yes."""

    id: int
    words: str
    status: IntroductionStatus
    name: str
    answer: Said
    good_until: datetime
    met: bool

    @property
    def waits(self) -> bool:
        """Whether she is asked and has not answered."""
        return self.status is IntroductionStatus.ASKED and self.answer is Said.NOTHING


@dataclass(frozen=True)
class Seen:
    """One introduction as `person_id` may see it. As a `host` she is none of the two.

    `other_id` and `name` are the other one's; `host_name` is who introduces them, once both are to know it.
    `names`: of both, for the host. `may_talk`: whether she reads and writes in it.
    """

    introduction: Introduction
    status: IntroductionStatus
    host: bool
    answer: Said
    asks: bool
    other_id: int | None
    name: str
    names: tuple[str, ...]
    host_name: str
    muted: bool
    left: bool
    may_talk: bool


@dataclass(frozen=True)
class Written:
    """A note with the first name of who wrote it. Hidden ones come without their words, but to who wrote them."""

    id: int
    name: str
    own: bool
    words: str
    hidden: bool
    made_at: datetime


def _lines(person_id: int) -> Select[Introduction, Said, str]:
    query = select(Introduction, _MINE.said, Person.name)
    query = query.join(_MINE, (_MINE.introduction_id == Introduction.id) & (_MINE.person_id == person_id))
    query = query.join(_OTHERS, (_OTHERS.introduction_id == Introduction.id) & (_OTHERS.person_id != person_id))
    query = query.join(Person, Person.id == _OTHERS.person_id).where(not_apart(_OTHERS.person_id, person_id))
    here = or_(Introduction.closed_because.is_(None), Introduction.closed_because != ClosedBecause.ENDED)
    return query.where(here)


def _line(introduction: Introduction, answer: Said, name: str) -> Line:
    status = shown_status(introduction.status, introduction.good_until, clock.now())
    known = introduction.opened_at is not None
    return Line(
        introduction.id, introduction.words, status, first_name(name) if known else "", answer,
        introduction.good_until, introduction.met_at is not None,
    )  # fmt: skip


def list_of(person_id: int, number: int) -> Page[Line]:
    """Her introductions but those that wait for her, the newest first. Two statements."""
    query = _lines(person_id).where(not_(_waits()))
    page = page_of_rows(query.order_by(Introduction.id.desc()), number)
    return Page([_line(*row) for row in page.items], page.number, page.size, page.total)


def list_waiting_for(person_id: int) -> Sequence[Line]:
    """Those to which she has not said yes or no, the oldest first. One statement."""
    query = _lines(person_id).where(_waits())
    rows = db.session.execute(query.order_by(Introduction.id).limit(MOST_WAITING))
    return [_line(*row) for row in rows]


def list_newest(person_id: int) -> Sequence[Line]:
    """Hers, those that wait for her too, the newest first: for whoever looks after her. One statement."""
    query = _lines(person_id).order_by(Introduction.id.desc())
    return [_line(*row) for row in db.session.execute(query.limit(MOST_WAITING))]


def _waits() -> ColumnElement[bool]:
    """SQL: she is asked, and has not said yes or no."""
    asked = (Introduction.status == IntroductionStatus.ASKED, Introduction.good_until > clock.now())
    return and_(*asked, _MINE.said == Said.NOTHING)


def list_hosted(host_id: int, number: int) -> Page[Line]:
    """Those that she brings together as a host, the newest first; `name` has both. Three statements."""
    query = select(Introduction).where(Introduction.host_id == host_id)
    for column in (Introduction.low_id, Introduction.high_id):
        query = query.where(not_apart(column, host_id))
    page = page_of_rows(query.order_by(Introduction.id.desc()), number)
    both = [each for (each,) in page.items]
    names = first_names_of({number for each in both for number in (each.low_id, each.high_id)})
    lines = [_hosted(each, names) for each in both]
    return Page(lines, page.number, page.size, page.total)


def _hosted(introduction: Introduction, names: dict[int, str]) -> Line:
    status = shown_status(introduction.status, introduction.good_until, clock.now())
    told = ", ".join(names[each] for each in (introduction.low_id, introduction.high_id) if each in names)
    until, met = introduction.good_until, introduction.met_at is not None
    return Line(introduction.id, introduction.words, status, told, Said.YES, until, met)


def look(person_id: int, introduction_id: int) -> Seen:
    """The introduction as she may see it. Raises NotFound: it is not hers, or the two are kept apart."""
    found = get_introduction(introduction_id)
    side = side_of(found, person_id)
    if side is None:
        return _look_as_host(person_id, found)
    other = next(each for each in found.sides if each is not side)
    if are_apart(person_id, other.person_id) or _vanished(found):
        raise NotFound
    opened = found.opened_at is not None
    return Seen(
        introduction=found,
        status=shown_status(found.status, found.good_until, clock.now()),
        host=False,
        answer=side.said,
        asks=side.asks,
        other_id=other.person_id if opened else None,
        name=other.person.first_name if opened else "",
        names=(),
        host_name=found.host.first_name if found.host is not None and found.way is not Way.PARTNER else "",
        muted=side.muted_at is not None,
        left=side.left_at is not None,
        may_talk=opened,
    )


def _vanished(introduction: Introduction) -> bool:
    """Whether the house ended it because one of the two is here no more."""
    return introduction.closed_because is ClosedBecause.ENDED


def _look_as_host(person_id: int, found: Introduction) -> Seen:
    people = [side.person_id for side in found.sides]
    if found.host_id != person_id or any(are_apart(person_id, each) for each in people) or are_apart(*people):
        raise NotFound
    status = shown_status(found.status, found.good_until, clock.now())
    names = tuple(first_names_of(people).values())
    talks = found.accompany and found.opened_at is not None
    return Seen(found, status, True, Said.YES, False, None, "", names, "", False, False, talks)


def page_of_notes(introduction: Introduction, person_id: int, number: int) -> Page[Written]:
    """What was written, the newest page first, each page in the order in which it was said."""
    query = select(Note, Person.name).join(Person, Person.id == Note.person_id)
    here = query.where(Note.introduction_id == introduction.id).order_by(Note.id.desc())
    page = page_of_rows(here, number, NOTES)
    items = [_written(note, name, person_id) for note, name in reversed(page.items)]
    return Page(items, page.number, page.size, page.total)


def _written(note: Note, name: str, person_id: int) -> Written:
    own, hidden = note.person_id == person_id, note.hidden_at is not None
    words = "" if hidden and not own else note.words
    return Written(note.id, first_name(name), own, words, hidden, note.made_at)
