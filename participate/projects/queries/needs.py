"""Reading needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.places.models import Ward
from participate.profiles.words import Theme
from participate.projects.models import Need, Project, TeamRequest
from participate.projects.queries.near import Near, nearest_first
from participate.projects.queries.pages import with_cards
from participate.projects.queries.projects import OURS, OVER, SHOWN
from participate.projects.rules.needs import TAKEN_FOR
from participate.projects.words import NeedKind, NeedStatus, RequestStatus

MOST_OF_SOME = 400


@dataclass(frozen=True)
class NeedCard:
    """What a line shows of an open need, with the project that has it. `offers`: so many have said "I can" and wait
    for an answer. `quick`: a 20-minute task that is done anywhere.
    """

    id: int
    kind: NeedKind
    words: str
    when_words: str
    minutes: int | None
    quick: bool
    offers: int
    project_id: int
    project_name: str
    theme: Theme
    ward_id: int | None
    ward_name: str
    square: int | None


_OFFERS = (
    select(func.count(TeamRequest.id))
    .join(Person, Person.id == TeamRequest.person_id)
    .where(
        TeamRequest.need_id == Need.id, TeamRequest.status == RequestStatus.ASKED, TeamRequest.hidden_at.is_(None),
        Person.status == PersonStatus.ACTIVE,
    )
    .scalar_subquery()
)  # fmt: skip
_CARD: tuple[Any, ...] = (
    Need.id, Need.kind, Need.words, Need.when_words, Need.minutes, Need.quick, _OFFERS.label("offers"),
    Need.project_id,
    Project.name.label("project_name"), Project.theme, Project.ward_id, Ward.name.label("ward_name"), Project.square,
)  # fmt: skip
# What neighbours are asked for: open, not hidden, and its project is ours, alive and not hidden.
ASKED = (Need.status == NeedStatus.OPEN, Need.hidden_at.is_(None), OURS, SHOWN, ~Project.stage.in_(OVER))


def _card(row: Row[Any]) -> NeedCard:
    facts = dict(row._mapping)
    return NeedCard(**(facts | {"ward_name": facts["ward_name"] or ""}))


def need_cards_of(ids: Iterable[int]) -> dict[int, NeedCard]:
    """The cards of those needs among `ids` that are open to everybody, by id. One statement."""
    wanted = set(ids)
    if not wanted:
        return {}
    query = select(*_CARD).join(Project, Project.id == Need.project_id).outerjoin(Ward, Ward.id == Project.ward_id)
    return {card.id: card for card in map(_card, db.session.execute(query.where(Need.id.in_(wanted), *ASKED)))}


def list_open_of(project_ids: Iterable[int]) -> dict[int, list[NeedCard]]:
    """Project → its open needs that everybody may see, the oldest first. One statement."""
    wanted = set(project_ids)
    found: dict[int, list[NeedCard]] = {}
    if not wanted:
        return {}
    query = select(*_CARD).join(Project, Project.id == Need.project_id).outerjoin(Ward, Ward.id == Project.ward_id)
    query = query.where(Need.project_id.in_(wanted), *ASKED).order_by(Need.id).limit(MOST_OF_SOME)
    for card in map(_card, db.session.execute(query)):
        found.setdefault(card.project_id, []).append(card)
    return found


def _open() -> Select[int]:
    return select(Need.id).join(Project, Project.id == Need.project_id).where(*ASKED)


def list_needs_open(
    number: int = 1, near: Near | None = None, size: int = 20, *, quick: bool = False
) -> Page[NeedCard]:
    """What neighbours are looking for: nearest first where the place is known, then the newest. Three statements.

    `quick`: only the 20-minute tasks, the newest first, for they are done anywhere; without those that somebody
    is doing.
    """
    query, newest = _open(), (Need.made_at.desc(), Need.id.desc())
    if quick:
        query = query.where(Need.quick, ~_taken()).order_by(*newest)
    else:
        query = query.order_by(*nearest_first(near or Near(), *newest))
    page = page_of(query, number, size)
    return with_cards(page, need_cards_of(page.items))


def _taken() -> ColumnElement[bool]:
    """Whether somebody was told "yes please" a short while ago and has not said that it is done."""
    since = clock.now() - TAKEN_FOR
    welcomed = (TeamRequest.need_id == Need.id, TeamRequest.status == RequestStatus.WELCOMED)
    return exists().where(*welcomed, TeamRequest.answered_at > since)


def count_open(project_id: int) -> int:
    """How many needs of a project are open, hidden ones too."""
    query = select(func.count(Need.id)).where(Need.project_id == project_id, Need.status == NeedStatus.OPEN)
    return db.session.scalar(query) or 0


def find_need(need_id: int | None) -> Need | None:
    """The need, hidden or not, with its project; or None."""
    if need_id is None:
        return None
    return db.session.scalar(select(Need).where(Need.id == need_id).options(joinedload(Need.project)))


def get_need(need_id: int) -> Need:
    """The need, hidden or not, with its project. Raises NotFound."""
    need = find_need(need_id)
    if need is None:
        raise NotFound
    return need


_MATCHED: tuple[Any, ...] = (
    Need.id, Need.kind, Need.words, Need.project_id, Project.name.label("project_name"), Project.theme,
    Project.ward_id, Project.square, Need.made_at,
)  # fmt: skip


def needs_for_matching(ids: Iterable[int] | None = None) -> Sequence[Row[Any]]:
    """What the matcher reads of the open needs: of all, or of those among `ids`."""
    query = select(*_MATCHED).join(Project, Project.id == Need.project_id).where(*ASKED).order_by(Need.id)
    return db.session.execute(query if ids is None else query.where(Need.id.in_(set(ids)))).all()
