"""Whom I keep apart from me. The other is never told, and no page says who kept whom apart."""

from flask import Blueprint, current_app, url_for
from flask_babel import gettext as _
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from participate.accounts import out_of_sight, queries, service
from participate.accounts.forms import EndForm
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/mine/apart", "kept_apart", kept_apart)
    blueprint.add_url_rule("/mine/apart/<int:apart_id>/end", "end_kept_apart", end_kept_apart, methods=["POST"])
    blueprint.add_url_rule("/apart/<token>", "keep_apart", keep_apart, methods=["GET", "POST"])
    blueprint.add_app_template_global(apart_url)


@open_to(residents)
def kept_apart() -> Response:
    """The people whom I asked not to meet, and the way to take it back."""
    with out_of_sight.everybody():  # her own list: here alone their first names are for her
        page = queries.page_of_own_apart(current_user.id, asked_page())
    return show("accounts/kept_apart.html", page=page)


@open_to(residents)
def end_kept_apart(apart_id: int) -> Response:
    """We may meet again."""
    found = queries.find_own_apart(current_user.id, apart_id)
    if found is None or not EndForm().validate_on_submit():
        raise NotFound
    service.end_apart(current_user.id, current_user.id, found.other_id)
    say(_("Done. You may see each other here again."))
    return go("accounts.kept_apart")


@open_to(residents)
def keep_apart(token: str) -> Response:
    """Say once more what this does, and do it. The link was made by a page that showed something of theirs to me."""
    other_id = _read(token)
    if queries.find_person(other_id) is None:
        raise NotFound
    form = EndForm()
    if form.validate_on_submit():
        service.set_apart(current_user.id, current_user.id, other_id)
        say(_("Done. You and this neighbour no longer see each other here. We do not tell them."))
        return go("accounts.kept_apart")
    return show("accounts/keep_apart.html", form=form, token=token)


def apart_url(person_id: int | None) -> str:
    """Where the reader keeps this person and herself apart; "" for strangers and for herself.

    The address holds no number that somebody could count up: it is signed, and good for this reader alone.
    """
    if not current_user.is_authenticated or person_id is None or person_id == current_user.id:
        return ""
    return url_for("accounts.keep_apart", token=_signer().dumps([current_user.id, person_id]))


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="apart")


def _read(token: str) -> int:
    try:
        reader_id, other_id = _signer().loads(token)
    except (BadSignature, ValueError, TypeError):
        raise NotFound from None
    if reader_id != current_user.id or not isinstance(other_id, int):
        raise NotFound
    return other_id
