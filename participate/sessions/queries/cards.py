"""Lists of sessions, as cards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnExpressionArgument, Row, Select, and_, case, select

from participate.core import clock
from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.places.models import Hub, Ward
from participate.places.rules import metres_between
from participate.profiles.words import Theme
from participate.projects.models import Project, Recipe
from participate.sessions.models import Session
from participate.sessions.words import DayPart, SessionStatus
from participate.spaces.models import Space

WEEK = timedelta(days=7)
MOST_EASY = 200


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to. No ward ids: everywhere."""

    theme: Theme | None = None
    ward_ids: tuple[int, ...] = ()
    step_free: bool = False
    children: bool = False
    drop_in: bool = False
    free: bool = False
    language: str = ""
    part: DayPart | None = None
    school: bool = False


@dataclass(frozen=True)
class SessionCard:
    """What a card or a line shows of a session. `place` is the name of its space or hub, or words."""

    id: int
    name: str
    starts_at: datetime
    ends_at: datetime
    cancelled: bool
    project_id: int
    project_name: str
    theme: Theme
    place: str
    ward_id: int | None
    ward_name: str
    square: int | None
    cost_pence: int
    bring: str
    step_free: bool
    toilet: bool
    children: bool
    quiet: bool
    easy: bool
    language: str
    drop_in: bool
    women_only: bool


_PLACE = case(
    (and_(Space.id.is_not(None), Space.hidden_at.is_(None)), Space.name), (Hub.id.is_not(None), Hub.name),
    else_=Session.place_note,
)  # fmt: skip
_CARD = (
    Session.id, Session.name, Session.starts_at, Session.ends_at, Session.status, Session.project_id,
    Project.name.label("project_name"), Project.theme, _PLACE.label("place"), Session.ward_id,
    Ward.name.label("ward_name"), Session.square, Session.cost_pence, Session.bring, Session.step_free,
    Session.toilet, Session.children, Session.quiet, Session.easy, Session.language, Session.drop_in,
    Session.women_only,
)  # fmt: skip
# What everybody may see: neither the session nor its project is hidden.
SHOWN = (Session.hidden_at.is_(None), Project.hidden_at.is_(None))
_PLANNED = Session.status == SessionStatus.PLANNED


def _card(row: Row[Any]) -> SessionCard:
    facts = dict(row._mapping)
    facts["cancelled"] = facts.pop("status") is SessionStatus.CANCELLED
    facts["ward_name"] = facts["ward_name"] or ""
    return SessionCard(**facts)


def cards_of(ids: Iterable[int]) -> dict[int, SessionCard]:
    """The cards of those sessions among `ids` that everybody may see, by id. One statement."""
    wanted = set(ids)
    if not wanted:
        return {}
    query = select(*_CARD).join(Project, Project.id == Session.project_id)
    query = query.outerjoin(Space, Space.id == Session.space_id).outerjoin(Hub, Hub.id == Session.hub_id)
    query = query.outerjoin(Ward, Ward.id == Session.ward_id).where(Session.id.in_(wanted), *SHOWN)
    return {card.id: card for card in map(_card, db.session.execute(query))}


def _ids(*where: ColumnExpressionArgument[bool]) -> Select[int]:
    """The ids of sessions that everybody may see, the soonest first."""
    query = select(Session.id).join(Project, Project.id == Session.project_id).where(*SHOWN, *where)
    return query.order_by(Session.starts_at, Session.id)


def in_order(ids: Sequence[int]) -> list[SessionCard]:
    """The cards of `ids` that everybody may see, in their order."""
    cards = cards_of(ids)
    return [cards[each] for each in ids if each in cards]


def _page(query: Select[int], number: int, size: int) -> Page[SessionCard]:
    page = page_of(query, number, size)
    return Page(in_order(page.items), page.number, page.size, page.total)


def _narrowed(query: Select[int], wanted: Wanted) -> Select[int]:
    query = query.where(*narrowing(wanted))
    return query.where(Session.ward_id.in_(wanted.ward_ids)) if wanted.ward_ids else query


def narrowing(wanted: Wanted) -> list[ColumnExpressionArgument[bool]]:
    """What SQL can ask of it: everything but the ward and the hour."""
    ticks = {"step_free": Session.step_free, "children": Session.children, "drop_in": Session.drop_in}
    asked: list[ColumnExpressionArgument[bool]] = [column for name, column in ticks.items() if getattr(wanted, name)]
    if wanted.theme is not None:
        asked.append(Project.theme == wanted.theme)
    if wanted.language:
        asked.append(Session.language == wanted.language)
    if wanted.free:
        asked.append(Session.cost_pence == 0)
    return asked


def list_this_week(
    ward_ids: Iterable[int] = (), theme: Theme | None = None, number: int = 1, size: int = 20
) -> Page[SessionCard]:
    """What takes place in the next seven days and is not over, the soonest first. Three statements."""
    now = clock.now()
    query = _ids(_PLANNED, Session.ends_at > now, Session.starts_at < now + WEEK)
    return _page(_narrowed(query, Wanted(theme=theme, ward_ids=tuple(ward_ids))), number, size)


def list_next_of_project(project_id: int, most: int = 4, but: int | None = None) -> list[SessionCard]:
    """The next sessions of a project, cancelled ones too (somebody may be looking for them), soonest first."""
    query = _ids(Session.project_id == project_id, Session.ends_at > clock.now())
    if but is not None:
        query = query.where(Session.id != but)
    return in_order(db.session.scalars(query.limit(most)).all())


def list_easy_near(ward_ids: Iterable[int] = (), square: int | None = None, most: int = 1) -> list[SessionCard]:
    """The nearest easy first steps of the next seven days (tea-and-toast kind).

    Nearest to `square` where both squares are known, else in the order of `ward_ids` (one's own first), else the
    soonest anywhere. Two statements.
    """
    wards, now = list(ward_ids), clock.now()
    query = _ids(Session.easy, _PLANNED, Session.starts_at > now, Session.starts_at < now + WEEK)
    found = in_order(db.session.scalars(query.limit(MOST_EASY)).all())

    def farness(card: SessionCard) -> tuple[float, int]:
        metres = metres_between(square, card.square) if square and card.square else float("inf")
        return metres, wards.index(card.ward_id) if card.ward_id in wards else len(wards)

    return sorted(found, key=farness)[:most]


def list_for_matching(ids: Iterable[int] | None = None) -> Sequence[Row[Any]]:
    """What the matcher reads of the sessions to come that everybody may see: all, or those among `ids`."""
    query = select(
        Session.id, Session.name, Session.about, Session.starts_at, Session.ward_id, Session.square, Session.language,
        Session.changed_at, Project.name.label("project_name"), Project.about.label("project_about"), Project.theme,
        Recipe.match_words, Session.step_free, Session.toilet, Session.quiet,
    ).join(Project, Project.id == Session.project_id).outerjoin(Recipe, Recipe.id == Project.recipe_id)  # fmt: skip
    query = query.where(*SHOWN, _PLANNED, Session.starts_at > clock.now()).order_by(Session.id)
    return list(db.session.execute(query if ids is None else query.where(Session.id.in_(set(ids)))))


def list_ids_of(projects: Iterable[int]) -> Sequence[int]:
    """The ids of the sessions, shown or not, of these projects."""
    query = select(Session.id).where(Session.project_id.in_(set(projects)))
    return db.session.scalars(query.order_by(Session.id)).all()
