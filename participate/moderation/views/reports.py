"""Reporting, open to anyone; asking again, open to authors; where it stands, for whoever wrote it."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import and_list
from participate.core.paging import asked_page
from participate.moderation import queries, service, things
from participate.moderation.forms import AskAgainForm, ReportForm
from participate.moderation.rules.holding import read
from participate.moderation.words import NOUNS, MeasureKind, ReportReason, ReportStatus
from participate.places.rules.answer_days import answer_by

REPORTS_AN_HOUR = 10
HOUR = 3600


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/report/<kind>/<int:thing_id>", "report", report, methods=["GET", "POST"])
    blueprint.add_url_rule("/report/thank-you", "thanks", thanks)
    blueprint.add_url_rule("/ask-again/<kind>/<int:thing_id>", "ask_again", ask_again, methods=["GET", "POST"])
    blueprint.add_url_rule("/measures/<int:measure_id>/<token>", "measure", measure, methods=["GET", "POST"])
    blueprint.add_url_rule("/where-it-stands", "mine", mine)


@open_to(anyone)
def report(kind: str, thing_id: int) -> Response:
    """Say that something is wrong with a thing that somebody made."""
    thing = things.get(kind, thing_id)
    if thing.hidden or not thing.how.reportable or not thing.may_report(current_user.id):
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
    facts = {"form": form, "thing": thing, **_standing(thing)}
    return show("moderation/ask_again.html", **facts, status=422 if form.errors else 200)


@open_to(anyone)
def measure(measure_id: int, token: str) -> Response:
    """Somebody who was warned, or may not take part for now, asks somebody else to look at it; signed in or not."""
    found = queries.get_measure(measure_id)
    if not queries.is_token_of(found, token):
        raise NotFound
    thing = things.get("measure", measure_id)
    form = AskAgainForm()
    if form.validate_on_submit():
        service.ask_again(found.person_id, thing, form.words.data or "")
        say(_("Thank you. A colleague who did not decide reads this."))
        return go("moderation.measure", measure_id=measure_id, token=token)
    facts = {"form": form, "measure": found, "paused": found.kind is MeasureKind.SUSPENDED, **_standing(thing)}
    response = show("moderation/measure.html", **facts, status=422 if form.errors else 200)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _standing(thing: things.Thing) -> dict[str, object]:
    """The reason of the last decision, and whether somebody has yet to look."""
    about = queries.list_about(thing.kind, thing.id)
    decision = next((each.decision for each in reversed(about) if each.status is ReportStatus.HIDDEN), "")
    waits = [each for each in about if each.status is ReportStatus.OPEN]
    asked = any(each.reason is ReportReason.ASK_AGAIN for each in waits)
    return {"decision": decision, "asked": asked, "waiting": bool(waits)}


@open_to(residents)
def mine() -> Response:
    """Everything of mine that somebody looks at first, or has looked at: what was said, and how to go on."""
    page = queries.list_mine(current_user.id, asked_page())
    found = things.find_all((each.kind, each.thing_id) for each in page.items)
    lines = [(each, found.get((each.kind, each.thing_id)), _seen(each.found)) for each in page.items]
    return show("moderation/mine.html", page=page, lines=lines, nouns=NOUNS)


def _seen(found: str) -> str:
    """What the house saw, as a line."""
    return and_list([_(each.label) for each in read(found)])
