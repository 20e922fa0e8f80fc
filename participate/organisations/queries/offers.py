"""What the queries of spaces and materials share."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select

from participate.accounts import queries as accounts
from participate.accounts.models import Person
from participate.accounts.words import PersonStatus, Role
from participate.core.db import db
from participate.organisations.models import Member, Offered, Organisation
from participate.organisations.permissions import Caller, is_staff
from participate.organisations.queries.organisations import list_speakers
from participate.organisations.rules import Behalf, Spot, standing_of
from participate.organisations.words import Standing
from participate.places import queries as places
from participate.places.models import Hub
from participate.places.rules.squares import ROW

MOST_BEHALVES = 200
# Where only the ward is known: one's own counts as a kilometre away, any other as further than any square.
OWN_WARD, ELSEWHERE = 16, 1_000_000  # squares, squared


def shown(model: type[Offered], today: date) -> tuple[ColumnElement[bool], ...]:
    """What makes an offer visible to everybody: not hidden, not over, nor made by somebody who is.

    The query must outer-join Person (the keeper) and Organisation.
    """
    return (
        model.hidden_at.is_(None),
        model.expires_on >= today,
        or_(model.keeper_id.is_(None), Person.status == PersonStatus.ACTIVE),
        or_(model.organisation_id.is_(None), Organisation.hidden_at.is_(None)),
    )


def standing(offer: Offered, today: date) -> Standing:
    """Whether everybody sees this offer, and if not, why."""
    keeper_gone = offer.keeper is not None and not offer.keeper.is_active
    partner_gone = offer.organisation is not None and offer.organisation.hidden_at is not None
    return standing_of(
        hidden=offer.hidden_at is not None,
        owner_gone=keeper_gone or partner_gone,
        expires_on=offer.expires_on,
        today=today,
    )


def nearest_first(model: type[Offered], here: Spot) -> tuple[ColumnElement[Any], ...]:
    """The order of a list: nearest first where the place is known, then the newest. Stable."""
    newest = (model.made_at.desc(), model.id.desc())
    if here.ward_id is None:
        return newest
    far: ColumnElement[int] = case((model.ward_id == here.ward_id, OWN_WARD), else_=ELSEWHERE)
    if here.square is not None:
        east, north = divmod(here.square, ROW)
        aside, ahead = model.square // ROW - east, model.square % ROW - north
        far = func.coalesce(aside * aside + ahead * ahead, far)
    return (far, *newest)


def list_keepers(offer: Offered) -> Sequence[Person]:
    """The active persons who look after an offer: its keeper, else those who speak for its organisation, else
    the staff of its hub.
    """
    if offer.keeper_id is not None:
        return list(accounts.list_persons([offer.keeper_id]).values())
    if offer.organisation_id is not None:
        return [member.person for member in list_speakers(offer.organisation_id)]
    return accounts.list_role_holders(Role.STAFF, f"hub:{offer.hub_id}") if offer.hub_id is not None else []


def list_behalves(caller: Caller) -> list[tuple[str, str]]:
    """The names in which somebody may offer, besides her own: (form value, name), hubs first."""
    hubs = _hubs_of(caller)
    names = select(Organisation.id, Organisation.name).where(Organisation.hidden_at.is_(None))
    if not is_staff(caller):
        names = names.join(Member, Member.organisation_id == Organisation.id)
        names = names.where(Member.person_id == caller.id)
    names = names.order_by(func.lower(Organisation.name), Organisation.id).limit(MOST_BEHALVES)
    return [
        *((Behalf(hub_id=hub.id).value, hub.name) for hub in hubs),
        *((Behalf(organisation_id=row.id).value, row.name) for row in db.session.execute(names)),
    ]


def _hubs_of(caller: Caller) -> list[Hub]:
    if not is_staff(caller):
        return []
    everywhere = caller.holds("admin")
    return [hub for hub in places.list_hubs() if everywhere or caller.holds("staff", f"hub:{hub.id}")]


def hub_at(offer: Offered) -> Hub | None:
    """The hub at which one asks for an offer: its own, else the nearest; None where there is none."""
    return offer.hub or places.nearest_hub(offer.ward_id, offer.square)
