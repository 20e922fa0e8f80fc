"""A tablet in a hub's shop: set up by staff, locked by itself, taken in hand by a PIN; else it is the visitors'."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import current, queries, rules, service, tablet
from participate.accounts.forms import EndForm, NewPinForm, PinForm, TabletForm
from participate.accounts.permissions import may_end_tablet
from participate.accounts.throttle import hit
from participate.accounts.views._steps import start_here
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, reads_first, staff
from participate.core.http import go, go_to, is_local, say, show
from participate.places import queries as places

QUARTER = 15 * 60  # seconds
PER_TABLET = 30  # tries of PINs


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/tablet", "tablets", tablets, methods=["GET", "POST"])
    blueprint.add_url_rule("/tablet/<int:tablet_id>/end", "end_tablet", end_tablet, methods=["POST"])
    blueprint.add_url_rule("/tablet/lock", "lock", lock, methods=["GET", "POST"])
    blueprint.add_url_rule("/tablet/pin/<int:person_id>", "take_tablet", take_tablet, methods=["GET", "POST"])
    blueprint.add_url_rule("/mine/pin", "my_pin", my_pin, methods=["GET", "POST"])


@open_to(staff)
def tablets() -> Response:
    """The tablets of my hubs; make this browser one."""
    hubs = {hub.id: hub.name for hub in places.list_hubs() if may_end_tablet(current_user, hub.id)}
    form = TabletForm([(str(key), name) for key, name in hubs.items()])
    if tablet.here() is None and form.validate_on_submit():
        secret = service.set_up_tablet(current_user.id, int(form.hub.data), form.label.data or "")
        service.end_sign_in(current_user.id, current.sign_in_id())
        tablet.start_afresh_as(secret)
        say(_("This is the shop’s tablet now. It locks after two quiet minutes."))
        return go("accounts.lock")
    return show(
        "accounts/tablets.html",
        form=form,
        held=queries.list_tablets(list(hubs)),
        hubs=hubs,
        has_pin=queries.find_pin(current_user.id) is not None,
        status=422 if form.errors else 200,
    )


@open_to(staff)
def end_tablet(tablet_id: int) -> Response:
    """A tablet is lost, or is not the shop's any more."""
    found = queries.get_tablet_row(tablet_id)
    if found is None or not may_end_tablet(current_user, found.hub_id) or not EndForm().validate_on_submit():
        raise NotFound
    service.end_tablet(current_user.id, found)
    say(_("Taken out of use. Nobody is signed in on it any more."))
    return go("accounts.tablets")


@open_to(anyone)
def lock() -> Response:
    """The locked tablet: staff tap their name, visitors begin. What a visitor left behind is gone.

    A page that went here by itself although somebody was busy on it (parts of it came and went) goes back.
    """
    shop = _shop()
    then = request.args.get("then")
    busy = current_user.is_authenticated and request.method == "GET" and is_local(then)
    if busy:
        tablet.keep_still()
        return go_to(then, "/")
    if request.method == "POST" and EndForm().validate_on_submit() and current_user.is_authenticated:
        service.end_sign_in(current_user.id, current.sign_in_id())
    tablet.start_afresh()
    if request.method == "POST":
        answer = go("accounts.lock")
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
        return answer
    onward = then if is_local(then) else None
    return show("accounts/tablet_locked.html", shop=shop, people=queries.list_pin_holders(shop.hub_id), then=onward)


@open_to(anyone)
@reads_first
def take_tablet(person_id: int) -> Response:
    """One of the staff writes her PIN, and the tablet is hers."""
    shop, then = _shop(), request.args.get("then")
    who = next((each for each in queries.list_pin_holders(shop.hub_id) if each.id == person_id), None)
    if who is None:
        raise NotFound
    form, name = PinForm(), who.first_name
    if form.validate_on_submit():
        hit(f"pin:{shop.id}", PER_TABLET, QUARTER)
        try:
            start_here(service.try_pin(shop.hub_id, person_id, form.digits), borrowed=True)
            return go_to(then, "/desk")
        except (rules.PinWrong, rules.PinLocked) as wrong:
            form.pin.errors = [_(wrong.message)]
    return show(
        "accounts/tablet_pin.html", form=form, name=name, person_id=person_id, then=then if is_local(then) else None,
        status=422 if form.errors else 200,
    )  # fmt: skip


@open_to(staff)
def my_pin() -> Response:
    """Choose my PIN for the shop's tablet."""
    form = NewPinForm()
    if form.validate_on_submit():
        try:
            service.set_pin(queries.get_person(current_user.id), form.digits)
        except rules.PinTooEasy as easy:
            form.pin.errors = [_(easy.message)]
        else:
            say(_("That is your PIN now. Nobody else needs to know it."))
            return go("accounts.tablets")
    return show("accounts/pin.html", form=form, status=422 if form.errors else 200)


def _shop() -> queries.TabletHere:
    """The tablet that asks. Raises NotFound in any other browser."""
    shop = tablet.here()
    if shop is None:
        raise NotFound
    return shop
