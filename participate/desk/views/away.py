"""Who is away, and who covers."""

from datetime import timedelta

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.desk import permissions, queries, service
from participate.desk.forms import AwayForm
from participate.desk.views._area import her_hub
from participate.places.forms import put_error

AHEAD = timedelta(days=366)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/desk/away/<int:hub_id>", "away", away, methods=["GET", "POST"])
    blueprint.add_url_rule("/desk/away/times/<int:away_id>/end", "end_away", end_away, methods=["POST"])


@open_to(staff)
def away(hub_id: int) -> Response:
    """Who of a hub is away, now and later; and one more."""
    hub, _area = her_hub(hub_id)
    form = AwayForm(queries.list_colleagues(hub_id), current_user.id)
    if form.validate_on_submit():
        try:
            service.add_away(
                current_user.id, hub_id, int(form.person.data), form.cover_id, form.first.day, form.last.day
            )
            say(_("Thank you. It stands on the desk and in the diary."))
            return go("desk.away", hub_id=hub_id)
        except RuleBroken as broken:
            put_error(form.last, broken)
    times = queries.list_away(hub_id, clock.today(), clock.today() + AHEAD)
    return show("desk/away.html", form=form, hub=hub, times=times, status=422 if form.errors else 200)


@open_to(staff)
def end_away(away_id: int) -> Response:
    """She is back, or stays after all."""
    found = queries.get_away(away_id)
    if not permissions.may_work_at(current_user, found.hub_id):
        raise NotFound
    service.end_away(current_user.id, found)
    say(_("Taken off the list."))
    return go("desk.away", hub_id=found.hub_id)
