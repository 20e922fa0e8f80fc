"""Needs: what all projects look for, and one team's list of them."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import RuleBroken
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.matching import queries as matching
from participate.projects import queries, service
from participate.projects.forms import NeedForm, ThanksForm, put_error
from participate.projects.rules.needs import QUICK
from participate.projects.views._hands import kept_need, near, project_of_mine
from participate.projects.words import NeedKind, NeedStatus


def register(blueprint: Blueprint) -> None:
    for path, name, view in (
        ("/projects/<int:project_id>/needs/new", "new_need", new_need),
        ("/needs/<int:need_id>/edit", "edit_need", edit_need),
        ("/needs/<int:need_id>/met", "meet_need", meet_need),
        ("/needs/<int:need_id>/remove", "remove_need", remove_need),
    ):
        blueprint.add_url_rule(path, name, view, methods=["GET", "POST"])
    blueprint.add_url_rule("/needs", "needs", needs)
    blueprint.add_url_rule("/needs/<int:need_id>", "need", need)
    blueprint.add_url_rule("/needs/<int:need_id>/reopen", "reopen_need", reopen_need, methods=["POST"])


@open_to(anyone)
def needs() -> Response:
    """What neighbours look for, nearest first; with `?quick=1` the 20-minute tasks that are done anywhere."""
    quick = request.args.get("quick") == "1"
    return show("projects/needs.html", page=queries.list_needs_open(asked_page(), near(), quick=quick), quick=quick)


@open_to(residents)
def need(need_id: int) -> Response:
    """For the team: one need, and who or what may fit."""
    found, view = kept_need(need_id)
    project = found.project
    asked = found.status is NeedStatus.OPEN and found.hidden_at is None
    fitting = matching.suggestions_for_need(found, project) if asked else None
    team = {mate.person_id for mate in queries.list_team(project.id)} if fitting else set()
    shown = [one for one in fitting.shown if one.kind != "person" or one.id not in team] if fitting else []
    return show(
        "projects/need.html", need=found, project=project, view=view, fitting=shown, ready=fitting and fitting.ready,
        offers=queries.count_offers([need_id]).get(need_id, 0),
    )  # fmt: skip


@open_to(residents)
def new_need(project_id: int) -> Response:
    """Write down one more thing that we lack."""
    project, _view = project_of_mine(project_id)
    form = NeedForm()
    if form.validate_on_submit():
        try:
            service.add_need(current_user.id, project, _facts(form))
            say(_("Neighbours can see it now."))
            return go("projects.show", project_id=project_id)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return show("projects/need_form.html", form=form, project=project, need=None, status=422 if form.errors else 200)


def _facts(form: NeedForm) -> service.NeedFacts:
    quick, minutes = bool(form.quick.data), form.minutes.data
    return service.NeedFacts(
        NeedKind(form.kind.data), form.words.data or "", form.when_words.data or "",
        QUICK if quick and minutes is None else minutes, quick,
    )  # fmt: skip


@open_to(residents)
def edit_need(need_id: int) -> Response:
    """Other words for a need."""
    found, _view = kept_need(need_id)
    form = NeedForm(obj=found)
    if form.validate_on_submit():
        service.change_need(current_user.id, found, _facts(form))
        say(_("Saved."))
        return go("projects.need", need_id=need_id)
    return show(
        "projects/need_form.html", form=form, project=found.project, need=found, status=422 if form.errors else 200
    )


@open_to(residents)
def meet_need(need_id: int) -> Response:
    """It is met: say thank you."""
    found, _view = kept_need(need_id)
    form = ThanksForm()
    if form.validate_on_submit():
        try:
            service.meet_need(current_user.id, found, form.thanks.data or "")
            say(_("Lovely. It is marked as met."))
            return go("projects.show", project_id=found.project_id)
        except RuleBroken as broken:
            put_error(form.thanks, broken)
    return show("projects/met.html", form=form, need=found, project=found.project, status=422 if form.errors else 200)


@open_to(residents)
def reopen_need(need_id: int) -> Response:
    """We need it again."""
    found, _view = kept_need(need_id)
    service.reopen_need(current_user.id, found)
    say(_("Neighbours can see it again."))
    return go("projects.need", need_id=need_id)


@open_to(residents)
def remove_need(need_id: int) -> Response:
    """We do not need it any more: gone, after one question."""
    found, _view = kept_need(need_id)
    project_id = found.project_id
    if request.method == "GET":
        return show("projects/remove_need.html", need=found, project=found.project)
    service.remove_need(current_user.id, found)
    say(_("It is off the list."))
    return go("projects.show", project_id=project_id)
