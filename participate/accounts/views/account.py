"""My account: name, neighbourhood, and the browsers in which I am signed in."""

from flask import Blueprint, g
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries, service, tablet
from participate.accounts.forms import EndForm, MeForm
from participate.accounts.permissions import may_end_sign_in
from participate.accounts.views._steps import ward_choices
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.places import here


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/mine/account", "account", account, methods=["GET", "POST"])
    blueprint.add_url_rule("/mine/sign-ins", "sign_ins", sign_ins)
    blueprint.add_url_rule("/mine/sign-ins/<int:sign_in_id>/end", "end_one", end_one, methods=["POST"])
    blueprint.add_url_rule("/mine/sign-ins/end", "end_all", end_all, methods=["POST"])
    blueprint.add_url_rule("/sign-out", "sign_out", sign_out, methods=["POST"])


@open_to(residents)
def account() -> Response:
    """Change my name or neighbourhood, and say whether my place is kept to 250 metres."""
    place = here.find()
    square = current_user.square or (place.square if place.ward_id == current_user.ward_id else None)
    form = MeForm(
        ward_choices(), name=current_user.name, ward=str(current_user.ward_id or ""),
        keep_square=current_user.square is not None,
    )  # fmt: skip
    if form.validate_on_submit():
        same_ward = int(form.ward.data) == current_user.ward_id
        kept = square if form.keep_square.data and same_ward else None
        service.change_person(queries.get_person(current_user.id), form.name.data or "", int(form.ward.data), kept)
        say(_("Saved."))
        return go("accounts.account")
    known = square is not None
    return show(
        "accounts/account.html",
        form=form,
        square_known=known,
        leave=EndForm(),
        status=422 if form.errors else 200,
    )


@open_to(residents)
def sign_ins() -> Response:
    """The browsers in which I am signed in."""
    held = queries.list_sign_ins(current_user.id)
    return show("accounts/sign_ins.html", held=held, this=g.get("sign_in_id"), form=EndForm())


@open_to(residents)
def end_one(sign_in_id: int) -> Response:
    """End one of my sign-ins."""
    held = queries.find_sign_in_by_id(sign_in_id)
    if held is None or not may_end_sign_in(current_user, held.person_id):
        raise NotFound
    service.end_sign_in(current_user.id, sign_in_id)
    say(_("Signed out there."))
    return go("accounts.sign_ins")


@open_to(residents)
def end_all() -> Response:
    """End all of them, this one too."""
    service.end_all(queries.get_person(current_user.id))
    return _leave()


@open_to(residents)
def sign_out() -> Response:
    """Sign out here."""
    if "sign_in_id" in g:
        service.end_sign_in(current_user.id, g.sign_in_id)
    return _leave()


def _leave() -> Response:
    tablet.start_afresh()
    say(_("You are signed out."))
    response = go("home.index")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
