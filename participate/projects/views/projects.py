"""Projects: the lists, one project, its page changed, its next step."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import RuleBroken
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.matching import queries as matching
from participate.missions import queries as missions
from participate.places.rules import PostcodeProblem
from participate.profiles.words import Theme
from participate.projects import lines, queries, service
from participate.projects.forms import EditForm, NarrowForm, StageForm, put_error
from participate.projects.rules.parts import part_of_typed
from participate.projects.rules.stages import WhoTakesIt, moves_from
from participate.projects.views._care import care_facts
from participate.projects.views._hands import (
    View,
    led_project,
    look_at,
    near,
    organisation_choices,
    owner_is_staff,
    ward_choices,
)
from participate.projects.views._run_by import groups_near
from participate.projects.views._weeks import weeks_facts
from participate.projects.views.recipes import asked_theme
from participate.projects.views.starts import facts_of, spot_chosen
from participate.projects.words import SOURCES, NeedStatus, Shelf, Stage, TeamPart
from participate.sessions import queries as sessions
from participate.spaces import queries as spaces
from participate.spaces.rules import price_typed
from participate.stories import queries as stories

MOST_NEXT = 4


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/projects", "index", index)
    blueprint.add_url_rule("/projects/<int:project_id>", "show", show_one)
    blueprint.add_url_rule("/projects/<int:project_id>/edit", "edit", edit, methods=["GET", "POST"])
    blueprint.add_url_rule("/projects/<int:project_id>/stage", "stage", stage, methods=["GET", "POST"])


@open_to(anyone)
def index() -> Response:
    """The projects: here now, nearest first; ended here; done elsewhere."""
    form = NarrowForm(ward_choices(), formdata=request.args)
    form.validate()
    theme = asked_theme()
    shelf = next((each for each in Shelf if each.value == request.args.get("shelf")), Shelf.NOW)
    ward = form.ward.data if form.ward.data and not form.ward.errors else ""
    page = queries.list_projects(shelf, theme, int(ward) if ward else None, near(), asked_page())
    values = {"theme": theme, "ward": ward, "shelf": shelf if shelf is not Shelf.NOW else None}
    return show(
        "projects/index.html", page=page, form=form, listed=shelf, lists=list(Shelf), theme=theme, themes=list(Theme),
        values={name: str(value) for name, value in values.items() if value},
    )  # fmt: skip


@open_to(anyone)
def show_one(project_id: int) -> Response:
    """One project: what it is, when to come, what it needs, who is in it."""
    project = queries.get_project(project_id)
    view = look_at(project)
    if project.source:
        source, licence = SOURCES.get(project.source, (project.source.replace("_", " "), ""))
        return show("projects/elsewhere.html", project=project, view=view, source=source, licence=licence)
    team = queries.list_team(project_id)
    steps, at = lines.stage_steps(project.stage)
    needs = [need for need in project.needs if need.hidden_at is None or view.keeps_needs]
    return show(
        "projects/show.html", project=project, view=view, steps=steps, at=at, team=team, who=lines.who_line(team),
        answerer=lines.answerer_name(team), needs=needs, fits=_fits(project, needs, view),
        offers=queries.count_offers(need.id for need in needs if need.status is NeedStatus.OPEN),
        asked=None if view.part else queries.find_last_request(project_id, current_user.id),
        waiting=queries.count_requests(project_id) if view.leads else 0,
        sessions=sessions.list_next_of_project(project_id, MOST_NEXT),
        stories=stories.list_of_project(project_id), missions=missions.list_of_project(project_id),
        bookings=spaces.list_of_subject(f"project:{project_id}") if view.keeps_needs else [],
        **weeks_facts(project, view), **care_facts(project, view),
    )  # fmt: skip


def _fits(project: queries.Project, needs: list[queries.Need], view: View) -> dict[int, int]:
    """For the team: how many people, spaces or things the matcher knows for each open need."""
    if not view.keeps_needs:
        return {}
    waiting = [need for need in needs if need.status is NeedStatus.OPEN]
    return {need.id: len(matching.suggestions_for_need(need, project).suggestions) for need in waiting}


@open_to(residents)
def edit(project_id: int) -> Response:
    """Change what the page of my project says."""
    project, _view = led_project(project_id)
    form = EditForm(ward_choices(), organisation_choices(project.organisation_id), **_as_typed(project))
    if form.validate_on_submit():
        try:
            spot = spot_chosen(form, project)
            service.change_project(current_user.id, project, facts_of(form), spot, _parts_of(form))
            say(_("Saved."))
            return go("projects.show", project_id=project_id)
        except PostcodeProblem as problem:
            put_error(form.postcode, problem)
    groups = groups_near(project.ward_id, project.theme, project.id)
    return show("projects/edit.html", form=form, project=project, groups=groups, status=422 if form.errors else 200)


_PARTS = ("product", "test_days", "test_result", "asks_next", "backed_by")


def _parts_of(form: EditForm) -> service.PartsFacts:
    return service.PartsFacts(
        our_part=part_of_typed(form.our_part.data or ""), council_part=part_of_typed(form.council_part.data or ""),
        selling=bool(form.selling.data), **{name: form[name].data or "" for name in _PARTS},
    )  # fmt: skip


def _as_typed(project: queries.Project) -> dict[str, object]:
    same = ("name", "about", "theme", "minutes", "take_home", "bring", "our_part", "council_part", "selling", *_PARTS)
    return {name: getattr(project, name) for name in same} | {
        "ward": str(project.ward_id or ""),
        "cost": price_typed(project.cost_pence),
        "organisation": str(project.organisation_id or ""),
    }


@open_to(residents)
def stage(project_id: int) -> Response:
    """Take the next step: try it out, run, rest, end, hand over."""
    project, _view = led_project(project_id)
    mates = [mate for mate in queries.list_team(project_id) if mate.part is not TeamPart.OWNER]
    form = StageForm(moves_from(project.stage), [(str(mate.person_id), mate.told_apart) for mate in mates])
    if form.validate_on_submit():
        chosen = form.successor.data
        try:
            service.move_project(current_user.id, project, Stage(form.stage.data), int(chosen) if chosen else None)
            say(_("Done: %(stage)s", stage=_(project.stage.says)))
            return go("projects.show", project_id=project_id)
        except WhoTakesIt as broken:
            put_error(form.successor if mates else form.stage, broken)
        except RuleBroken as broken:
            put_error(form.stage, broken)
    return show(
        "projects/stage.html", form=form, project=project, mates=mates, staff_own=owner_is_staff(project),
        status=422 if form.errors else 200,
    )  # fmt: skip
