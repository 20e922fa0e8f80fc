"""Spaces and things of a set go through the services of their own slices, as anybody's bookings, loans and gifts do."""

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.matching.assembling.rules import SetChanged
from participate.matching.models import AskLine, ProjectSet
from participate.matching.queries.gathering import LENT_DAYS
from participate.matching.queries.sets import borrower_of
from participate.matching.words import AskStatus
from participate.materials import service as materials
from participate.materials.models import GiftAsk, Loan, Material
from participate.materials.rules.lending import last_of
from participate.materials.service import giving
from participate.materials.words import Deal, GiftStatus, LoanStatus
from participate.organisations.queries import list_keepers
from participate.spaces import service as spaces
from participate.spaces.models import Booking, Space
from participate.spaces.rules import Slot, What
from participate.spaces.words import BookingStatus

SURE_LOANS = (LoanStatus.AGREED, LoanStatus.OUT, LoanStatus.BACK)
OPEN_LOANS = (LoanStatus.ASKED, LoanStatus.OFFERED)
SURE_GIFTS = (GiftStatus.CHOSEN, GiftStatus.HANDED)
LONGEST_WORDS = 280  # letters that a giver reads


def subject_of(made: ProjectSet) -> str:
    """What bookings and loans of a set are for."""
    return f"project:{made.project_id}"


def request(made: ProjectSet, line: AskLine) -> None:
    """Book or borrow it in the name of the project. Whoever looks after it is asked by its own slice; where that
    is whoever presses the button, it is agreed at once. What is given away is asked for as by any neighbour. Raises
    what these services raise, and SetChanged.
    """
    actor, borrower = _people(made)
    if line.space is not None:
        own = actor in {each.id for each in list_keepers(line.space)}
        line.booking = _book(made, line.space, actor, borrower, as_keeper=own)
    elif line.material is not None and line.material.deal is Deal.GIVE:
        line.gift = _ask_gift(made, line.material, line, actor, borrower)
    elif line.material is not None:
        own = actor in {each.id for each in list_keepers(line.material)}
        line.loan = (_lend if own else _borrow)(made, line.material, line.units, actor, borrower)


def give(made: ProjectSet, line: AskLine, keeper_id: int) -> bool:
    """Whoever was asked has said yes: what is hers is the project's then. Whether it could be had after all."""
    _actor, borrower = _people(made)
    try:
        if line.space is not None:
            line.booking = _book(made, line.space, keeper_id, borrower, as_keeper=True)
        elif line.material is not None:
            line.loan = _lend(made, line.material, line.units, keeper_id, borrower)
    except RuleBroken:
        return False
    return True


def standing(line: AskLine) -> AskStatus:
    """How what was booked, borrowed or asked for as a gift stands."""
    if line.booking is not None:
        sure, open_ = line.booking.status is BookingStatus.AGREED, line.booking.status is BookingStatus.ASKED
    elif line.loan is not None:
        sure, open_ = line.loan.status in SURE_LOANS, line.loan.status in OPEN_LOANS
    elif line.gift is not None:
        sure, open_ = line.gift.status in SURE_GIFTS, line.gift.status is GiftStatus.ASKED
    else:
        return AskStatus.NO  # its space or its thing is gone, and what was asked of it with it
    return AskStatus.YES if sure else AskStatus.ASKED if open_ else AskStatus.NO


def call_off(made: ProjectSet, line: AskLine) -> None:
    """What was booked, borrowed or given for it is not needed; whoever looks after it hears so from its own slice."""
    actor, _borrower = _people(made)
    now = clock.now()
    if line.booking is not None and line.booking.status in (BookingStatus.ASKED, BookingStatus.AGREED):
        if line.booking.starts_at > now:
            spaces.cancel(actor, line.booking)
    elif line.loan is not None and line.loan.status in (*OPEN_LOANS, LoanStatus.WAITING, LoanStatus.AGREED):
        materials.cancel(actor, line.loan)
    elif line.gift is not None and line.gift.status in (GiftStatus.ASKED, GiftStatus.CHOSEN):
        giving.call_off(actor, line.gift)


def units_of(line: AskLine) -> int:
    """How many units of it there are for the set: of a gift, whoever gives it may have given fewer."""
    return line.gift.units if line.gift is not None else line.units


def _people(made: ProjectSet) -> tuple[int, int]:
    """Who acts, and in whose name. Raises SetChanged where neither is here any more."""
    borrower = borrower_of(made.project, made.made_by)
    actor = made.made_by if made.made_by is not None else borrower
    if actor is None or borrower is None:
        raise SetChanged
    return actor, borrower


def _book(made: ProjectSet, space: Space, actor: int, borrower: int, *, as_keeper: bool) -> Booking:
    what = What(made.project.name[:120], made.heads, subject=subject_of(made))
    return spaces.book(actor, space, Slot(made.starts_at, made.ends_at), what, as_keeper=as_keeper, person_id=borrower)


def _ask_gift(made: ProjectSet, thing: Material, line: AskLine, actor: int, borrower: int) -> GiftAsk:
    words = f"{made.project.name}: {line.what}"[:LONGEST_WORDS]
    own = thing.keeper_id == borrower
    return giving.ask_gift(actor, thing, line.units, words, own=own, person_id=borrower)


def _borrow(made: ProjectSet, thing: Material, units: int, actor: int, borrower: int) -> Loan:
    day = clock.local(made.starts_at).date()
    days = min(LENT_DAYS, thing.loan_days)
    asked = materials.Asked(units=units, from_day=day, days=days, subject=subject_of(made))
    loan = materials.ask(actor, borrower, thing, asked)
    if loan.status is LoanStatus.WAITING:
        raise SetChanged
    return loan


def _lend(made: ProjectSet, thing: Material, units: int, actor: int, borrower: int) -> Loan:
    day = clock.local(made.starts_at).date()
    last = last_of(day, min(LENT_DAYS, thing.loan_days))
    return materials.lend(actor, borrower, thing, units, day, last, subject_of(made))
