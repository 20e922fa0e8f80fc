"""What staff did by hand to the suggestions for somebody: by her neighbourhood, and for her."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Integer, String, cast, literal, null, select, union_all

from participate.accounts import queries as accounts
from participate.core import clock
from participate.core.db import db
from participate.matching.models import ByHand, Placing, Synonym
from participate.matching.text.synonyms import Synonyms, members
from participate.matching.words import Placed
from participate.places.models import Hub, Ward
from participate.places.queries import nearest_hub
from participate.places.rules import square_of

_WORDS, _THOUGHT = "words", "thought"
_Line = tuple[int, str, str, int | None]  # number, what it is, a thing or words, who made it


@dataclass(frozen=True)
class Hands:
    """Things are groups ("project:12"). `pinned` stand first, `hidden` are left out. `by_hand` are those that staff
    think of for her, the latest first; `from_whom` tells the first name of whoever did, "" where it is not told.
    """

    synonyms: Synonyms = ()
    pinned: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    by_hand: tuple[str, ...] = ()
    from_whom: Mapping[str, str] = field(default_factory=dict)


def hands_of(ward_id: int | None, person_id: int | None) -> Hands:
    """What the hub of a ward did by hand today, and what any hub thinks of for a person; each may be unknown.

    Where the ward is not known the words of all hubs hold, and nothing stands first or is left out. Two statements,
    and one for the names where there is something by hand.
    """
    lines = _lines(_hub_of(ward_id), ward_id, person_id)
    thought = {subject: made_by for _number, what, subject, made_by in lines if what == _THOUGHT}
    names = accounts.first_names_of(each for each in thought.values() if each is not None)
    return Hands(
        synonyms=tuple(members(words) for _number, what, words, _by in lines if what == _WORDS),
        pinned=_subjects(lines, Placed.FIRST),
        hidden=_subjects(lines, Placed.OUT),
        by_hand=tuple(thought),
        from_whom={subject: names.get(made_by or 0, "") for subject, made_by in thought.items()},
    )


def _subjects(lines: Sequence[_Line], placed: Placed) -> frozenset[str]:
    return frozenset(subject for _number, what, subject, _by in lines if what == placed)


def _lines(hub_id: int | None, ward_id: int | None, person_id: int | None) -> Sequence[_Line]:
    """All that holds today, the latest first."""
    today = clock.today()
    words = select(Synonym.id.label("number"), literal(_WORDS), Synonym.words, cast(null(), Integer))
    words = words.where(Synonym.ended_at.is_(None), Synonym.last_day >= today)
    if ward_id is not None:
        words = words.where(Synonym.hub_id == hub_id)
    placed = select(Placing.id, cast(Placing.placed, String), Placing.subject, cast(null(), Integer))
    placed = placed.where(Placing.hub_id == hub_id, Placing.ended_at.is_(None), Placing.last_day >= today)
    thought = select(ByHand.id, literal(_THOUGHT), ByHand.subject, ByHand.made_by)
    thought = thought.where(ByHand.person_id == person_id, ByHand.ended_at.is_(None), ByHand.last_day >= today)
    every: Any = union_all(words, placed, thought).order_by(db.desc("number"))
    return [(number, what, subject, by) for number, what, subject, by in db.session.execute(every)]


def _hub_of(ward_id: int | None) -> int | None:
    """The hub that looks after a ward: its own, else the one nearest to its middle, as at the desk."""
    ward = db.session.get(Ward, ward_id) if ward_id is not None else None
    if ward is None:
        return None
    hubs = db.session.scalars(select(Hub).order_by(Hub.id)).all()
    own = [hub for hub in hubs if hub.ward_id == ward.id]
    nearest = nearest_hub(ward.id, square_of(ward.lat, ward.lon), own or hubs) if hubs else None
    return nearest.id if nearest is not None else None
