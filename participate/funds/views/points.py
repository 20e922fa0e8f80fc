"""Pages of the kit points: everybody reads what streets and projects have; a hub's staff give them."""

from collections.abc import Sequence

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.rules import read_contact
from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import anyone, open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.funds import permissions, queries, service
from participate.funds.forms import BudgetForm
from participate.funds.rules import NobodyThere
from participate.places import queries as places
from participate.places.forms import put_error
from participate.projects import queries as projects
from participate.projects.queries.matching import list_team_ids_of

MOST_PROJECTS = 100


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/hubs/<int:hub_id>/points", "points", points)
    blueprint.add_url_rule("/hubs/<int:hub_id>/points/set", "set_points", set_points, methods=["GET", "POST"])


@open_to(anyone)
def points(hub_id: int) -> Response:
    """Who has how many kit points of this hub, and how many are left."""
    hub, gives = places.get_hub(hub_id), permissions.may_give(current_user, hub_id)
    page = queries.list_budgets(hub_id, asked_page(), starters=gives)
    own = queries.list_budgets_of(_my_subjects()) if current_user.is_authenticated else []
    mine = [each for each in own if each.hub_id == hub_id]
    return show("funds/points.html", hub=hub, gives=gives, page=page, mine=mine)


@open_to(staff)
def set_points(hub_id: int) -> Response:
    """Give points, or give more or fewer."""
    hub = places.get_hub(hub_id)
    if not permissions.may_give(current_user, hub_id):
        raise NotAllowed
    form = BudgetForm(_subjects(hub))
    form.person.choices = [(str(each.id), each.name) for each in _people(form)]
    if form.validate_on_submit():
        try:
            found = _chosen(form)
            if found is not None:
                service.set_budget(current_user.id, hub_id, *found, form.total.data or 0)
                say(_("Saved."))
                return go("funds.points", hub_id=hub_id)
        except RuleBroken as broken:
            put_error(form.starter if isinstance(broken, NobodyThere) else form.total, broken)
    return show("funds/set_points.html", form=form, hub=hub, status=422 if form.errors else 200)


def _chosen(form: BudgetForm) -> tuple[str, str] | None:
    """The subject and its name; None while it is not clear which of several people. Raises RuleBroken."""
    names = dict(form.whose.choices)
    if form.whose.data:
        return str(form.whose.data), str(names[form.whose.data])
    people = _people(form)
    if not people:
        raise NobodyThere
    chosen = [each for each in people if str(each.id) == form.person.data] if len(people) > 1 else people
    if not chosen:
        form.person.errors = [_("Choose who it is.")]
        return None
    return f"person:{chosen[0].id}", chosen[0].first_name


def _people(form: BudgetForm) -> Sequence[accounts.Person]:
    """Those at the contact that was written; nobody where it is none."""
    try:
        return accounts.list_at_contact(*read_contact(form.starter.data or "", True)) if form.starter.data else []
    except RuleBroken:
        return []


def _subjects(hub: places.Hub) -> list[tuple[str, str]]:
    """The streets of the hub's ward and of those beside it, and the living projects, those near it first."""
    wards = places.wards_near(hub.ward_id)
    streets = [(f"street:{each.id}", each.name) for each in places.list_streets_of(wards)]
    return streets + [(f"project:{each.id}", each.name) for each in projects.list_projects_near(wards, MOST_PROJECTS)]


def _my_subjects() -> set[str]:
    own = {f"project:{number}" for number in list_team_ids_of(current_user.id)}
    return own | {f"person:{current_user.id}"}
