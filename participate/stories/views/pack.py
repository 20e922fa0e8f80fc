"""The hand-over pack of a project, and whose contact may go into it."""

from flask import Blueprint, make_response, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotAllowed
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.projects import queries as projects
from participate.stories import permissions, queries, rules, service
from participate.stories.views._hands import seen_project


def register(blueprint: Blueprint) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/projects/<int:project_id>/pack", "pack", pack, methods=both)
    blueprint.add_url_rule("/projects/<int:project_id>/pack/me", "pack_consent", pack_consent, methods=both)


@open_to(residents)
def pack(project_id: int) -> Response:
    """First what is in the pack and whose contact; then, by a press, the pack itself."""
    project = seen_project(project_id)
    part = projects.part_of(project_id, current_user.id)
    if not permissions.may_take_pack(current_user, part, elsewhere=bool(project.source)):
        raise NotAllowed
    if request.method == "GET":
        return show("stories/pack.html", project=project, part=part, consents=queries.list_consents(project_id))
    response = make_response(service.make_pack(current_user.id, project))
    response.mimetype = "application/zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{rules.file_name(project.name)}"'
    return response


@open_to(residents)
def pack_consent(project_id: int) -> Response:
    """May my own contact go into the pack? Yes or no, and changed at any time."""
    project = seen_project(project_id)
    member = projects.find_member(project_id, current_user.id)
    if member is None:
        raise NotAllowed
    answer = request.form.get("answer", "")
    if answer in ("yes", "no"):
        service.set_consent(member, agreed=answer == "yes")
        say(_("Thank you. It is noted."))
        return go("projects.show", project_id=project_id)
    return show("stories/pack_consent.html", project=project, member=member)
