"""A handful of recipes of many kinds, for whoever wants to start something."""

from sqlalchemy import select

from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects.models import Recipe
from participate.projects.queries.recipes import RecipeCard, recipe_cards_of

MOST_KEPT = 1000


def list_recipes_to_start(turn: int, most: int) -> list[RecipeCard]:
    """Up to `most` recipes that everybody may see, one of each theme before a second of any. Two statements.

    `turn` (the number of a week, say) moves on through themes and recipes, so that each has its week.
    """
    query = select(Recipe.id, Recipe.theme).where(Recipe.hidden_at.is_(None)).order_by(Recipe.name, Recipe.id)
    by_theme: dict[Theme, list[int]] = {theme: [] for theme in Theme}
    for number, theme in db.session.execute(query.limit(MOST_KEPT)):
        by_theme[theme].append(number)
    themes = [theme for theme in Theme if by_theme[theme]]
    chosen: list[int] = []
    for step in range(most if themes else 0):
        of_theme = by_theme[themes[(turn + step) % len(themes)]]
        number = of_theme[(turn + step // len(themes)) % len(of_theme)]
        if number not in chosen:
            chosen.append(number)
    cards = recipe_cards_of(chosen)
    return [cards[number] for number in chosen if number in cards]
