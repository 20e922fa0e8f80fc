"""Reporting, open to anyone; asking again, open to authors; deciding, open to staff."""

from datetime import datetime

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, residents, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.moderation import queries, service, things
from participate.moderation.forms import AskAgainForm, DecisionForm, ReportForm
from participate.moderation.words import NOUNS, Choice, ReportReason, ReportStatus
from participate.places.rules.answer_days import answer_by, is_late

REPORTS_AN_HOUR = 10
HOUR = 3600


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/report/<kind>/<int:thing_id>", "report", report, methods=["GET", "POST"])
    blueprint.add_url_rule("/report/thank-you", "thanks", thanks)
    blueprint.add_url_rule("/ask-again/<kind>/<int:thing_id>", "ask_again", ask_again, methods=["GET", "POST"])
    blueprint.add_url_rule("/reports", "reports", reports)
    blueprint.add_url_rule("/reports/<int:report_id>", "decide", decide, methods=["GET", "POST"])


@open_to(anyone)
def report(kind: str, thing_id: int) -> Response:
    """Say that something is wrong with a thing that somebody made."""
    thing = things.get(kind, thing_id)
    if thing.hidden:
        raise NotFound
    form = ReportForm()
    if not form.validate_on_submit():
        return show("moderation/report.html", form=form, thing=thing, status=422 if form.errors else 200)
    reporter = current_user.id
    hit(f"report:{reporter or request.remote_addr}", REPORTS_AN_HOUR, HOUR)
    service.report(reporter, things.get(kind, thing_id), form.chosen, form.words.data or "")
    return go("moderation.thanks")


@open_to(anyone)
def thanks() -> Response:
    """What happens next."""
    return show("moderation/thanks.html", by=answer_by(clock.local(clock.now()), {}))


@open_to(residents)
def ask_again(kind: str, thing_id: int) -> Response:
    """The author of a hidden thing asks to have it looked at again."""
    thing = things.get(kind, thing_id)
    if current_user.id not in thing.author_ids:
        raise NotFound
    form = AskAgainForm()
    if form.validate_on_submit():
        service.ask_again(current_user.id, thing, form.words.data or "")
        return go("moderation.thanks")
    about = queries.list_about(kind, thing_id)
    decision = next((each.decision for each in reversed(about) if each.status is ReportStatus.HIDDEN), "")
    waiting = any(each.status is ReportStatus.OPEN and each.reason is ReportReason.ASK_AGAIN for each in about)
    facts = {"form": form, "thing": thing, "decision": decision, "waiting": waiting}
    return show("moderation/ask_again.html", **facts, status=422 if form.errors else 200)


@open_to(staff)
def reports() -> Response:
    """What waits for a decision, the longest waiting first; or what was decided, the newest first."""
    done = request.args.get("done") == "1"
    page = queries.list_decided(asked_page()) if done else queries.list_waiting(asked_page())
    return show("moderation/reports.html", page=page, done=done, nouns=NOUNS, is_late=_is_late)


@open_to(staff)
def decide(report_id: int) -> Response:
    """One thing that was reported: what was said, what it says, and the decision."""
    held = queries.get_report(report_id)
    thing = things.find(held.kind, held.thing_id)
    about = queries.list_about(held.kind, held.thing_id)
    waiting = any(each.status is ReportStatus.OPEN for each in about)
    form = DecisionForm(_choices(thing, waiting))
    if form.validate_on_submit():
        choice, reason = Choice(form.choice.data), form.reason.data or ""
        if thing is None:
            service.close(current_user.id, held, reason)
        else:
            service.decide(current_user.id, held, choice, reason)
        say(_("Done. We tell the people it concerns."))
        return go("moderation.reports")
    own = thing is not None and current_user.id in thing.author_ids
    facts = {"held": held, "thing": thing, "form": form, "about": about, "waiting": waiting, "own": own}
    return show("moderation/decide.html", **facts, nouns=NOUNS, status=422 if form.errors else 200)


def _choices(thing: things.Thing | None, waiting: bool) -> list[tuple[Choice, str]]:
    """What can be done with the thing as it is now."""
    if thing is None:
        return [(Choice.KEEP, _("Close it: the thing is gone"))] if waiting else []
    if thing.hidden:
        leave = [(Choice.HIDE, _("Leave it hidden"))] if waiting else []
        return [*leave, (Choice.SHOW, _("Show it again"))]
    keep = [(Choice.KEEP, _("Keep it"))] if waiting else []
    return [*keep, (Choice.HIDE, _("Hide it"))]


def _is_late(since: datetime) -> bool:
    """Whether somebody waits longer than two working days."""
    return is_late(answer_by(clock.local(since), {}), False, clock.now())
