"""Reading cases. Only what `open_to` allows is ever read for a person: see there who that is."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, String, and_, cast, exists, literal, or_, select
from sqlalchemy.orm import aliased, lazyload

from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import PersonStatus, Role
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.moderation.models import Worry, WorryKept
from participate.moderation.words import WorryStatus

MOST_LEADS = 100


def opens_to(person: Person) -> ColumnElement[bool]:
    """The cases that a safeguarding lead opens: those of her hub, and those for which no hub has a lead who may.

    Nobody opens a case that is about her, that she told us, that names her, or from which she stepped aside.
    """
    subjects = [held.subject for held in person.roles if held.role is Role.SAFEGUARDING]
    own = "" in subjects  # a lead of the whole site
    hubs = [int(each.removeprefix("hub:")) for each in subjects if each.removeprefix("hub:").isdecimal()]
    hers = literal(own) | Worry.hub_id.is_(None) | Worry.hub_id.in_(hubs)
    return and_(literal(bool(subjects)), ~_keeps_out(literal(person.id)), or_(hers, ~_has_lead()))


def _keeps_out(person_id: ColumnElement[int]) -> ColumnElement[bool]:
    kept = exists().where(WorryKept.worry_id == Worry.id, WorryKept.person_id == person_id).correlate(Worry, RoleHeld)
    about = and_(Worry.about_id.is_not(None), Worry.about_id == person_id)
    teller = and_(Worry.teller_id.is_not(None), Worry.teller_id == person_id)
    return or_(about, teller, kept)


def _has_lead() -> ColumnElement[bool]:
    """Whether the hub of a case has an active lead who may open it."""
    lead = aliased(Person)
    subject = literal("hub:").concat(cast(Worry.hub_id, String))
    return exists().where(
        RoleHeld.role == Role.SAFEGUARDING, RoleHeld.subject.in_((subject, "")), lead.id == RoleHeld.person_id,
        lead.status == PersonStatus.ACTIVE, ~_keeps_out(RoleHeld.person_id.expression),
    ).correlate(Worry)  # fmt: skip


def get_worry(person: Person, worry_id: int) -> Worry:
    """The case, if this lead may open it. Raises NotFound."""
    found = db.session.scalar(select(Worry).where(Worry.id == worry_id, opens_to(person)))
    if found is None:
        raise NotFound
    return found


def lock_worry(worry: Worry) -> None:
    """Nobody else changes this case until the transaction ends; it is read anew."""
    db.session.refresh(worry, with_for_update=True)


def page_of_worries(person: Person, number: int, *, closed: bool) -> Page[Worry]:
    """The cases that she may open: those that wait or are in hand, the oldest first; or the closed, newest first."""
    query = select(Worry).where(opens_to(person))
    if closed:
        shut = query.where(Worry.status == WorryStatus.CLOSED)
        return page_of(shut.order_by(Worry.closed_at.desc(), Worry.id.desc()), number)
    return page_of(query.where(Worry.status != WorryStatus.CLOSED).order_by(Worry.made_at, Worry.id), number)


def list_safeguarding() -> Sequence[Person]:
    """The active safeguarding leads of every hub, with their roles."""
    held = exists().where(RoleHeld.person_id == Person.id, RoleHeld.role == Role.SAFEGUARDING)
    query = select(Person).where(held, Person.status == PersonStatus.ACTIVE).options(lazyload(Person.ward))
    return db.session.scalars(query.order_by(Person.id).limit(MOST_LEADS)).all()


def has_safeguarding() -> bool:
    """Whether anybody can read a worry at all. One statement."""
    query = select(RoleHeld.id).join(Person, Person.id == RoleHeld.person_id)
    query = query.where(RoleHeld.role == Role.SAFEGUARDING, Person.status == PersonStatus.ACTIVE)
    return db.session.scalar(query.limit(1)) is not None


def list_handlers(worry_id: int) -> list[Person]:
    """The leads who may open a case."""
    able = []
    for lead in list_safeguarding():
        if db.session.scalar(select(Worry.id).where(Worry.id == worry_id, opens_to(lead))) is not None:
            able.append(lead)
    return able


def list_new_before(moment: datetime, most: int = 500) -> Sequence[Worry]:
    """Cases that nobody has taken, told before a moment, the oldest first."""
    query = select(Worry).where(Worry.status == WorryStatus.NEW, Worry.made_at < moment)
    return db.session.scalars(query.order_by(Worry.made_at, Worry.id).limit(most)).all()


def find_worry(worry_id: int) -> Worry | None:
    """The case, for the house itself; or None."""
    return db.session.get(Worry, worry_id)
