"""A partner's own page of a pledge: made, changed, given bit by bit, taken back, told."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.days import day_of
from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.organisations import pledging, queries, service
from participate.organisations.forms import CameForm, GivenForm, PledgeForm
from participate.organisations.rules.pledges import asks_a_team
from participate.organisations.views._hands import mine, my_pledge
from participate.organisations.views._subjects import named
from participate.organisations.words import PledgeStatus
from participate.places.forms import put_error

BOTH = ["GET", "POST"]


def register(blueprint: Blueprint) -> None:
    base = "/pledges/<int:pledge_id>"
    new = "/organisations/<int:organisation_id>/pledges/new"
    blueprint.add_url_rule(new, "new_pledge", new_pledge, methods=BOTH)
    blueprint.add_url_rule(base, "pledge", pledge)
    blueprint.add_url_rule(f"{base}/edit", "edit_pledge", edit_pledge, methods=BOTH)
    blueprint.add_url_rule(f"{base}/given", "given", given, methods=BOTH)
    blueprint.add_url_rule(f"{base}/came", "came", came, methods=BOTH)
    blueprint.add_url_rule(f"{base}/take-back", "take_back", take_back, methods=["POST"])


@open_to(residents)
def new_pledge(organisation_id: int) -> Response:
    """Say what we can give to whoever needs it."""
    found = mine(organisation_id)
    form = PledgeForm([(str(organisation_id), found.name)], amount=1)
    form.organisation.data = str(organisation_id)
    if form.validate_on_submit():
        try:
            service.pledge(current_user.id, found, pledging.facts_of(form))
            say(_("Thank you. Neighbours can read it now."))
            return go("organisations.organisation", organisation_id=organisation_id)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return show("organisations/new_pledge.html", form=form, organisation=found, status=422 if form.errors else 200)


@open_to(residents)
def pledge(pledge_id: int) -> Response:
    """One pledge of ours: where it stands, what was given, what came of it."""
    found = my_pledge(pledge_id)
    waits = found.status is PledgeStatus.PLEDGED and asks_a_team(found.subject)
    return show(
        "organisations/pledge.html", pledge=found, subject=named([found.subject]).get(found.subject), waits=waits,
        given=queries.list_given(pledge_id),
    )  # fmt: skip


@open_to(residents)
def edit_pledge(pledge_id: int) -> Response:
    """Other words or another amount."""
    found = my_pledge(pledge_id)
    partner = str(found.organisation_id)
    likely = {"kind": found.kind.value, "words": found.words, "amount": found.amount}
    form = PledgeForm([(partner, found.organisation.name)], **likely)
    form.organisation.data = partner
    if form.validate_on_submit():
        try:
            service.change_pledge(current_user.id, found, pledging.facts_of(form))
            say(_("Saved."))
            return go("organisations.pledge", pledge_id=pledge_id)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return show("organisations/edit_pledge.html", form=form, pledge=found, status=422 if form.errors else 200)


@open_to(residents)
def given(pledge_id: int) -> Response:
    """We gave some of it."""
    found = my_pledge(pledge_id)
    form = GivenForm(day=clock.today().isoformat(), units=max(1, found.amount - found.met))
    if form.validate_on_submit():
        try:
            day = day_of(form.day.data or "")
            service.note_given(current_user.id, found, form.units.data or 1, day, pledging.known_before())
            say(_("Thank you. It is noted."))
            return go("organisations.pledge", pledge_id=pledge_id)
        except RuleBroken as broken:
            put_error(form.units, broken)
    return show("organisations/given.html", form=form, pledge=found, status=422 if form.errors else 200)


@open_to(residents)
def came(pledge_id: int) -> Response:
    """What came of it."""
    found = my_pledge(pledge_id)
    form = CameForm(came=found.came)
    if form.validate_on_submit():
        service.tell_outcome(current_user.id, found, form.came.data or "")
        say(_("Saved. Everybody can read it on your page."))
        return go("organisations.pledge", pledge_id=pledge_id)
    return show("organisations/came.html", form=form, pledge=found, status=422 if form.errors else 200)


@open_to(residents)
def take_back(pledge_id: int) -> Response:
    """We cannot give it after all."""
    found = my_pledge(pledge_id)
    service.answer_pledge(current_user.id, found, PledgeStatus.TAKEN_BACK)
    say(_("It is taken back. Thank you for saying so."))
    return go("organisations.pledge", pledge_id=pledge_id)
