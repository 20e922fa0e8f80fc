"""What the views of the organisations share: load and permit in one call."""

from dataclasses import dataclass

from flask_login import current_user

from participate.core.errors import NotAllowed, NotFound
from participate.organisations import permissions, queries


@dataclass(frozen=True)
class View:
    """How the reader stands to a partner: whether she may change its page, and whether she speaks for it."""

    may_change: bool
    speaks: bool


def seen(organisation_id: int) -> tuple[queries.Organisation, View]:
    """The organisation, and how the reader stands to it. Raises NotFound where she may not know of it."""
    found, speaks_for = queries.get_organisation(organisation_id), queries.ids_spoken_for(current_user.id)
    may_change = permissions.may_change_organisation(current_user, organisation_id, speaks_for)
    if found.hidden_at is not None and not may_change:
        raise NotFound
    return found, View(may_change, organisation_id in speaks_for)


def mine(organisation_id: int) -> queries.Organisation:
    """The organisation, for somebody who may change it. Raises NotFound or NotAllowed."""
    found, view = seen(organisation_id)
    if not view.may_change:
        raise NotAllowed
    return found


def my_pledge(pledge_id: int) -> queries.Pledge:
    """The pledge, for the partner's people and staff. Raises NotFound: for others there is no such page."""
    found, speaks_for = queries.get_pledge(pledge_id), queries.ids_spoken_for(current_user.id)
    if not permissions.may_change_organisation(current_user, found.organisation_id, speaks_for):
        raise NotFound
    return found
