"""Reading what lets somebody take part who is not online: consents, cards; tablets and PINs of a hub."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, true
from sqlalchemy.orm import joinedload

from participate.accounts.models import Card, Consent, Person, RoleHeld, StaffPin, Tablet
from participate.accounts.words import ConsentFor, PersonKind, PersonStatus, Role
from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.places.models import Hub

MOST_TABLETS = 50
MOST_STAFF = 60
MOST_CONSENTS = 40


@dataclass(frozen=True)
class TabletHere:
    """A tablet and the hub in which it stands."""

    id: int
    hub_id: int
    hub_name: str
    label: str


def find_tablet(token_hash: str) -> TabletHere | None:
    """The tablet whose cookie has this secret, unless it was taken out of use."""
    query = select(Tablet.id, Tablet.hub_id, Hub.name, Tablet.label).join(Hub, Hub.id == Tablet.hub_id)
    row = db.session.execute(query.where(Tablet.token_hash == token_hash, Tablet.ended_at.is_(None))).one_or_none()
    return TabletHere(*row) if row is not None else None


def get_tablet_row(tablet_id: int) -> Tablet | None:
    """The tablet, or None."""
    return db.session.get(Tablet, tablet_id)


def list_tablets(hub_ids: Collection[int]) -> Sequence[Tablet]:
    """The tablets in use in these hubs, oldest first."""
    query = select(Tablet).where(Tablet.hub_id.in_(hub_ids), Tablet.ended_at.is_(None))
    return db.session.scalars(query.order_by(Tablet.hub_id, Tablet.id).limit(MOST_TABLETS)).all()


def list_pin_holders(hub_id: int) -> Sequence[Person]:
    """The active staff of a hub who have a PIN, by name."""
    query = select(Person).join(StaffPin, StaffPin.person_id == Person.id).join(RoleHeld)
    held = (RoleHeld.role == Role.STAFF, RoleHeld.subject == f"hub:{hub_id}", Person.status == PersonStatus.ACTIVE)
    return db.session.scalars(query.where(*held).order_by(Person.name, Person.id).limit(MOST_STAFF)).unique().all()


def find_pin(person_id: int) -> StaffPin | None:
    """Her PIN, or None."""
    return db.session.scalar(select(StaffPin).where(StaffPin.person_id == person_id))


def list_consents(person_id: int) -> Sequence[Consent]:
    """What somebody said yes to, the newest first, also what she took back."""
    query = select(Consent).where(Consent.person_id == person_id).order_by(Consent.id.desc())
    return db.session.scalars(query.limit(MOST_CONSENTS)).all()


def find_consent(consent_id: int) -> Consent | None:
    """The consent, or None."""
    return db.session.get(Consent, consent_id)


def has_consent(person_id: int, what: ConsentFor) -> bool:
    """Whether she said yes to this and has not taken it back."""
    standing = (Consent.person_id == person_id, Consent.what == what, Consent.withdrawn_at.is_(None))
    return db.session.scalar(select(Consent.id).where(*standing).limit(1)) is not None


def may_be_suggested() -> ColumnElement[bool]:
    """SQL, about Person: everybody but those whom staff wrote down without a yes to be suggested to neighbours."""
    said_yes = exists().where(
        Consent.person_id == Person.id, Consent.what == ConsentFor.SUGGESTIONS, Consent.withdrawn_at.is_(None)
    )
    return or_(Person.kind != PersonKind.ENTERED, said_yes.correlate(Person))


def find_card(code_hash: str) -> Card | None:
    """The card with this code, with its person, or None."""
    return db.session.scalar(select(Card).where(Card.code_hash == code_hash).options(joinedload(Card.person)))


def find_card_of(person_id: int) -> Card | None:
    """The newest card of somebody that was not ended, or None."""
    query = select(Card).where(Card.person_id == person_id, Card.ended_at.is_(None))
    return db.session.scalar(query.order_by(Card.id.desc()).limit(1))


def _hers(hub_ids: Collection[int] | None, can_text: bool) -> Select[Person]:
    """Those whom the staff of these hubs (None: of all) look after: see permissions.may_look_after."""
    no_text = Person.phone.is_(None) if can_text else true()
    unreached = or_(Person.bounced_at.is_not(None), and_(Person.email.is_(None), no_text))
    query = select(Person).where(Person.status == PersonStatus.ACTIVE, Person.merged_into_id.is_(None))
    query = query.where(or_(Person.kind == PersonKind.ENTERED, unreached))
    if hub_ids is None:
        return query
    return query.where(or_(Person.hub_id.in_(hub_ids), Person.hub_id.is_(None)))


def page_of_looked_after(hub_ids: Collection[int] | None, can_text: bool, say: str, number: int) -> Page[Person]:
    """Neighbours whom no e-mail and no text reaches, by name. `say`: words that stand in the name."""
    query = _hers(hub_ids, can_text)
    for word in say.split()[:6]:
        query = query.where(func.lower(Person.name).contains(word.lower(), autoescape=True))
    return page_of(query.order_by(Person.name, Person.id), number)
