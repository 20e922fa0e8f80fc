"""What the views of the missions share: load and permit in one call, in whose name one may speak."""

from collections.abc import Collection
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_login import current_user

from participate.core import clock
from participate.core.errors import NotAllowed, NotFound
from participate.missions import permissions, queries
from participate.missions.rules.naming import COUNCIL
from participate.organisations import queries as organisations
from participate.organisations.forms import Choices
from participate.organisations.rules import Behalf, behalf_of


@dataclass(frozen=True)
class View:
    """How the reader stands to a mission. `speaks_for`: the partners for which she speaks."""

    keeps: bool
    over: bool
    speaks_for: Collection[int]


def seen(mission_id: int) -> tuple[queries.Mission, View]:
    """The mission, and how the reader stands to it. Raises NotFound where she may not know of it."""
    found, speaks_for = queries.get_mission(mission_id), organisations.ids_spoken_for(current_user.id)
    keeps = permissions.may_keep(current_user, found, speaks_for)
    if not permissions.may_see(current_user, hidden=found.hidden_at is not None, keeps=keeps):
        raise NotFound
    return found, View(keeps, found.last_day < clock.today(), speaks_for)


def kept(mission_id: int) -> queries.Mission:
    """A mission that the reader keeps. Raises NotFound or NotAllowed."""
    found, view = seen(mission_id)
    if not view.keeps:
        raise NotAllowed
    return found


def behalves() -> Choices:
    """In whose names the reader may name a mission. Raises NotAllowed where in none."""
    council = [(COUNCIL, _("The council"))] if permissions.may_name_for_council(current_user) else []
    names = [*council, *organisations.list_behalves(current_user)]
    if not names:
        raise NotAllowed
    return names


def behalf_value(mission: queries.Mission) -> str:
    """As the form carries it."""
    if mission.hub_id is not None:
        return Behalf(hub_id=mission.hub_id).value
    return Behalf(organisation_id=mission.organisation_id).value if mission.organisation_id is not None else COUNCIL


def named_by(value: str) -> dict[str, int | None]:
    """The hub or the partner that a form's value, one of `behalves`, stands for."""
    if value == COUNCIL:
        return {"hub_id": None, "organisation_id": None}
    behalf = behalf_of(value, current_user.id)
    return {"hub_id": behalf.hub_id, "organisation_id": behalf.organisation_id}


def partner_choices(view: View) -> Choices:
    """The shown partners for which the reader speaks. Raises NotAllowed where there is none."""
    found = sorted((card.name, number) for number, card in organisations.names_of(view.speaks_for).items())
    if not found:
        raise NotAllowed
    return [(str(number), name) for name, number in found]
