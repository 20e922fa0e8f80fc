"""Hubs: adding one, keeping its page true."""

from dataclasses import dataclass

from sqlalchemy import select

from participate.audit.service import record
from participate.core.db import db
from participate.places.models import Hub, HubHours
from participate.places.rules import PostcodeProblem
from participate.places.rules.hubs import Hours, HubNameTaken, HubNowhere
from participate.places.rules.postcodes import postcode_in
from participate.places.service.postcodes import Spot, spot_of
from participate.places.service.unique import or_else


@dataclass(frozen=True)
class HubFacts:
    """What the page of a hub says. `ward_id` None: where the postcode in the address lies."""

    name: str
    about: str
    address: str
    phone: str
    step_free: bool
    toilet: bool
    hours: Hours
    ward_id: int | None = None


def add_hub(actor_id: int | None, facts: HubFacts) -> Hub:
    """A new hub. Raises HubNameTaken, HubNowhere or a PostcodeProblem."""
    hub = Hub()
    _fill(hub, facts)
    with or_else(HubNameTaken):
        db.session.add(hub)
    record(actor_id, "made", "hub", hub.id)
    return hub


def change_hub(actor_id: int, hub: Hub, facts: HubFacts) -> None:
    """Change what the page of `hub` says. Raises HubNameTaken, HubNowhere or a PostcodeProblem."""
    with or_else(HubNameTaken):
        _fill(hub, facts)
    record(actor_id, "changed", "hub", hub.id)


def _fill(hub: Hub, facts: HubFacts) -> None:
    with db.session.no_autoflush:
        same_name = select(Hub.id).where(Hub.name == facts.name, Hub.id != (hub.id or 0))
        if db.session.scalar(same_name) is not None:
            raise HubNameTaken
        spot = _place(facts, hub)
    hub.name, hub.about, hub.address, hub.phone = facts.name, facts.about, facts.address, facts.phone
    hub.step_free, hub.toilet = facts.step_free, facts.toilet
    hub.ward_id, hub.square = spot.ward_id, spot.square
    _set_hours(hub, facts.hours)


def _place(facts: HubFacts, hub: Hub) -> Spot:
    """The chosen ward, or the postcode's; the square from the postcode, else as it was while the ward stays."""
    postcode = postcode_in(facts.address)
    try:
        spot = spot_of(postcode) if postcode else None
    except PostcodeProblem:
        if facts.ward_id is None:
            raise
        spot = None
    ward_id = facts.ward_id or (spot.ward_id if spot else None)
    if ward_id is None:
        raise HubNowhere
    if spot is None:
        return Spot(ward_id, hub.square if hub.ward_id == ward_id else None)
    return Spot(ward_id, spot.square)


def _set_hours(hub: Hub, hours: Hours) -> None:
    kept = {day.weekday: day for day in hub.hours}
    for weekday, (opens, closes) in hours.items():
        if weekday in kept:
            kept[weekday].opens, kept[weekday].closes = opens, closes
        else:
            hub.hours.append(HubHours(weekday=weekday, opens=opens, closes=closes))
    hub.hours[:] = [day for day in hub.hours if day.weekday in hours]
