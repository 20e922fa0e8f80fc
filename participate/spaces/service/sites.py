"""A site and its parts: a part is where its site is, and comes and goes with it."""

from datetime import timedelta

from participate.accounts import queries as accounts
from participate.accounts import service as roles
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations import service as offers
from participate.photos import service as photos
from participate.spaces.models import HomeAddress, Space
from participate.spaces.queries import has_bookings, list_parts, list_standing
from participate.spaces.service.together import cancel_several


def keep_address(space: Space, words: str) -> None:
    """Keep where a home is apart from its listing; empty words, or a space that is no home, keep nothing."""
    db.session.query(HomeAddress).filter_by(space_id=space.id).delete(synchronize_session=False)
    if words and space.at_home:
        db.session.add(HomeAddress(space_id=space.id, words=words))
    db.session.flush()


def put_at_site(part: Space, site: Space) -> None:
    """A part is where its site is, as private as it is, and shown as long. Where a home is stands with the site."""
    for name in ("ward_id", "square", "address", "expires_on", "asked_on", "expired_on"):
        setattr(part, name, getattr(site, name))
    part.private = site.at_home
    db.session.flush()


def move_parts(actor_id: int | None, site: Space) -> None:
    """The site's place changed: its parts go along."""
    for part in list_parts(site):
        put_at_site(part, site)
        part.changed_at = clock.now()
        record(actor_id, "changed", "space", part.id)
    db.session.flush()


def confirm(actor_id: int | None, space: Space) -> None:
    """It is still there, and so are its parts: shown for another half year."""
    for each in (space, *list_parts(space)):
        offers.confirm(actor_id, each)


def hide(actor_id: int | None, space: Space, reason: str) -> None:
    """Take a space off every page, and those of its parts that are shown, for a reason that its keeper reads."""
    offers.hide_offer(actor_id, space, reason)
    for part in list_parts(space):
        if part.hidden_at is None:
            offers.hide_offer(actor_id, part, reason)
            part.hidden_at = space.hidden_at
    db.session.flush()


def restore(actor_id: int | None, space: Space) -> None:
    """Show a space again, and the parts that were hidden with it."""
    hidden_at = space.hidden_at
    offers.restore_offer(actor_id, space)
    for part in list_parts(space):
        if hidden_at is not None and part.hidden_at == hidden_at:
            offers.restore_offer(actor_id, part)


def take_away(actor_id: int, space: Space, reason: str) -> None:
    """A space is no longer there, nor are its parts. Who had it to come hears that it is off.

    The rows go, unless somebody booked one of them: then what was booked stays to be read, of a space that nobody
    offers any more and that says no address.
    """
    gone = [*list_parts(space), space]
    ids = [each.id for each in gone]
    cancel_several(actor_id, list_standing(ids), reason)
    booked = has_bookings(ids)
    for each in gone:
        _leave(actor_id, each)
        if booked:
            _retire(each)
        else:
            db.session.delete(each)
        db.session.flush()


def _leave(actor_id: int, space: Space) -> None:
    """Its photos go, and its keeper's role."""
    keeper = accounts.find_person(space.keeper_id)
    photos.remove_of(actor_id, f"space:{space.id}")
    record(actor_id, "removed", "space", space.id)
    if keeper is not None:
        roles.revoke(actor_id, keeper, Role.KEEPER, f"space:{space.id}")


def _retire(space: Space) -> None:
    today = clock.today()
    space.expires_on, space.asked_on, space.expired_on = today - timedelta(days=1), None, today
    space.address, space.square = "", None
    keep_address(space, "")
    space.keeper_id = space.organisation_id = space.hub_id = None
