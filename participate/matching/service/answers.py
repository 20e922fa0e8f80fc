"""What somebody says to suggestions, and what of hers she does not want used: kept at once, taken back at any time."""

from typing import Any

from sqlalchemy import delete, false, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.matching.models import Answer, ByHand, Placing, SwitchedOff
from participate.matching.rules import MOST_ANSWERS
from participate.matching.service.showing import forget_shown
from participate.matching.words import Because, Kind

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def not_for_me(person_id: int, kind: Kind, thing_id: int, because: Because) -> None:
    """This thing is not for her: it is shown to her no more, and what is like it comes later."""
    _answer(person_id, f"{kind}:{thing_id}", because)


def more_like(person_id: int, kind: Kind, thing_id: int) -> None:
    """She would like more like this thing."""
    _answer(person_id, f"{kind}:{thing_id}", None)


def take_back(person_id: int, kind: Kind, thing_id: int) -> None:
    """As if she had never answered."""
    mine = (Answer.person_id == person_id, Answer.subject == f"{kind}:{thing_id}")
    for number in db.session.scalars(delete(Answer).where(*mine).returning(Answer.id)):
        record(person_id, "took back", "answer", number)
    db.session.flush()


def forget_answers(person_id: int) -> None:
    """All her answers go, and all her switches are on again."""
    for model in (Answer, SwitchedOff):
        db.session.execute(delete(model).where(model.person_id == person_id))
    record(person_id, "forgot answers", "person", person_id)
    db.session.flush()


def forget_about(kind: str, thing_id: int) -> None:
    """A thing, a line or a person is gone: what was said about it goes, before another gets its number; and hers."""
    for model in (Answer, SwitchedOff, ByHand):
        gone = model.subject == f"{kind}:{thing_id}"
        hers = model.person_id == thing_id if kind == Kind.PERSON else false()
        db.session.execute(delete(model).where(or_(gone, hers)))
    db.session.execute(delete(Placing).where(Placing.subject == f"{kind}:{thing_id}"))
    forget_shown(kind, thing_id)


def _answer(person_id: int, subject: str, because: Because | None) -> None:
    """Her newest answer to a thing counts. Of very many, the oldest are forgotten."""
    said = {"because": because, "made_at": clock.now()}
    number = db.session.scalar(
        _insert(Answer, {"person_id": person_id, "subject": subject} | said)
        .on_conflict_do_update(index_elements=["person_id", "subject"], set_=said)
        .returning(Answer.id)
    )
    newest = select(Answer.id).where(Answer.person_id == person_id).order_by(Answer.made_at.desc(), Answer.id.desc())
    db.session.execute(
        delete(Answer).where(Answer.id.in_(newest.offset(MOST_ANSWERS).scalar_subquery()))
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    record(person_id, "answered", "answer", number)
    db.session.flush()


def _insert(model: type, values: dict[str, object]) -> Any:
    return _INSERT[db.session.get_bind().dialect.name](model).values(values)
