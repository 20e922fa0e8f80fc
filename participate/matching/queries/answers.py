"""What somebody answered to suggestions, and what of hers the matcher is not to use."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import String, literal, select, type_coerce, union_all

from participate.core.db import db
from participate.matching.models import Answer, SwitchedOff
from participate.matching.words import Because, Use

_OFF = "off"


@dataclass(frozen=True)
class Answers:
    """What she said. Things are groups ("project:12").

    `no` are those that are not for her, and why; `more` those of which she wants more like them, the latest last.
    `off` is not to be used: lines ("posting:17"), things that she joined ("project:12") and words.Use ("place").
    `all_off`: she wants no suggestions made for her.
    """

    no: Mapping[str, Because] = field(default_factory=dict)
    more: tuple[str, ...] = ()
    off: frozenset[str] = frozenset()
    all_off: bool = False


def answers_of(person_id: int) -> Answers:
    """All that she said to the matcher. One statement."""
    because = type_coerce(Answer.because, String)
    said = select(Answer.made_at, Answer.id, Answer.subject, because).where(Answer.person_id == person_id)
    switched = select(SwitchedOff.made_at, SwitchedOff.id, SwitchedOff.subject, literal(_OFF))
    switched = switched.where(SwitchedOff.person_id == person_id)
    no: dict[str, Because] = {}
    more: list[str] = []
    off: set[str] = set()
    for _at, _number, subject, what in db.session.execute(union_all(said, switched).order_by("made_at", "id")):
        if what is None:
            more.append(subject)
        elif what == _OFF:
            off.add(subject)
        else:
            no[subject] = Because(what)
    return Answers(no, tuple(more), frozenset(off - {Use.ALL}), Use.ALL in off)
