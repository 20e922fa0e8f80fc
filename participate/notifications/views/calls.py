"""The call list: whom the hub rings, what to say, by when."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import admins, open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.notifications import queries, service
from participate.notifications.forms import CallForm
from participate.notifications.permissions import may_ring
from participate.notifications.words import ASKING, CallOutcome
from participate.places import queries as places

TELLING = (CallOutcome.TOLD, CallOutcome.NOBODY_THERE)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/calls", "calls", calls)
    blueprint.add_url_rule("/calls/<int:call_id>", "call", call, methods=["POST"])


@open_to(staff, admins)
def calls() -> Response:
    """Who waits to be rung at my hubs, the most pressing first."""
    page = queries.list_calls(_hubs(), asked_page())
    return show(
        "notifications/calls.html",
        page=page,
        lines=[
            (each, service.words_to_say(each.letter, each.facts, each.person), _outcomes(each)) for each in page.items
        ],
        now=clock.now(),
    )


@open_to(staff, admins)
def call(call_id: int) -> Response:
    """Note what came of one call."""
    found = queries.get_call(call_id)
    if not may_ring(current_user, found.hub_id):
        raise NotFound
    form = CallForm()
    if not form.validate_on_submit():
        say(_("Say what came of the call."), "bad")
        return go("notifications.calls")
    outcome = CallOutcome(form.outcome.data)
    try:
        service.record_call(current_user.id, found, outcome)
    except RuleBroken as broken:
        say(_(broken.message, **broken.facts), "bad")
        return go("notifications.calls")
    say(_("Noted. It stays on the list.") if outcome is CallOutcome.NOBODY_THERE else _("Noted, and off the list."))
    return go("notifications.calls")


def _hubs() -> list[int] | None:
    """The hubs whose calls she sees; None: all."""
    if current_user.holds("admin"):
        return None
    return [hub.id for hub in places.list_hubs() if may_ring(current_user, hub.id)]


def _outcomes(found: queries.Call) -> tuple[CallOutcome, ...]:
    """What may come of this call."""
    return tuple(CallOutcome) if found.letter in ASKING else TELLING
