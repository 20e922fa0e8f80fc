"""The missions, and one of them: how far it is, who works towards it, what was learnt."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.missions import permissions, queries
from participate.missions.rules.progress import shown_of
from participate.missions.views._hands import View, seen
from participate.missions.words import MissionMeasure, MissionStage
from participate.organisations import queries as organisations


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/missions", "index", index)
    blueprint.add_url_rule("/missions/<int:mission_id>", "mission", mission)


@open_to(anyone)
def index() -> Response:
    """All missions, those that run first."""
    page = queries.list_missions(asked_page())
    staff = permissions.is_staff(current_user) or permissions.may_name_for_council(current_user)
    may_name = staff or bool(organisations.ids_spoken_for(current_user.id))
    return show("missions/index.html", page=page, progress=queries.progress_of_all(page.items), may_name=may_name)


@open_to(anyone)
def mission(mission_id: int) -> Response:
    """One mission."""
    found, view = seen(mission_id)
    page = queries.list_under(mission_id, asked_page())
    pledges = organisations.list_pledges_for([f"mission:{mission_id}"])
    return show(
        "missions/mission.html", mission=found, view=view, page=page, progress=queries.progress(found),
        stages=list(MissionStage), led=queries.list_led_ids(current_user.id), pledges=pledges,
        learnt=queries.list_tested(mission_id), outcomes=_outcomes(found, view), shown_of=shown_of,
    )  # fmt: skip


def _outcomes(found: queries.Mission, view: View) -> list[queries.MissionOutcome]:
    if found.measure is not MissionMeasure.OUTCOME:
        return []
    return list(queries.list_outcomes(found.id, with_hidden=view.keeps))
