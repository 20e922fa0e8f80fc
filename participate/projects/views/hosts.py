"""Hosts of the same recipe: who else does it, and the hub brings two together."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.throttle import hit
from participate.core.errors import NotAllowed, NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.projects import permissions, queries, service
from participate.projects.views._hands import look_at

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 10


def register(blueprint: Blueprint) -> None:
    base = "/projects/<int:project_id>/hosts"
    blueprint.add_url_rule(base, "hosts", hosts)
    blueprint.add_url_rule(f"{base}/meet", "may_meet", may_meet, methods=["POST"])
    blueprint.add_url_rule(f"{base}/<int:member_id>/ask", "ask_to_meet", ask_to_meet, methods=["POST"])


def _hosted(project_id: int) -> tuple[queries.Project, queries.TeamMember]:
    """A project that follows a recipe and that the reader hosts. Raises NotFound or NotAllowed."""
    project = queries.get_project(project_id)
    if not permissions.may_meet_hosts(look_at(project).part):
        raise NotAllowed
    mine = queries.find_member(project_id, current_user.id)
    if project.recipe_id is None or mine is None:
        raise NotFound
    return project, mine


@open_to(residents)
def hosts(project_id: int) -> Response:
    """Who else hosts what came from the same recipe and likes to meet."""
    project, mine = _hosted(project_id)
    return show("projects/hosts.html", project=project, mine=mine, page=queries.list_other_hosts(project, asked_page()))


@open_to(residents)
def may_meet(project_id: int) -> Response:
    """Other hosts may meet me, or no longer."""
    _project, mine = _hosted(project_id)
    yes = request.form.get("yes") == "y"
    service.say_may_meet(current_user.id, mine, yes=yes)
    say(_("Other hosts of this recipe see your first name now.") if yes else _("Other hosts no longer see your name."))
    return go("projects.hosts", project_id=project_id)


@open_to(residents)
def ask_to_meet(project_id: int, member_id: int) -> Response:
    """Ask the hub to bring us together."""
    project, _mine = _hosted(project_id)
    hit(f"meet:{current_user.id}", MOST_A_DAY, A_DAY)
    other = queries.find_other_host(project, member_id)
    service.ask_to_meet(accounts.get_person(current_user.id), project, other)
    say(_("The hub knows. Somebody there talks to you both, and nobody’s number is passed on before."))
    return go("projects.hosts", project_id=project_id)
