"""Recipes: how others did it."""

from flask import Blueprint, request
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.profiles.words import Theme
from participate.projects import permissions, queries
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
    return show(
        "projects/recipes.html", page=page, theme=theme, themes=list(Theme), is_staff=permissions.is_staff(current_user)
    )


def asked_theme() -> Theme | None:
    """The theme in `?theme=`; anything else is all."""
    return next((theme for theme in Theme if theme.value == request.args.get("theme")), None)


def seen_recipe(slug: str) -> queries.Recipe:
    """A recipe that the reader may see. Raises NotFound."""
    found = queries.get_recipe(slug)
    hidden = found.hidden_at is not None
    part = queries.part_of(found.project_id, current_user.id) if hidden and found.project_id else None
    if not permissions.may_see_recipe(current_user, part, hidden=hidden):
        raise NotFound
    return found


@open_to(anyone)
def recipe(slug: str) -> Response:
    """One recipe: what you do, what it takes, how long, what it grew from and what grew from it."""
    found = seen_recipe(slug)
    return show(
        "projects/recipe.html",
        recipe=found,
        sentence=sentence,
        care=care_lines(found.flags),
        seen=seen_at(found.seen_in),
        done_here=queries.list_of_recipe(found.id),
        family=queries.family_of(found),
    )
