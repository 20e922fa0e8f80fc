"""Partners and a project: "we can help", and the team's answer."""

from collections.abc import Callable

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.organisations import pledging
from participate.organisations import queries as partners
from participate.organisations.forms import PledgeForm
from participate.projects import queries, service
from participate.projects.forms import put_error
from participate.projects.rules.pledges import KINDS
from participate.projects.views._hands import led_project, look_at, project_of_mine

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 40
BOTH = ["GET", "POST"]
Offer = Callable[[], partners.Pledge]


def register(blueprint: Blueprint) -> None:
    base = "/projects/<int:project_id>"
    blueprint.add_url_rule("/needs/<int:need_id>/pledge", "pledge_for_need", pledge_for_need, methods=BOTH)
    blueprint.add_url_rule(f"{base}/pledge", "pledge", pledge, methods=BOTH)
    blueprint.add_url_rule(f"{base}/pledges", "pledges", pledges)
    blueprint.add_url_rule(f"{base}/pledges/<int:pledge_id>/answer", "answer_pledge", answer_pledge, methods=["POST"])


@open_to(residents)
def pledge_for_need(need_id: int) -> Response:
    """We can help: a partner offers what a project lacks."""
    need = queries.get_need(need_id)
    look_at(need.project)
    form = pledging.pledge_form(KINDS[need.kind], need.words)

    def offer() -> partners.Pledge:
        facts, partner = pledging.facts_of(form), pledging.partner_of(form)
        return service.offer_for_need(current_user.id, partner, queries.get_need(need_id), facts)

    return _offer(form, need.project, need, offer)


@open_to(residents)
def pledge(project_id: int) -> Response:
    """We would like to back it."""
    project = queries.get_project(project_id)
    look_at(project)
    try:
        form = pledging.pledge_form()
    except NotAllowed:  # everybody finds the link
        say(_("You do not speak for a partner here yet. One of its people can invite you, or ask at a hub."))
        return go("organisations.index")

    def offer() -> partners.Pledge:
        facts, partner = pledging.facts_of(form), pledging.partner_of(form)
        return service.offer_for_project(current_user.id, partner, queries.get_project(project_id), facts)

    return _offer(form, project, None, offer)


def _offer(form: PledgeForm, project: queries.Project, need: queries.Need | None, offer: Offer) -> Response:
    if form.validate_on_submit():
        hit(f"pledge:{current_user.id}", MOST_A_DAY, A_DAY)
        try:
            made = offer()
            say(_("Thank you. The team answers within two working days."))
            return go("organisations.pledge", pledge_id=made.id)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return show("projects/pledge.html", form=form, project=project, need=need, status=422 if form.errors else 200)


@open_to(residents)
def pledges(project_id: int) -> Response:
    """For the team: what partners offer."""
    project, view = project_of_mine(project_id)
    found = partners.list_pledges_for(queries.list_pledge_subjects(project), waiting=True)
    needs = {f"need:{need.id}": need.words for need in project.needs}
    return show("projects/pledges.html", project=project, view=view, pledges=found, needs=needs)


@open_to(residents)
def answer_pledge(project_id: int, pledge_id: int) -> Response:
    """Yes please, not this time, or: it is here, thank you."""
    project, _view = led_project(project_id)
    found = partners.get_pledge(pledge_id)
    if found.subject not in queries.list_pledge_subjects(project) or found.hidden_at is not None:
        raise NotFound
    answer = request.form.get("answer", "")
    if answer in ("yes", "not_now"):
        service.answer_offer(current_user.id, project, found, welcome=answer == "yes")
        say(_("Thank you. They hear it from us."))
    elif answer == "here":
        service.receive_offer(current_user.id, found, pledging.known_before())
        say(_("Lovely. It is marked as given, and the partner is thanked."))
    return go("projects.pledges", project_id=project_id)
