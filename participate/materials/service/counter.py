"""Handing out to somebody who stands here and has no account: a name, a contact if she likes, and off she goes."""

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from participate.accounts import queries as accounts
from participate.accounts import service as people
from participate.accounts.models import Person
from participate.accounts.words import Channel
from participate.core import clock
from participate.core.db import db
from participate.materials.models import Loan, Material
from participate.materials.rules import lending
from participate.materials.service.asking import lend
from participate.materials.service.hands import hand_out
from participate.materials.words import Condition


@dataclass(frozen=True)
class AtCounter:
    """Who stands there and what she takes. `contact` "" where she gives none."""

    name: str
    channel: Channel | None = None
    contact: str = ""
    units: int = 1
    days: int = 7
    condition: Condition = Condition.GOOD
    note: str = ""
    shown: bool = False


def lend_at_counter(actor_id: int, material: Material, given: AtCounter) -> Loan:
    """Lend and hand out in one step.

    Raises AskAtTheHub, NotLent, TooManyUnits, TooManyDays, NotFree, HasItAlready, NotShownHow, NotHere.
    """
    if not 1 <= given.days <= material.loan_days:
        raise lending.TooManyDays(days=material.loan_days)
    person, today = _person_of(actor_id, given, material.hub_id), clock.today()
    last = lending.last_of(today, given.days)
    loan = lend(actor_id, person.id, material, given.units, today, last, told=False)
    hand_out(actor_id, loan, given.condition, given.note, shown=given.shown)
    return loan


def _person_of(actor_id: int, given: AtCounter, hub_id: int | None) -> Person:
    if given.channel is None or not given.contact:
        return people.write_down(actor_id, given.name, hub_id)
    if accounts.has_suspended(given.channel, given.contact):
        raise lending.AskAtTheHub
    try:
        with db.session.begin_nested():
            guest: Person | None = people.meet_guest(given.name, given.channel, given.contact)
    except IntegrityError:  # made a moment ago by somebody else
        guest = people.find_guest(given.channel, given.contact)
    if guest is None or not guest.is_active:
        raise lending.AskAtTheHub
    return guest
