"""Reporting, open to anyone; deciding, open to staff."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.moderation import queries, service, things
from participate.moderation.forms import DecisionForm, ReportForm
from participate.moderation.words import ReportReason

blueprint = Blueprint("moderation", __name__)
REPORTS_AN_HOUR = 10
HOUR = 3600


@blueprint.route("/report/<kind>/<int:thing_id>", methods=["GET", "POST"])
@open_to(anyone)
def report(kind: str, thing_id: int) -> Response:
    """Say that something is wrong with a thing that somebody made."""
    thing = things.get(kind, thing_id)
    if thing.hidden:
        raise NotFound
    form = ReportForm()
    if not form.validate_on_submit():
        return show("moderation/report.html", form=form, thing=thing, status=422 if form.errors else 200)
    reporter, reason, words = current_user.id, ReportReason(form.reason.data), form.words.data or ""
    hit(f"report:{reporter or request.remote_addr}", REPORTS_AN_HOUR, HOUR)
    service.report(reporter, kind, thing_id, reason, words)
    return go("moderation.thanks")


@blueprint.get("/report/thank-you")
@open_to(anyone)
def thanks() -> Response:
    """What happens next."""
    return show("moderation/thanks.html")


@blueprint.get("/reports")
@open_to(staff)
def reports() -> Response:
    """The reports, open ones first, with the things they are about."""
    still_open = request.args.get("done") != "1"
    page = queries.page_of_reports(still_open, asked_page())
    about = things.list_of([(each.kind, each.thing_id) for each in page.items])
    return show("moderation/reports.html", page=page, about=about, still_open=still_open)


@blueprint.route("/reports/<int:report_id>", methods=["GET", "POST"])
@open_to(staff)
def decide(report_id: int) -> Response:
    """One report: what was said, the thing, and the decision."""
    held = queries.get_report(report_id)
    form = DecisionForm()
    thing = things.find(held.kind, held.thing_id)
    if form.validate_on_submit():
        choice, reason = request.form.get("choice"), form.reason.data or ""
        if choice == "restore":
            service.restore(current_user.id, held, reason)
        else:
            service.decide(current_user.id, held, choice == "hide", reason)
        say(_("Done. We tell the people it concerns."))
        return go("moderation.reports")
    others = [each for each in queries.list_open_about(held.kind, held.thing_id) if each.id != held.id]
    return show(
        "moderation/decide.html", held=held, thing=thing, form=form, others=others, status=422 if form.errors else 200
    )
