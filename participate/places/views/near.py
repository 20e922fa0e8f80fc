"""Where are you? One field, or a ward from the list. What is typed is turned into a place and forgotten."""

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to
from participate.core.http import go, go_to, say, show
from participate.places import here, queries, service
from participate.places.forms import ForgetForm, PlaceForm, put_error
from participate.places.rules import PostcodeProblem
from participate.places.views._tiles import tiles


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/near", "choose", choose, methods=["GET", "POST"])
    blueprint.add_url_rule("/near/forget", "forget", forget, methods=["POST"])


@open_to(anyone)
def choose() -> Response:
    """Say where I am, by postcode or by ward."""
    form, hint = PlaceForm(then=request.args.get("then", "")), None
    if form.validate_on_submit():
        slug = request.form.get("ward")
        try:
            spot = service.Spot(queries.get_ward(slug).id, None) if slug else service.spot_of(form.postcode.data or "")
            return _keep(form, spot)
        except PostcodeProblem as problem:
            put_error(form.postcode, problem)
            hint = queries.find_ward_by_code(problem.ward_code)
    wards = queries.list_wards()
    return show(
        "places/choose.html", form=form, forget=ForgetForm(), wards=wards, hint=hint, tiles=tiles(wards),
        status=422 if form.errors else 200,
    )  # fmt: skip


def _keep(form: PlaceForm, spot: service.Spot) -> Response:
    """The ward goes to the account of somebody signed in, the square only if she agrees."""
    if current_user.is_authenticated:
        square = spot.square if form.keep_square.data else None
        service.move_to(current_user._get_current_object(), spot.ward_id, square)
    ward = queries.find_ward(spot.ward_id)
    say(_("Thank you. What is near %(place)s comes first now.", place=ward.name if ward else ""))
    response = go_to(form.then.data, url_for("home.index"))
    here.remember(response, spot.ward_id, spot.square)
    return response


@open_to(anyone)
def forget() -> Response:
    """Forget my place, here and in my account."""
    if not ForgetForm().validate_on_submit():
        return go("places.choose")
    if current_user.is_authenticated:
        service.forget_place(current_user._get_current_object())
    say(_("Your place is forgotten."))
    response = go("places.choose")
    here.forget(response)
    return response
