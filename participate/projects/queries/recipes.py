"""Reading recipes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import joinedload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.core.text import slug_of
from participate.profiles.words import Theme
from participate.projects.models import Recipe
from participate.projects.queries.pages import with_cards


@dataclass(frozen=True)
class RecipeCard:
    """What a card shows of a recipe."""

    id: int
    slug: str
    name: str
    theme: Theme
    summary: str
    joiner_time: str
    people: str


SHOWN_RECIPE = Recipe.hidden_at.is_(None)
_CARD: tuple[Any, ...] = (
    Recipe.id, Recipe.slug, Recipe.name, Recipe.theme, Recipe.summary, Recipe.joiner_time, Recipe.people,
)  # fmt: skip


def recipe_cards_of(ids: Iterable[int]) -> dict[int, RecipeCard]:
    """The cards of those recipes among `ids` that everybody may see, by id. One statement."""
    wanted = set(ids)
    rows = db.session.execute(select(*_CARD).where(Recipe.id.in_(wanted), SHOWN_RECIPE)) if wanted else ()
    return {row.id: RecipeCard(**row._mapping) for row in rows}


def list_recipes(theme: Theme | None, number: int, size: int = 20) -> Page[RecipeCard]:
    """The recipes by name, of one theme or all. Three statements."""
    query = select(Recipe.id).where(SHOWN_RECIPE).order_by(Recipe.name, Recipe.id)
    page = page_of(query if theme is None else query.where(Recipe.theme == theme), number, size)
    return with_cards(page, recipe_cards_of(page.items))


def get_recipe(slug: str) -> Recipe:
    """The recipe whose address is `slug`, hidden or not, with its place. Raises NotFound."""
    plain = slug == slug_of(slug)  # anything else was made up, and a NUL would be an error in PostgreSQL
    parts = (joinedload(Recipe.ward), joinedload(Recipe.street))
    recipe = db.session.scalar(select(Recipe).where(Recipe.slug == slug).options(*parts)) if plain else None
    if recipe is None:
        raise NotFound
    return recipe


def find_recipe(recipe_id: int | None) -> Recipe | None:
    """The recipe, hidden or not, or None."""
    return db.session.get(Recipe, recipe_id) if recipe_id is not None else None


def find_recipe_of(project_id: int) -> Recipe | None:
    """The recipe that a team made of its project, hidden or not, or None."""
    return db.session.scalar(select(Recipe).where(Recipe.project_id == project_id))


def list_slugs() -> set[str]:
    """The addresses that are taken."""
    return set(db.session.scalars(select(Recipe.slug)))


def recipes_by_slug() -> dict[str, Recipe]:
    """Every recipe by its slug. There are dozens, not thousands."""
    return {recipe.slug: recipe for recipe in db.session.scalars(select(Recipe).order_by(Recipe.slug))}


_MATCHED: tuple[Any, ...] = (
    Recipe.id, Recipe.slug, Recipe.name, Recipe.theme, Recipe.summary, Recipe.space, Recipe.materials,
    Recipe.skills, Recipe.match_words,
)  # fmt: skip


def recipes_for_matching(ids: Iterable[int] | None = None) -> Sequence[Row[Any]]:
    """What the matcher reads of the recipes that everybody may see: of all, or of those among `ids`."""
    query = select(*_MATCHED).where(SHOWN_RECIPE).order_by(Recipe.id)
    return db.session.execute(query if ids is None else query.where(Recipe.id.in_(set(ids)))).all()
