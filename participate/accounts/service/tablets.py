"""A hub's tablet: set up, taken in hand, taken out of use."""

from sqlalchemy import update

from participate.accounts.current import keyed_hash, new_secret
from participate.accounts.models import SignIn, Tablet
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db


def set_up_tablet(actor_id: int, hub_id: int, label: str) -> str:
    """This browser becomes a tablet of a hub. Returns the secret for its cookie; the row keeps only its hash."""
    secret, now = new_secret(), clock.now()
    tablet = Tablet(
        hub_id=hub_id, label=label, token_hash=keyed_hash("tablet", secret), made_by=actor_id, made_at=now, seen_at=now
    )
    db.session.add(tablet)
    db.session.flush()
    record(actor_id, "set up", "tablet", tablet.id)
    return secret


def take_in_hand(tablet_id: int) -> None:
    """Somebody takes the tablet: whoever had it before is signed out on it."""
    _end_sign_ins(tablet_id)
    db.session.execute(update(Tablet).where(Tablet.id == tablet_id).values(seen_at=clock.now()))


def end_tablet(actor_id: int, tablet: Tablet) -> None:
    """The tablet is lost, or goes home: it is a browser like others, and nobody is signed in on it."""
    tablet.ended_at = tablet.ended_at or clock.now()
    _end_sign_ins(tablet.id)
    record(actor_id, "ended", "tablet", tablet.id)
    db.session.flush()


def _end_sign_ins(tablet_id: int) -> None:
    open_ones = (SignIn.tablet_id == tablet_id, SignIn.ended_at.is_(None))
    db.session.execute(
        update(SignIn).where(*open_ones).values(ended_at=clock.now()).execution_options(synchronize_session=False)
    )
