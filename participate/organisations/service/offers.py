"""What happens alike to spaces and materials: asked again, confirmed, over, hidden and back."""

from sqlalchemy import ColumnElement, select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations import queries
from participate.organisations.models import Offered
from participate.organisations.rules import ASK_BEFORE, stands_until
from participate.outbox.service import promise

MOST_AT_ONCE = 100  # in one short transaction; what is left is asked ten minutes later


def ask_again(model: type[Offered], letter: str, *narrowed: ColumnElement[bool]) -> int:
    """Promise the letter "is it still there?" for each offer, narrowed if said, that ends within a fortnight; once
    each.

    `letter` names a folder under templates/mail. Its facts: `offer_id`, `offer_name` and `until` (ISO
    date). Returns how many offers were asked about.
    """
    today = clock.today()
    near = select(model).where(model.expires_on.between(today, today + ASK_BEFORE))
    near = near.where(model.asked_on.is_(None), model.hidden_at.is_(None), *narrowed)
    asked = 0
    for offer in db.session.scalars(near.order_by(model.expires_on, model.id).limit(MOST_AT_ONCE)).all():
        offer.asked_on = today
        asked += 1
        for person in queries.list_keepers(offer):
            key = f"{letter}:{offer.id}:{offer.expires_on}:{person.id}"
            promise("letter", _letter(offer, letter, person.id), key=key)
    db.session.flush()
    return asked


def _letter(offer: Offered, letter: str, person_id: int) -> dict[str, object]:
    facts = {"offer_id": offer.id, "offer_name": offer.name, "until": offer.expires_on.isoformat()}
    return {"name": letter, "person_id": person_id, "facts": facts}


def note_expired(model: type[Offered]) -> int:
    """Note each offer that ended, so that whoever follows the trail drops it. Returns how many."""
    today = clock.today()
    ended = select(model).where(model.expires_on < today, model.expired_on.is_(None))
    noted = 0
    for offer in db.session.scalars(ended.order_by(model.expires_on, model.id).limit(MOST_AT_ONCE)).all():
        offer.expired_on = today
        record(None, "expired", model.noun, offer.id)
        noted += 1
    db.session.flush()
    return noted


def confirm(actor_id: int | None, offer: Offered) -> None:
    """It is still there: shown for another half year."""
    offer.expires_on, offer.asked_on, offer.expired_on = stands_until(clock.today()), None, None
    record(actor_id, "confirmed", offer.noun, offer.id)
    db.session.flush()


def hide_offer(actor_id: int | None, offer: Offered, reason: str) -> None:
    """Take an offer off every page; its own people and staff still see it, with the reason."""
    offer.hidden_at, offer.hidden_because = clock.now(), reason
    record(actor_id, "hidden", offer.noun, offer.id)
    db.session.flush()


def restore_offer(actor_id: int | None, offer: Offered) -> None:
    """Show an offer again."""
    offer.hidden_at, offer.hidden_because = None, ""
    record(actor_id, "restored", offer.noun, offer.id)
    db.session.flush()
