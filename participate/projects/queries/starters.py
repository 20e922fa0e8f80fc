"""A handful of recipes of many kinds, for whoever wants to start something."""

from dataclasses import fields

from sqlalchemy import select

from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects.models import Recipe
from participate.projects.queries.recipes import RecipeCard

MOST_KEPT = 500


def list_recipes_to_start(turn: int, most: int) -> list[RecipeCard]:
    """Up to `most` recipes that everybody may see, one of each theme before a second of any. One statement.

    `turn` (the number of a week, say) moves on through themes and recipes, so that each has its week.
    """
    columns = [getattr(Recipe, field.name) for field in fields(RecipeCard)]
    query = select(*columns).where(Recipe.hidden_at.is_(None)).order_by(Recipe.name, Recipe.id).limit(MOST_KEPT)
    by_theme: dict[Theme, list[RecipeCard]] = {theme: [] for theme in Theme}
    for row in db.session.execute(query):
        by_theme[row.theme].append(RecipeCard(**row._mapping))
    themes = [theme for theme in Theme if by_theme[theme]]
    chosen: list[RecipeCard] = []
    for step in range(most if themes else 0):
        of_theme = by_theme[themes[(turn + step) % len(themes)]]
        card = of_theme[(turn + step // len(themes)) % len(of_theme)]
        if card not in chosen:
            chosen.append(card)
    return chosen
