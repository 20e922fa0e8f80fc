"""One introduction, its two sides, and how much of the five somebody has."""

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.introductions.models import Introduction, IntroductionSide


def find_introduction(introduction_id: int) -> Introduction | None:
    """The introduction with its sides, or None."""
    return db.session.get(Introduction, introduction_id, options=[selectinload(Introduction.sides)])


def get_introduction(introduction_id: int) -> Introduction:
    """The introduction with its sides: ask `look` before anybody sees it. Raises NotFound."""
    found = find_introduction(introduction_id)
    if found is None:
        raise NotFound
    return found


def find_between(a_id: int, b_id: int) -> Introduction | None:
    """The one introduction of these two, whatever became of it, or None."""
    low, high = sorted((a_id, b_id))
    pair = select(Introduction).where(Introduction.low_id == low, Introduction.high_id == high)
    return db.session.scalar(pair.options(selectinload(Introduction.sides)))


def side_of(introduction: Introduction, person_id: int) -> IntroductionSide | None:
    """Her side, or None."""
    return next((side for side in introduction.sides if side.person_id == person_id), None)


def used_slots(person_id: int) -> set[int]:
    """Which of her five places are taken."""
    taken = (IntroductionSide.person_id == person_id, IntroductionSide.slot.is_not(None))
    query = select(IntroductionSide.slot).where(*taken)
    return {slot for slot in db.session.scalars(query.order_by(IntroductionSide.slot)) if slot is not None}


def count_slots(person_id: int) -> int:
    """How many of her introductions wait or are open."""
    return len(used_slots(person_id))


def is_asking(person_id: int) -> bool:
    """Whether she asked somebody and the asking goes on."""
    asks = (IntroductionSide.person_id == person_id, IntroductionSide.asks.is_(True))
    return db.session.scalar(select(IntroductionSide.id).where(*asks).limit(1)) is not None


def list_reader_ids(introduction: Introduction) -> list[int]:
    """Who reads what is written in it: the two, and the host who comes along."""
    host = [introduction.host_id] if introduction.accompany and introduction.host_id is not None else []
    return [introduction.low_id, introduction.high_id, *host]
