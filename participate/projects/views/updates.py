"""Short notes of a team: all of them, a new one, one taken away."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.errors import NotAllowed, NotFound
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.projects import queries, service
from participate.projects.forms import UpdateForm
from participate.projects.views._hands import look_at

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 10


def register(blueprint: Blueprint) -> None:
    base = "/projects/<int:project_id>/updates"
    blueprint.add_url_rule(base, "updates", updates)
    blueprint.add_url_rule(f"{base}/new", "new_update", new_update, methods=["GET", "POST"])
    blueprint.add_url_rule("/updates/<int:update_id>/remove", "remove_update", remove_update, methods=["POST"])


@open_to(anyone)
def updates(project_id: int) -> Response:
    """All notes of a project, the newest first."""
    project = queries.get_project(project_id)
    view = look_at(project)
    if project.source:
        raise NotFound
    return show("projects/updates.html", project=project, view=view, page=queries.list_notes(project_id, asked_page()))


@open_to(residents)
def new_update(project_id: int) -> Response:
    """For the team: a sentence or two about what is new."""
    project = queries.get_project(project_id)
    if look_at(project).part is None:
        raise NotAllowed
    form = UpdateForm()
    if form.validate_on_submit():
        hit(f"update:{current_user.id}", MOST_A_DAY, A_DAY)
        service.add_update(current_user.id, project, form.words.data or "")
        say(_("It stands on the page now."))
        return go("projects.show", project_id=project_id)
    return show("projects/new_update.html", project=project, form=form, status=422 if form.errors else 200)


@open_to(residents)
def remove_update(update_id: int) -> Response:
    """I take my note away."""
    update = queries.get_update(update_id)
    project_id = update.project_id
    service.remove_update(current_user.id, update)
    say(_("Your note is gone."))
    return go("projects.updates", project_id=project_id)
