"""What the staff of a hub did by hand, for the staff: what holds, and what ended lately and can be put back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from participate.accounts import queries as accounts
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.matching.holding import LATELY
from participate.matching.models import ByHand, Placing, Synonym
from participate.matching.queries.things import Named, names_of, parts_of
from participate.matching.words import Kind, Placed

Made = Synonym | Placing | ByHand
MODELS: dict[str, type[Any]] = {"placed": Placing, "thought": ByHand, "words": Synonym}


@dataclass(frozen=True)
class Line:
    """One thing done by hand. `what` and `id` name it in addresses; `words` are a set of words, or what the thing is
    called ("" where it is gone); `who` is the person for whom it was thought of, by name. `holds`: not ended or over.
    """

    what: str
    id: int
    words: str
    by: str
    last_day: date
    holds: bool
    placed: Placed | None = None
    kind: Kind | None = None
    why: str = ""
    who: str = ""
    person_id: int | None = None


def get_made(what: str, number: int) -> Made:
    """One of them. Raises NotFound."""
    made: Made | None = db.session.get(_model(what), number)
    if made is None:
        raise NotFound
    return made


def page_of_made(what: str, hub_ids: Sequence[int], number: int, person_id: int | None = None) -> Page[Line]:
    """What these hubs did by hand, of one sort, and holds: words by the alphabet, the rest the latest first.

    `person_id`: only what was thought of for her. Raises NotFound where there is no such sort.
    """
    model = _model(what)
    query = select(model).where(_holds(model), model.hub_id.in_(hub_ids))
    if model is ByHand and person_id is not None:
        query = query.where(ByHand.person_id == person_id)
    order = (Synonym.words, Synonym.id) if model is Synonym else (model.made_at.desc(), model.id.desc())
    page = page_of(query.order_by(*order), number)
    return Page(_lines(page.items), page.number, page.size, page.total)


def list_ended(what: str, hub_ids: Sequence[int], most: int = 20) -> list[Line]:
    """What was taken back or was over lately, the latest first: it can be put back."""
    model, since = _model(what), clock.now() - LATELY
    lately = or_(model.ended_at >= since, and_(model.ended_at.is_(None), model.last_day >= clock.local(since).date()))
    query = select(model).where(~_holds(model), lately, model.hub_id.in_(hub_ids))
    return _lines(db.session.scalars(query.order_by(model.id.desc()).limit(most)).all())


def _model(what: str) -> type[Any]:
    """Raises NotFound."""
    if what not in MODELS:
        raise NotFound
    return MODELS[what]


def _holds(model: type[Any]) -> ColumnElement[bool]:
    return and_(model.ended_at.is_(None), model.last_day >= clock.today())


def _lines(rows: Sequence[Made]) -> list[Line]:
    """With the names of things and people: one statement for the people and one a kind of thing."""
    things = names_of(row.subject for row in rows if not isinstance(row, Synonym))
    people = [row.made_by for row in rows] + [row.person_id for row in rows if isinstance(row, ByHand)]
    names = accounts.list_persons(number for number in people if number is not None)
    return [_line(row, things, names) for row in rows]


def _line(row: Made, things: Mapping[str, Named], names: Mapping[int, accounts.Person]) -> Line:
    maker = names.get(row.made_by or 0)
    by = maker.first_name if maker is not None else ""
    holds = row.ended_at is None and row.last_day >= clock.today()
    if isinstance(row, Synonym):
        return Line("words", row.id, row.words, by, row.last_day, holds)
    thing, kind = things.get(row.subject), parts_of(row.subject)[0]
    words = thing.name if thing is not None else ""
    if isinstance(row, Placing):
        return Line("placed", row.id, words, by, row.last_day, holds, row.placed, kind, row.why)
    who = names[row.person_id].name if row.person_id in names else ""
    return Line("thought", row.id, words, by, row.last_day, holds, kind=kind, who=who, person_id=row.person_id)
