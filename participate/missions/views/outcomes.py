"""What partners report towards a mission: theirs, with what exactly they counted."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.days import day_of
from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.missions import permissions, queries, service
from participate.missions.forms import OutcomeForm
from participate.missions.rules.outcomes import check_kind
from participate.missions.views._hands import partner_choices, seen
from participate.organisations import queries as organisations
from participate.places.forms import put_error


def register(blueprint: Blueprint) -> None:
    base = "/missions/<int:mission_id>/outcomes"
    blueprint.add_url_rule(f"{base}/new", "report", report, methods=["GET", "POST"])
    blueprint.add_url_rule(f"{base}/<int:outcome_id>/take-back", "take_back", take_back, methods=["POST"])


@open_to(residents)
def report(mission_id: int) -> Response:
    """Say what we counted."""
    found, view = seen(mission_id)
    check_kind(found.measure)
    partners = partner_choices(view)
    form = OutcomeForm(partners, definition=found.definition)
    if len(partners) == 1:
        form.organisation.data = partners[0][0]
    if form.validate_on_submit():
        try:
            partner = organisations.get_organisation(int(form.organisation.data))
            service.report(current_user.id, found, partner, _facts(form))
            say(_("Thank you. It stands on the page as yours."))
            return go("missions.mission", mission_id=mission_id)
        except RuleBroken as broken:
            put_error(form.first_day, broken)
    return show("missions/report.html", form=form, mission=found, status=422 if form.errors else 200)


def _facts(form: OutcomeForm) -> service.OutcomeFacts:
    return service.OutcomeFacts(
        form.number.data or 0, form.definition.data or "", day_of(form.first_day.data or ""),
        day_of(form.last_day.data or ""),
    )  # fmt: skip


@open_to(residents)
def take_back(mission_id: int, outcome_id: int) -> Response:
    """What we reported was wrong."""
    _found, view = seen(mission_id)
    outcome = queries.get_outcome(mission_id, outcome_id)
    if not permissions.may_report(current_user, outcome.organisation_id, view.speaks_for):
        raise NotAllowed
    service.take_back(current_user.id, outcome)
    say(_("It is taken back. You can report these days again."))
    return go("missions.mission", mission_id=mission_id)
