"""Recipes travel from borough to borough in a file. The same file again changes nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.places.queries import find_borough
from participate.projects import queries
from participate.projects.models import Recipe
from participate.projects.rules.recipe_file import FIELDS, ReadFile, RecipeRow, read_file, without_circles, write_file
from participate.projects.rules.slugs import free_slug

_TAKEN_ALONG = (*(name for name in FIELDS if name != "borough"), "steps", "match_words")


@dataclass
class Taken:
    """What became of a file's recipes, each by name. `kept` are here already and stay as they are."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def export_recipes(slugs: Collection[str] = ()) -> str:
    """A file of these recipes and of those they grew from; of all that everybody may see where none is named.

    Raises NotFound for a recipe that is not there, or is hidden.
    """
    recipes = list(db.session.scalars(select(Recipe).where(Recipe.hidden_at.is_(None), Recipe.key.is_not(None))))
    by_id, by_slug = {recipe.id: recipe for recipe in recipes}, {recipe.slug: recipe for recipe in recipes}
    if not set(slugs) <= set(by_slug):
        raise NotFound
    wanted = _with_mothers([by_slug[slug] for slug in slugs], by_id) if slugs else recipes
    here = _here()
    written = [_written(recipe, by_id, here) for recipe in sorted(wanted, key=lambda each: each.id)]
    return write_file(here, written)


def _with_mothers(recipes: Sequence[Recipe], by_id: dict[int, Recipe]) -> list[Recipe]:
    found: dict[int, Recipe] = {}
    waiting = list(recipes)
    while waiting:
        recipe = waiting.pop()
        if recipe.id not in found:
            found[recipe.id] = recipe
            waiting += [by_id[each] for each in (recipe.grown_from_id,) if each in by_id]
    return list(found.values())


def _written(recipe: Recipe, by_id: dict[int, Recipe], here: str) -> dict[str, Any]:
    mother = by_id.get(recipe.grown_from_id or 0)
    facts: dict[str, Any] = {name: getattr(recipe, name) for name in _TAKEN_ALONG}
    return facts | {
        "key": recipe.key, "grown_from": mother.key if mother else None, "theme": recipe.theme.value,
        "borough": recipe.borough or here,
    }  # fmt: skip


def look_at_file(text: str, *, biggest: int) -> Taken:
    """What would become of the recipes of a file. Changes nothing. Raises BadFile."""
    read, rows = _good_rows(text, biggest)
    known, taken = _known(rows), Taken(refused=read.refused)
    for row in rows:
        _list_of(taken, known.get(row.key), row).append(row.facts["name"])
    return taken


def import_recipes(actor_id: int | None, text: str, *, biggest: int) -> Taken:
    """Take the recipes of a file. One that is written here is never changed. Flushes. Raises BadFile."""
    read, rows = _good_rows(text, biggest)
    known, taken, slugs = _known(rows), Taken(refused=read.refused), queries.list_slugs()
    here = _here()
    touched: list[tuple[str, Recipe]] = []
    for row in rows:
        recipe = known.get(row.key)
        where = _list_of(taken, recipe, row)
        where.append(row.facts["name"])
        if recipe is None:
            slug = free_slug(row.facts["name"], slugs)
            slugs.add(slug)
            recipe = known[row.key] = Recipe(**_facts(row, here), slug=slug, key=row.key, made_at=clock.now())
            db.session.add(recipe)
            touched.append(("made", recipe))
        elif where is taken.changed:
            for name, value in _facts(row, here).items():
                setattr(recipe, name, value)
            touched.append(("changed", recipe))
    db.session.flush()
    _join_families(rows, known, {id(recipe) for verb, recipe in touched if verb == "made"})
    for verb, recipe in touched:
        record(actor_id, verb, "recipe", recipe.id)
    db.session.flush()
    return taken


def _good_rows(text: str, biggest: int) -> tuple[ReadFile, list[RecipeRow]]:
    read = read_file(text, biggest=biggest)
    rows, circles = without_circles(read.good, queries.parents_by_key())
    read.refused += circles
    return read, rows


def _known(rows: Iterable[RecipeRow]) -> dict[str, Recipe]:
    """The recipes here by key: those of the file, and those that they grew from."""
    keys = {key for row in rows for key in (row.key, row.parent_key) if key}
    return {recipe.key or "": recipe for recipe in db.session.scalars(select(Recipe).where(Recipe.key.in_(keys)))}


def _facts(row: RecipeRow, here: str) -> dict[str, Any]:
    return dict(row.facts) | ({"borough": ""} if row.facts["borough"] == here else {})


def _here() -> str:
    """The name of this borough; "" before it is known."""
    borough = find_borough()
    return borough.name if borough else ""


def _list_of(taken: Taken, recipe: Recipe | None, row: RecipeRow) -> list[str]:
    """Where a row goes: only a recipe that came from the same borough before may change."""
    if recipe is None:
        return taken.new
    same_origin = recipe.borough != "" and recipe.borough == row.facts["borough"] and recipe.project_id is None
    differs = any(getattr(recipe, name) != value for name, value in row.facts.items())
    return taken.changed if same_origin and differs else taken.kept


def _join_families(rows: Iterable[RecipeRow], known: dict[str, Recipe], new: set[int]) -> None:
    """A new recipe grows from the one that it names, if that is here by now."""
    for row in rows:
        mother = known.get(row.parent_key or "")
        if mother is not None and id(known[row.key]) in new:
            known[row.key].grown_from_id = mother.id
