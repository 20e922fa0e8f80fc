"""Cards that sign somebody in who has no e-mail and no text: printed by staff, ended by staff or herself."""

from datetime import timedelta

from sqlalchemy import update

from participate.accounts import queries, rules
from participate.accounts.current import keyed_hash
from participate.accounts.models import Card, Person
from participate.accounts.rules.cards import CARD_LENGTH, SIGNS
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db

SHOWN_FOR = timedelta(minutes=15)  # to whoever made it, so that a printer may fail once


def make_card(actor_id: int, person: Person) -> Card:
    """A new card; the ones before open no door any more. Raises NoCardForHer."""
    rules.check_card_for(adult=person.adult_at is not None, active=person.is_active, roles=len(person.roles))
    now = clock.now()
    end_cards(actor_id, person)
    card = Card(person_id=person.id, code_hash="", made_by=actor_id, made_at=now, good_until=now + rules.CARD_LIFE)
    card.code_hash = keyed_hash("card-new", f"{person.id}:{now.isoformat()}:{actor_id}")  # until its number is known
    db.session.add(card)
    db.session.flush()
    card.code_hash = _hash(code_of(card))
    record(actor_id, "printed a card", "person", person.id)
    db.session.flush()
    return card


def code_of(card: Card) -> str:
    """The code on a card. Only this site can work it out: the table alone does not hold it."""
    number = int(keyed_hash("card-code", f"{card.id}:{card.person_id}:{card.made_at.isoformat()}"), 16)
    signs = []
    for _sign in range(CARD_LENGTH):
        number, rest = divmod(number, len(SIGNS))
        signs.append(SIGNS[rest])
    return "".join(signs)


def may_be_printed(card: Card, actor_id: int) -> bool:
    """Whether the card is shown: to whoever made it, for a quarter of an hour."""
    return card.made_by == actor_id and clock.now() - card.made_at <= SHOWN_FOR


def end_cards(actor_id: int, person: Person) -> None:
    """No card of hers opens the door any more."""
    ended = db.session.execute(
        update(Card).where(Card.person_id == person.id, Card.ended_at.is_(None)).values(ended_at=clock.now())
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    if ended.rowcount:  # type: ignore[attr-defined]
        record(actor_id, "ended a card", "person", person.id)
        db.session.flush()


def use_card(typed: str) -> Person:
    """Whose card this is. Raises CardWrong, the same for whatever is wrong with it."""
    code = rules.read_card(typed)
    card = queries.find_card(_hash(code)) if code else None
    if card is None:
        raise rules.CardWrong
    person = card.person
    rules.check_card(
        ended_at=card.ended_at, good_until=card.good_until, active=person.is_active, roles=len(person.roles),
        now=clock.now(),
    )  # fmt: skip
    card.used_at = clock.now()
    db.session.flush()
    return person


def _hash(code: str) -> str:
    return keyed_hash("card", code)
