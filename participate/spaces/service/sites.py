"""A site and its parts: a part is where its site is, and comes and goes with it."""

from participate.accounts import queries as accounts
from participate.accounts import service as roles
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations import service as offers
from participate.photos import service as photos
from participate.spaces.models import HomeAddress, Space
from participate.spaces.queries import list_parts


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


def take_away(actor_id: int | None, space: Space) -> None:
    """The row of a space goes, and its keeper's role with it; its parts first."""
    for part in list_parts(space):
        take_away(actor_id, part)
    keeper = accounts.find_person(space.keeper_id)
    photos.remove_of(actor_id, f"space:{space.id}")
    record(actor_id, "removed", "space", space.id)
    if keeper is not None:
        roles.revoke(actor_id, keeper, Role.KEEPER, f"space:{space.id}")
    db.session.delete(space)
    db.session.flush()
