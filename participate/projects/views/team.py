"""The team: who would like to help, who is in it, who does what."""

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
from participate.projects import lines, queries, service
from participate.projects.forms import HelpForm, MyPartForm
from participate.projects.rules.stages import DoneElsewhere
from participate.projects.rules.team import NotInTeam, ProjectOver
from participate.projects.views._hands import View, look_at, organisation_choices, owner_is_staff, project_of_mine
from participate.projects.words import NeedStatus, RequestStatus

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 20


def register(blueprint: Blueprint) -> None:
    base = "/projects/<int:project_id>"
    blueprint.add_url_rule(f"{base}/help", "help", help_out, methods=["GET", "POST"])
    blueprint.add_url_rule(f"{base}/team", "team", team)
    for path, name, view in (
        ("/help/take-back", "take_back", take_back),
        ("/requests/<int:request_id>/answer", "answer_request", answer_request),
        ("/team/<int:person_id>/part", "give_part", give_part),
        ("/team/<int:person_id>/remove", "remove_mate", remove_mate),
        ("/leave", "leave", leave),
        ("/team/mine", "my_part", my_part),
        ("/help/done", "task_done", task_done),
    ):
        blueprint.add_url_rule(base + path, name, view, methods=["POST"])


@open_to(residents)
def help_out(project_id: int) -> Response:
    """I'd like to help, perhaps with one of the needs."""
    project = queries.get_project(project_id)
    view = look_at(project)
    if project.source:
        raise DoneElsewhere
    if not project.stage.alive:
        raise ProjectOver
    need, form = _asked_need(project), HelpForm()
    if form.validate_on_submit():
        hit(f"help:{current_user.id}", MOST_A_DAY, A_DAY)
        person = accounts.get_person(current_user.id)
        service.ask_to_help(person, queries.get_project(project_id), form.words.data or "", need.id if need else None)
        say(_("Thank you. The team answers within two working days."))
        return go("projects.show", project_id=project_id)
    team = queries.list_team(project_id)
    return show(
        "projects/help.html", form=form, project=project, need=need, answerer=lines.answerer_name(team),
        asked=queries.find_last_request(project_id, current_user.id), view=view, status=422 if form.errors else 200,
    )  # fmt: skip


def _asked_need(project: queries.Project) -> queries.Need | None:
    """The open need in `?need=` or in the form; anything else is none."""
    asked = request.values.get("need", "")
    shown = [need for need in project.needs if need.status is NeedStatus.OPEN and need.hidden_at is None]
    return next((need for need in shown if str(need.id) == asked), None)


@open_to(residents)
def take_back(project_id: int) -> Response:
    """I take my request back."""
    asked = queries.find_last_request(project_id, current_user.id)
    if asked is None or asked.status is not RequestStatus.ASKED:
        raise NotFound
    service.take_back(current_user.id, asked)
    say(_("You took it back. You can ask again whenever you like."))
    return go("projects.show", project_id=project_id)


@open_to(residents)
def task_done(project_id: int) -> Response:
    """I did my 20-minute task."""
    project = queries.get_project(project_id)
    look_at(project)
    asked = queries.find_last_request(project_id, current_user.id)
    if asked is None or asked.need is None or not asked.need.quick:
        raise NotFound
    service.finish_task(accounts.get_person(current_user.id), asked)
    say(_("Thank you! The team hears that it is done."))
    return go("projects.show", project_id=project_id)


@open_to(residents)
def team(project_id: int) -> Response:
    """For the team: who would like to help, who is in it."""
    project, view = project_of_mine(project_id)
    return show(
        "projects/team.html",
        project=project,
        view=view,
        team=queries.list_team(project_id),
        page=queries.list_requests(project_id, asked_page()) if view.leads else None,
        mine=_my_part_form(project_id),
        staff_own=owner_is_staff(project),
    )


def _my_part_form(project_id: int) -> MyPartForm | None:
    """The reader's own part, for her to say; None for staff who are not in the team."""
    member = queries.find_member(project_id, current_user.id)
    if member is None:
        return None
    kept = member.organisation_id
    return MyPartForm(organisation_choices(kept), organisation=str(kept or ""), pack_contact=member.pack_contact)


@open_to(residents)
def my_part(project_id: int) -> Response:
    """For whom I am in the team, and whether my contact goes into the pack."""
    project, _view = project_of_mine(project_id)
    form = _my_part_form(project_id)
    if form is None:
        raise NotInTeam
    if form.validate_on_submit():
        chosen = form.organisation.data
        service.say_my_part(
            current_user.id, project, int(chosen) if chosen else None, pack_contact=bool(form.pack_contact.data)
        )
        say(_("Saved."))
    return go("projects.team", project_id=project_id)


@open_to(residents)
def answer_request(project_id: int, request_id: int) -> Response:
    """Welcome, or not now."""
    _project, view = project_of_mine(project_id)
    if not view.leads:
        raise NotAllowed
    asked, name = queries.get_request(project_id, request_id), ""
    if asked.hidden_at is not None:
        raise NotFound
    name = asked.person.first_name
    if request.form.get("answer") == "welcome":
        service.welcome(current_user.id, asked)
        quick = asked.need is not None and asked.need.quick
        joined = _("%(name)s is in the team now, and hears so.", name=name)
        say(_("%(name)s does it now, and hears so.", name=name) if quick else joined)
        if request.form.get("need") == "met" and asked.need and asked.need.status is NeedStatus.OPEN:
            service.meet_need(current_user.id, asked.need, name)
    else:
        service.say_not_now(current_user.id, asked)
        say(_("We tell %(name)s kindly that it does not fit just now.", name=name))
    return go("projects.team", project_id=project_id)


@open_to(residents)
def give_part(project_id: int, person_id: int) -> Response:
    """Make somebody of the team a host or a helper, or hand the whole project over to her."""
    project, _view = _given_out(project_id)
    part = request.form.get("part", "")
    if part not in _PARTS:
        raise NotFound
    _PARTS[part](current_user.id, project, person_id)
    say(_("Saved."))
    return go("projects.team" if part != "owner" else "projects.show", project_id=project_id)


_PARTS = {"host": service.make_host, "helper": service.make_helper, "owner": service.hand_over}


def _given_out(project_id: int) -> tuple[queries.Project, View]:
    """A project whose parts the reader gives out. Raises NotFound or NotAllowed."""
    project, view = project_of_mine(project_id)
    if not view.gives_parts:
        raise NotAllowed
    return project, view


@open_to(residents)
def remove_mate(project_id: int, person_id: int) -> Response:
    """Take somebody off the list of the team."""
    project, _view = _given_out(project_id)
    service.leave_team(current_user.id, project, person_id)
    say(_("Saved. They are no longer in the team."))
    return go("projects.team", project_id=project_id)


@open_to(residents)
def leave(project_id: int) -> Response:
    """I leave the team."""
    project, _view = project_of_mine(project_id)
    service.leave_team(current_user.id, project, current_user.id)
    say(_("You left the team. Thank you for what you did."))
    return go("projects.show", project_id=project_id)
