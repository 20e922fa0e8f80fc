"""Projects join a mission, move through its stages, and leave it."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.missions import permissions, queries, service
from participate.missions.forms import JoinForm, StageForm
from participate.missions.rules.naming import IsOver
from participate.missions.rules.stages import NotTheNextStage, moves_from
from participate.missions.views._hands import seen
from participate.missions.words import MissionStage
from participate.places.forms import put_error
from participate.projects import queries as projects

BOTH = ["GET", "POST"]


def register(blueprint: Blueprint) -> None:
    base = "/missions/<int:mission_id>"
    blueprint.add_url_rule(f"{base}/join", "join", join, methods=BOTH)
    blueprint.add_url_rule(f"{base}/projects/<int:project_id>", "stage", stage, methods=BOTH)
    blueprint.add_url_rule(f"{base}/projects/<int:project_id>/leave", "leave", leave, methods=["POST"])


@open_to(residents)
def join(mission_id: int) -> Response:
    """Let a project of mine work towards it."""
    found, view = seen(mission_id)
    if view.over:
        raise IsOver
    mine = queries.list_joinable(mission_id, current_user.id)
    form = JoinForm([(str(each.id), each.name) for each in mine])
    if len(mine) == 1:
        form.project.data = form.project.data or str(mine[0].id)
    if mine and form.validate_on_submit():
        project = next(each for each in mine if str(each.id) == form.project.data)
        service.join(current_user.id, found, project)
        say(_("Thank you. %(name)s counts towards it now.", name=project.name))
        return go("missions.mission", mission_id=mission_id)
    return show("missions/join.html", form=form, mission=found, mine=mine, status=422 if form.errors else 200)


@open_to(residents)
def stage(mission_id: int, project_id: int) -> Response:
    """How far our project has come: inspiration, prototype, tested; and what it taught."""
    found, under = _mine(mission_id, project_id)
    form = StageForm(moves_from(under.stage), stage=under.stage.value, learnt=under.learnt)
    if form.validate_on_submit():
        try:
            service.move(current_user.id, under, MissionStage(form.stage.data), form.learnt.data or "")
            say(_("Saved."))
            return go("missions.mission", mission_id=mission_id)
        except NotTheNextStage as broken:
            put_error(form.stage, broken)
        except RuleBroken as broken:
            put_error(form.learnt, broken)
    return show("missions/stage.html", form=form, mission=found, under=under, status=422 if form.errors else 200)


@open_to(residents)
def leave(mission_id: int, project_id: int) -> Response:
    """Our project no longer works towards it."""
    _found, under = _mine(mission_id, project_id)
    service.leave(current_user.id, under)
    say(_("It no longer counts towards this mission. You can join again."))
    return go("missions.mission", mission_id=mission_id)


def _mine(mission_id: int, project_id: int) -> tuple[queries.Mission, queries.MissionProject]:
    """For the project's owner and hosts, whoever keeps the mission, and staff. Raises NotFound or NotAllowed."""
    found, view = seen(mission_id)
    under = queries.get_under(mission_id, project_id)
    leads = current_user.id in projects.list_lead_ids(project_id)
    if not (leads or view.keeps or permissions.is_staff(current_user)):
        raise NotAllowed
    return found, under
