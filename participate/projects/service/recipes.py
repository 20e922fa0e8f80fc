"""The recipes come with the house: planted into the database, and kept as the files say."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from participate.audit.service import record
from participate.core.db import db
from participate.profiles.words import RECIPE_THEMES
from participate.projects import queries
from participate.projects.models import Recipe
from participate.projects.rules.plain import plain, plain_people
from participate.projects.rules.slugs import free_slug, house_key

_DATA = files("participate.projects.data")
_PLAIN = ("space", "materials", "skills", "rhythm", "starter_time", "joiner_time")
_AS_WRITTEN = ("name", "summary", "flags", "match_words", "seen_in")


@dataclass(frozen=True)
class Planted:
    """How many recipes were new, how many changed, and how many were there already."""

    new: int
    changed: int
    unchanged: int


@cache
def written_recipes() -> list[dict[str, Any]]:
    """The recipes as their files have them, in the file's order. Not to be changed."""
    written: list[dict[str, Any]] = json.loads(_DATA.joinpath("recipes.json").read_text("utf-8"))
    return written


def plant_recipes() -> Planted:
    """Make or update every recipe. The second time changes nothing. Flushes; the caller commits.

    A recipe of the house is known by its key, so that one that neighbours wrote under the same address stays theirs.
    """
    take_home, steps = _read("take_home.json"), _read("steps.json")
    by_slug = queries.recipes_by_slug()
    by_key = {recipe.key: recipe for recipe in by_slug.values() if recipe.key}
    told: list[tuple[str, Recipe]] = []
    for written in written_recipes():
        slug, key = written["slug"], house_key(written["slug"])
        facts = _facts(written, take_home.get(slug, "")) | {"steps": steps[slug], "key": key}
        recipe = by_key.get(key) or _keyless(by_slug.get(slug))
        if recipe is None:
            recipe = Recipe(slug=free_slug(slug, by_slug), **facts)
            db.session.add(recipe)
            told.append(("made", recipe))
        elif any(getattr(recipe, name) != value for name, value in facts.items()):
            for name, value in facts.items():
                setattr(recipe, name, value)
            told.append(("changed", recipe))
    db.session.flush()
    for verb, recipe in told:
        record(None, verb, "recipe", recipe.id)
    db.session.flush()
    new = sum(verb == "made" for verb, _recipe in told)
    return Planted(new, len(told) - new, len(written_recipes()) - len(told))


def _keyless(recipe: Recipe | None) -> Recipe | None:
    """One that was planted before recipes had keys."""
    return recipe if recipe is not None and recipe.key is None else None


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(_DATA.joinpath(name).read_text("utf-8"))
    return read


def _facts(written: dict[str, Any], take_home: str) -> dict[str, Any]:
    facts = {name: written[name] for name in _AS_WRITTEN} | {name: plain(written[name]) for name in _PLAIN}
    return facts | {
        "theme": RECIPE_THEMES[written["theme"]],
        "people": plain_people(written["people"]),
        "take_home": take_home,
    }
