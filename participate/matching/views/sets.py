"""For a team and staff: the smallest set that would let their project start, and how the asking stands."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.errors import NotAllowed, NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.matching.assembling import rules
from participate.matching.queries import asks, sets
from participate.matching.service import answering_asks, asking
from participate.matching.words import SetStatus
from participate.places import here
from participate.projects import permissions
from participate.projects import queries as projects
from participate.projects.rules.recipe_needs import needs_of

A_DAY, MOST_A_DAY = 24 * 3600, 12


def register(blueprint: Blueprint) -> None:
    base = "/projects/<int:project_id>/set"
    blueprint.add_url_rule(base, "best_set", best_set)
    blueprint.add_url_rule("/recipes/<slug>/set", "recipe_set", recipe_set)
    for path, name, view in (("ask", "ask_all", ask_all), ("go", "go_ahead", go_ahead), ("off", "call_off", call_off)):
        blueprint.add_url_rule(f"{base}/{path}", name, view, methods=["POST"])


def _kept(project_id: int) -> projects.Project:
    """A project whose needs the reader may keep. Raises NotFound or NotAllowed."""
    project = projects.get_project(project_id)
    part = projects.part_of(project_id, current_user.id)
    if not permissions.may_see_project(current_user, part, hidden=project.hidden_at is not None):
        raise NotFound
    if not permissions.may_keep_needs(current_user, part, elsewhere=bool(project.source)):
        raise NotAllowed
    return project


def _asked(project_id: int) -> asks.ProjectSet:
    """The set that such a project asks for now. Raises NotFound, NotAllowed or NobodyAsked."""
    _kept(project_id)
    found = asks.find_set_asking(project_id)
    if found is None:
        raise rules.NobodyAsked
    return found


@open_to(residents)
def best_set(project_id: int) -> Response:
    """Who, where, with what and when; or, once they are asked, how that stands."""
    project, heads = _kept(project_id), rules.heads_of(request.args.get("heads"))
    newest = asks.find_newest_set(project_id)
    asked = newest if newest is not None and newest.status is not SetStatus.OVER else None
    waits = asked is not None and asked.status is SetStatus.ASKING
    alive = project.stage.alive and project.hidden_at is None
    found = sets.propose(project, heads, current_user.id) if alive and not waits else None
    return show(
        "matching/best_set.html", project=project, asked=asked, waits=waits, heads=heads, choices=rules.HEADS,
        lines=sets.lines_of(asked) if asked is not None else [], found=found,
        named=permissions.is_staff(current_user),
    )  # fmt: skip


@open_to(residents)
def recipe_set(slug: str) -> Response:
    """What there is near me, or near an idea (`?idea=`), for a recipe, before anybody starts it here. Names nobody."""
    recipe = projects.get_recipe(slug)
    if recipe.hidden_at is not None:
        raise NotFound
    idea = projects.find_idea(_number(request.args.get("idea")))
    place = idea if idea is not None and idea.hidden_at is None else here.find()
    lacks = needs_of(recipe.skills, recipe.space, recipe.materials)
    return show(
        "matching/recipe_set.html", recipe=recipe, idea=idea if place is idea else None,
        found=sets.propose_for(lacks, place, rules.USUAL_HEADS, current_user.id),
    )  # fmt: skip


def _number(typed: str | None) -> int | None:
    return int(typed) if typed is not None and typed.isascii() and typed.isdigit() and len(typed) < 10 else None


@open_to(residents)
def ask_all(project_id: int) -> Response:
    """Ask all of them."""
    project = _kept(project_id)
    hit(f"ask_all:{project_id}", MOST_A_DAY, A_DAY)
    heads = rules.heads_of(request.form.get("heads"))
    asking.ask_all(current_user.id, project, heads, request.form.get("set", ""))
    say(_("They are asked. You hear from us as soon as it is on."))
    return go("matching.best_set", project_id=project_id)


@open_to(residents)
def go_ahead(project_id: int) -> Response:
    """With those who said yes."""
    answering_asks.go_ahead(current_user.id, _asked(project_id))
    say(_("It is on. Everybody who said yes hears it."))
    return go("matching.best_set", project_id=project_id)


@open_to(residents)
def call_off(project_id: int) -> Response:
    """Not this time."""
    answering_asks.call_off(current_user.id, _asked(project_id))
    say(_("It is off. Whoever said yes hears it, kindly."))
    return go("matching.best_set", project_id=project_id)
