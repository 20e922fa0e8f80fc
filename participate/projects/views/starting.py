"""“Start this near me”: from a recipe to a project in four questions, and its first four weeks."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.throttle import hit
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.organisations.forms import Choices
from participate.organisations.rules import Spot
from participate.places import here
from participate.places import queries as places
from participate.places.rules import PostcodeProblem
from participate.places.service import spot_of
from participate.projects import lines, queries, service
from participate.projects.forms import NearForm, put_error
from participate.projects.rules.recipe_needs import Lack, needs_of
from participate.projects.rules.weeks import weeks_of
from participate.projects.views._hands import project_of_mine, ward_choices
from participate.projects.views._run_by import groups_alike
from participate.projects.views.recipes import seen_recipe
from participate.projects.views.starts import A_DAY, MOST_A_DAY


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/recipes/<slug>/start", "start_recipe", start_recipe, methods=["GET", "POST"])
    blueprint.add_url_rule("/projects/<int:project_id>/weeks/<int:week>", "week", week, methods=["POST"])


@open_to(residents)
def start_recipe(slug: str) -> Response:
    """Start what a recipe describes near me."""
    recipe = seen_recipe(slug)
    needs = needs_of(recipe.skills, recipe.space, recipe.materials)
    form = NearForm(ward_choices(), _street_choices(), needs, name=recipe.name, ward=str(here.find().ward_id or ""))
    if form.validate_on_submit():
        try:
            facts = _facts_of(form, needs)
            hit(f"start:{current_user.id}", MOST_A_DAY, A_DAY)
            made = service.start_near(accounts.get_person(current_user.id), recipe, facts)
            say(_("It has begun. Your first four weeks stand below."))
            return go("projects.show", project_id=made.id)
        except PostcodeProblem as problem:
            put_error(form.postcode, problem)
    groups = groups_alike(here.find().ward_id, recipe.name, recipe.theme, recipe.id)
    return show(
        "projects/start_recipe.html", form=form, recipe=recipe, needs=needs, groups=groups,
        status=422 if form.errors else 200,
    )  # fmt: skip


def _street_choices() -> Choices:
    """The streets of the reader's neighbourhood and of those beside it."""
    ward_id = here.find().ward_id
    wards = {ward.id: ward.name for ward in places.list_wards()}
    near = places.wards_near(ward_id) if ward_id is not None else []
    return [(str(street.id), f"{street.name} ({wards[street.ward_id]})") for street in places.list_streets_of(near)]


def _facts_of(form: NearForm, needs: list[Lack]) -> service.NearFacts:
    """The four answers. Raises PostcodeProblem."""
    name, when = form.name.data or "", form.when.data or ""
    spot, street_id = _place_of(form)
    weeks = lines.week_lines(weeks_of(name, needs, form.there, when))
    return service.NearFacts(name, spot, street_id, when, needs, form.there, weeks)


def _place_of(form: NearForm) -> tuple[Spot, int | None]:
    """A postcode decides, then a street, then the ward; a street elsewhere than the postcode is left out."""
    street = places.find_street(int(form.street.data)) if form.street.data else None
    if form.postcode.data:
        found = spot_of(form.postcode.data)
        return Spot(found.ward_id, found.square), street.id if street and street.ward_id == found.ward_id else None
    if street is not None:
        return Spot(street.ward_id, street.square), street.id
    return Spot(int(form.ward.data or 0)), None


@open_to(residents)
def week(project_id: int, week: int) -> Response:
    """The team has done what stands for a week, or not yet."""
    project_of_mine(project_id)
    done = request.form.get("done")
    if done not in ("yes", "no"):
        raise NotFound
    service.mark_week(current_user.id, queries.get_week(project_id, week), done=done == "yes")
    say(_("Well done.") if done == "yes" else _("It is open again."))
    return go("projects.show", project_id=project_id)
