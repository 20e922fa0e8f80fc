"""Invitations to speak for a partner: made by its people, said yes to by a link."""

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.core import clock
from participate.core.fields import Form
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.organisations import permissions, queries, service
from participate.organisations.views._hands import mine, seen


def register(blueprint: Blueprint) -> None:
    base = "/organisations/<int:organisation_id>/invitations"
    blueprint.add_url_rule(base, "invites", invites, methods=["GET", "POST"])
    blueprint.add_url_rule(f"{base}/<int:invite_id>/take-back", "uninvite", uninvite, methods=["POST"])
    blueprint.add_url_rule("/speak-for/<token>", "speak_for", speak_for, methods=["GET", "POST"])


@open_to(residents)
def invites(organisation_id: int) -> Response:
    """Ask a colleague to speak for us too: a link that is shown once."""
    found, view = mine(organisation_id), seen(organisation_id)[1]
    form, link = Form(), ""
    if form.validate_on_submit():
        secret = service.invite(current_user.id, found)
        link = url_for("organisations.speak_for", token=secret, _external=True)
    answer = show(
        "organisations/invites.html", organisation=found, view=view, form=form, link=link,
        may_name=permissions.may_name_speakers(current_user), invites=queries.list_invites_open(organisation_id),
    )  # fmt: skip
    return _secret(answer)


@open_to(residents)
def uninvite(organisation_id: int, invite_id: int) -> Response:
    """The link leads nowhere any more."""
    mine(organisation_id)
    service.take_back_invite(current_user.id, queries.get_invite(organisation_id, invite_id))
    say(_("That link no longer works."))
    return go("organisations.invites", organisation_id=organisation_id)


@open_to(residents)
def speak_for(token: str) -> Response:
    """I am asked to speak for a partner."""
    found, form = service.find_by_secret(token), Form()
    if form.validate_on_submit():
        mine_now = service.accept_invite(accounts.get_person(current_user.id), token)
        say(_("Thank you. You speak for %(name)s now.", name=mine_now.name))
        return go("organisations.organisation", organisation_id=mine_now.id)
    good = found is not None and found.used_at is None and found.good_until >= clock.now()
    partner = found.organisation if found is not None and good and found.organisation.hidden_at is None else None
    return _secret(show("organisations/speak_for.html", organisation=partner, form=form, token=token))


def _secret(response: Response) -> Response:
    """Nothing keeps a copy of the page, and no link on it tells another site where it was followed from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
