"""What the pages of spaces and of materials do alike: who offers, where it is, who may see it."""

from dataclasses import dataclass
from typing import Protocol

from flask import request
from flask_login import current_user
from wtforms import Field

from participate.core import clock
from participate.core.errors import NotAllowed, NotFound
from participate.core.http import carried
from participate.organisations import permissions, queries
from participate.organisations.models import Offered
from participate.organisations.rules import Behalf, NotANameYouOffer, Spot, behalf_of, choose_spot
from participate.organisations.words import Standing
from participate.places import queries as places
from participate.places.service import spot_of


class WhereForm(Protocol):
    """The fields of a form that say where an offer is."""

    ward: Field
    near_me: Field
    postcode: Field


@dataclass(frozen=True)
class View:
    """How the reader stands to an offer: whether she looks after it, and whether everybody sees it."""

    looks_after: bool
    standing: Standing


def look_at(offer: Offered) -> View:
    """How the reader stands to `offer`. Raises NotFound where she may not know of it."""
    speaks_for = queries.ids_spoken_for(current_user.id)
    standing = queries.standing(offer, clock.today())
    if not permissions.may_see(current_user, offer, standing, speaks_for):
        raise NotFound
    return View(permissions.may_look_after(current_user, offer, speaks_for), standing)


def take_in_hand(offer: Offered) -> None:
    """Make sure that the reader may change `offer`. Raises NotFound or NotAllowed."""
    if not look_at(offer).looks_after:
        raise NotAllowed


def name_chosen(value: str) -> Behalf:
    """The name that a form's value stands for. Raises NotANameYouOffer."""
    behalf = behalf_of(value, current_user.id)
    if not permissions.may_offer(current_user, behalf, queries.ids_spoken_for(current_user.id)):
        raise NotANameYouOffer
    return behalf


def name_of(offer: Offered) -> Behalf:
    """In whose name an offer is: a partner's or a hub's before a person's."""
    if offer.organisation_id is not None:
        return Behalf(organisation_id=offer.organisation_id)
    return Behalf(hub_id=offer.hub_id) if offer.hub_id is not None else Behalf(keeper_id=offer.keeper_id or 0)


def spot_chosen(form: WhereForm, behalf: Behalf, offer: Offered | None = None) -> Spot:
    """Where an offer is, as the form says. Raises PostcodeProblem."""
    if form.postcode.data:
        found = spot_of(form.postcode.data)
        return Spot(found.ward_id, found.square)
    return choose_spot(
        int(form.ward.data),
        mine=Spot(current_user.ward_id, current_user.square) if form.near_me.data else None,
        before=_spot_before(offer),
        owner=_spot_of_owner(behalf),
    )


def is_near_reader(offer: Offered) -> bool:
    """Whether an offer stands in the square of its keeper, who is reading."""
    own = offer.keeper_id is not None and offer.keeper_id == current_user.id
    return own and offer.square is not None and offer.square == current_user.square


def _spot_before(offer: Offered | None) -> Spot | None:
    """Where it was; but not at the reader's own place, once she takes the tick off."""
    return None if offer is None or is_near_reader(offer) else Spot(offer.ward_id, offer.square)


def _spot_of_owner(behalf: Behalf) -> Spot | None:
    owner = queries.find_organisation(behalf.organisation_id) or places.find_hub(behalf.hub_id)
    return Spot(owner.ward_id, owner.square) if owner is not None else None


def words_carried(kind: str) -> str | None:
    """What the one box sends along to the form for a "space" or a "material", by POST or through joining; never
    in the address. None when it sends nothing.
    """
    if request.method == "GET":
        return carried(kind) or None
    return request.form["say"] if "say" in request.form and "name" not in request.form else None


def ward_choices() -> list[tuple[str, str]]:
    """The wards, for a form to choose from."""
    return [(str(ward.id), ward.name) for ward in places.list_wards()]
