"""Reading projects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, case, select
from sqlalchemy.orm import joinedload, selectinload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.core.text import shorten
from participate.organisations.models import Organisation
from participate.places.models import Ward
from participate.profiles.words import Theme
from participate.projects.models import Project, Recipe
from participate.projects.queries.near import Near, nearest_first
from participate.projects.queries.pages import with_cards
from participate.projects.words import Shelf, Stage

CARD_TEXT = 140  # letters of what it is about
OVER = (Stage.ENDED, Stage.HANDED_OVER)
OURS = Project.source == ""
SHOWN = Project.hidden_at.is_(None)

# What one can come to stands before what gathers, and that before what rests.
_LIVELY = case({Stage.RUNNING: 0, Stage.TRYING_OUT: 1, Stage.GATHERING: 2}, value=Project.stage, else_=3)


@dataclass(frozen=True)
class ProjectCard:
    """What a card shows of a project. `elsewhere`: it was done in another place, which `place` names."""

    id: int
    name: str
    about: str
    theme: Theme
    stage: Stage
    minutes: int | None
    cost_pence: int
    ward_id: int | None
    square: int | None
    place: str
    elsewhere: bool


CARD: tuple[Any, ...] = (
    Project.id, Project.name, Project.about, Project.theme, Project.stage, Project.minutes, Project.cost_pence,
    Project.ward_id, Project.square, Ward.name.label("ward_name"), Project.place_text, Project.source,
)  # fmt: skip


def card_of(row: Row[Any]) -> ProjectCard:
    """The card of a row of `CARD`."""
    facts = {column.key: getattr(row, column.key) for column in CARD}
    elsewhere, ward_name, told = facts.pop("source") != "", facts.pop("ward_name"), facts.pop("place_text")
    facts["about"] = shorten(facts["about"], CARD_TEXT)
    return ProjectCard(**facts, place=told if elsewhere else ward_name or "", elsewhere=elsewhere)


def cards_of(ids: Iterable[int]) -> dict[int, ProjectCard]:
    """The cards of those projects among `ids` that everybody may see, by id. One statement."""
    wanted = set(ids)
    if not wanted:
        return {}
    query = select(*CARD).outerjoin(Ward, Ward.id == Project.ward_id).where(Project.id.in_(wanted), SHOWN)
    return {card.id: card for card in map(card_of, db.session.execute(query))}


def _in_order(ids: Sequence[int]) -> list[ProjectCard]:
    cards = cards_of(ids)
    return [cards[each] for each in ids if each in cards]


def _on(shelf: Shelf) -> tuple[ColumnElement[bool], ...]:
    if shelf is Shelf.ELSEWHERE:
        return (Project.source != "", SHOWN)
    over = Project.stage.in_(OVER)
    return (OURS, SHOWN, over if shelf is Shelf.ENDED else ~over)


def list_projects(shelf: Shelf, theme: Theme | None, ward_id: int | None, near: Near, number: int) -> Page[ProjectCard]:
    """One list of projects, narrowed; nearest first where the place is known, then the liveliest, then what changed
    last.

    What was done elsewhere stands by name and is never near. Three statements.
    """
    query = select(Project.id).where(*_on(shelf))
    if theme is not None:
        query = query.where(Project.theme == theme)
    if ward_id is not None:
        query = query.where(Project.ward_id == ward_id)
    if shelf is Shelf.ELSEWHERE:
        query = query.order_by(Project.name, Project.id)
    else:
        query = query.order_by(*nearest_first(near, _LIVELY, Project.changed_at.desc(), Project.id.desc()))
    page = page_of(query, number)
    return with_cards(page, cards_of(page.items))


def list_projects_near(ward_ids: Sequence[int] = (), most: int = 6) -> list[ProjectCard]:
    """Up to `most` of our living projects; those of the wards first, in their order, then the liveliest. Two
    statements.
    """
    order = {ward_id: place for place, ward_id in enumerate(ward_ids)}
    nearest = (case(order, value=Project.ward_id, else_=len(order)),) if order else ()
    query = select(Project.id).where(*_on(Shelf.NOW))
    query = query.order_by(*nearest, _LIVELY, Project.changed_at.desc(), Project.id.desc()).limit(most)
    return _in_order(db.session.scalars(query).all())


def list_of_recipe(recipe_id: int, most: int = 4) -> list[ProjectCard]:
    """Up to `most` of our projects that follow a recipe, the living first, then by name. Two statements."""
    query = select(Project.id).where(Project.recipe_id == recipe_id, OURS, SHOWN)
    over = case((Project.stage.in_(OVER), 1), else_=0)
    return _in_order(db.session.scalars(query.order_by(over, Project.name, Project.id).limit(most)).all())


@dataclass(frozen=True)
class Group:
    """A living project that an organisation runs."""

    project_id: int
    name: str
    theme: Theme
    recipe_id: int | None
    organisation_id: int
    organisation: str


def list_groups(ward_ids: Sequence[int], theme: Theme | None = None, most: int = 20) -> list[Group]:
    """What organisations run in these wards already, of one theme or of all; the first ward first. One statement."""
    order = {ward_id: place for place, ward_id in enumerate(ward_ids)}
    query = select(Project.id, Project.name, Project.theme, Project.recipe_id, Organisation.id, Organisation.name)
    query = query.join(Organisation, Organisation.id == Project.organisation_id)
    query = query.where(*_on(Shelf.NOW), Organisation.hidden_at.is_(None), Project.ward_id.in_(ward_ids))
    if theme is not None:
        query = query.where(Project.theme == theme)
    nearest = (case(order, value=Project.ward_id, else_=len(order)),) if order else ()
    rows = db.session.execute(query.order_by(*nearest, Project.name, Project.id).limit(most))
    return [Group(*row) for row in rows]


def list_of_organisation(organisation_id: int, most: int = 6) -> list[ProjectCard]:
    """Up to `most` projects that an organisation runs, by name. Two statements."""
    query = select(Project.id).where(Project.organisation_id == organisation_id, OURS, SHOWN)
    return _in_order(db.session.scalars(query.order_by(Project.name, Project.id).limit(most)).all())


def find_project(project_id: int | None) -> Project | None:
    """The project, hidden or not, with all that its page shows; or None. Two statements."""
    if project_id is None:
        return None
    parts = (
        joinedload(Project.ward), joinedload(Project.street), joinedload(Project.recipe), joinedload(Project.idea),
        joinedload(Project.organisation), joinedload(Project.grown_from), selectinload(Project.needs),
    )  # fmt: skip
    return db.session.scalar(select(Project).where(Project.id == project_id).options(*parts))


def get_project(project_id: int) -> Project:
    """The project, hidden or not: ask permissions.may_see_project. Raises NotFound."""
    project = find_project(project_id)
    if project is None:
        raise NotFound
    return project


def find_card_of_idea(idea_id: int) -> ProjectCard | None:
    """The project that an idea became, if everybody may see it."""
    query = select(Project.id).where(Project.idea_id == idea_id, SHOWN).order_by(Project.id).limit(1)
    return next(iter(_in_order(db.session.scalars(query).all())), None)


_MATCHED: tuple[Any, ...] = (
    Project.id, Project.name, Project.about, Project.theme, Project.stage, Project.ward_id, Project.square,
    Project.source, Project.recipe_id, Project.changed_at, Recipe.match_words,
)  # fmt: skip


def projects_for_matching(ids: Iterable[int] | None = None) -> Sequence[Row[Any]]:
    """What the matcher reads of the projects that everybody may see: of all, or of those among `ids`.

    Ours while they live; those done elsewhere always (their `source` is not empty).
    """
    query = select(*_MATCHED).outerjoin(Recipe, Recipe.id == Project.recipe_id)
    query = query.where(SHOWN, ~OURS | ~Project.stage.in_(OVER)).order_by(Project.id)
    return db.session.execute(query if ids is None else query.where(Project.id.in_(set(ids)))).all()
