"""What the pages about the matcher itself share: their tabs, and the wards that a hub looks after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from participate.desk.queries.area import area_of
from participate.places import queries as places
from participate.sessions.permissions import hub_ids_of

Tab = tuple[str, str, bool]
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class Wards:
    """The wards that the page at hand is about. `ids` None: all. `chips` choose among hers."""

    ids: frozenset[int] | None
    every: frozenset[int]
    chips: Sequence[Tab]
    values: dict[str, Any]


def tabs(here: str) -> list[Tab]:
    """The pages about the matcher; `here` is the endpoint of this one."""
    pages = {
        "matching.supply": _("Offered and asked"), "matching.stuck": _("Stuck projects"),
        "matching.nobody": _("Nothing found"), "matching.quality": _("How it does"),
    }  # fmt: skip
    return [(words, url_for(endpoint), endpoint == here) for endpoint, words in pages.items()]


def her_wards(endpoint: str) -> Wards:
    """The wards of the hubs at which the reader works, an admin's all; or the one of them in `?ward=`."""
    admin = current_user.holds("admin")
    area = area_of(current_user.id, None if admin else hub_ids_of(current_user))
    known = [ward for ward in places.list_wards() if admin or ward.id in area.ward_ids]
    text = request.args.get("ward", "")
    asked = int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else None
    one = next((ward.id for ward in known if ward.id == asked), None)
    chips = [(_("All my wards"), url_for(endpoint), one is None)] if len(known) > 1 else []
    chips += [(ward.name, url_for(endpoint, ward=ward.id), ward.id == one) for ward in known]
    every = frozenset(ward.id for ward in known)
    if one is not None:
        return Wards(frozenset({one}), frozenset({one}), chips, {"ward": one})
    return Wards(None if admin else every, every, chips, {})
