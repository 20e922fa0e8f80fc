"""Recipes: how others did it."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.profiles.words import Theme
from participate.projects import queries
from participate.projects.rules.care import care_lines
from participate.projects.rules.credit import seen_at
from participate.projects.rules.plain import sentence


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/recipes", "recipes", recipes)
    blueprint.add_url_rule("/recipes/<slug>", "recipe", recipe)


@open_to(anyone)
def recipes() -> Response:
    """All recipes by name, or those of one theme."""
    theme = asked_theme()
    page = queries.list_recipes(theme, asked_page())
    return show("projects/recipes.html", page=page, theme=theme, themes=list(Theme))


def asked_theme() -> Theme | None:
    """The theme in `?theme=`; anything else is all."""
    return next((theme for theme in Theme if theme.value == request.args.get("theme")), None)


@open_to(anyone)
def recipe(slug: str) -> Response:
    """One recipe: what you do, what it takes, how long."""
    found = queries.get_recipe(slug)
    return show(
        "projects/recipe.html",
        recipe=found,
        sentence=sentence,
        care=care_lines(found.flags),
        seen=seen_at(found.seen_in),
        done_here=queries.list_of_recipe(found.id),
    )
