"""A partner pledges something towards a mission."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.missions.rules.naming import IsOver
from participate.missions.views._hands import seen
from participate.organisations import pledging
from participate.organisations import service as organisations
from participate.organisations.rules.pledges import subject_of
from participate.places.forms import put_error


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/missions/<int:mission_id>/pledge", "pledge", pledge, methods=["GET", "POST"])


@open_to(residents)
def pledge(mission_id: int) -> Response:
    """We will give something towards it."""
    found, view = seen(mission_id)
    if view.over:
        raise IsOver
    form = pledging.pledge_form()
    if form.validate_on_submit():
        try:
            partner, subject = pledging.partner_of(form), subject_of("mission", mission_id)
            made = organisations.pledge(current_user.id, partner, pledging.facts_of(form), subject)
            say(_("Thank you. Say here what you gave, whenever you gave some."))
            return go("organisations.pledge", pledge_id=made.id)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return show("missions/pledge.html", form=form, mission=found, status=422 if form.errors else 200)
