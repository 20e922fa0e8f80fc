"""A wish is looked for among what is lent: one keeper at a time is asked, and a yes makes the loan.

What goes with the words of a wish the matcher knows, which wakes for the promise "wish.seek" and calls `seek`.
Rows are held in the order of their ids, so that two answers cannot wait for each other.
"""

from collections.abc import Mapping

from sqlalchemy import select, update

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials.models import Loan, Material, WishAsk
from participate.materials.queries import find_material
from participate.materials.queries import wishes as queries
from participate.materials.rules import wishes as rules
from participate.materials.service import wish_letters as letters
from participate.materials.service.asking import lend
from participate.materials.service.holding import hold
from participate.materials.words import Deal, WishStatus
from participate.organisations.queries import list_keepers
from participate.outbox.service import promise

SEEK = "wish.seek"
MOST_AT_ONCE = 100


def start(wish: Material) -> None:
    """A wish is new, or its days or number changed: nobody is asked about what it was, and the search begins."""
    if wish.deal is not Deal.WANT:
        return
    _drop_open(wish.id)
    if queries.is_sought(wish):
        promise(SEEK, {"wish_id": wish.id})


def seek(wish_id: int, alike: Mapping[int, float]) -> WishAsk | None:
    """Ask the keeper of the best thing that was not asked about; `alike`: how much each material is like the wish.

    Nothing while somebody is being asked. Where there is none, whoever wished hears so, once.
    """
    if find_material(wish_id) is None:
        return None
    wish = hold(wish_id)
    if not queries.is_sought(wish) or queries.find_open_ask(wish_id) is not None:
        return None
    for fit in rules.in_order(queries.list_fits(wish, alike)):
        ask = _ask(wish, fit)
        if ask is not None:
            return ask
    letters.tell_nobody(wish)
    return None


def say_yes(actor_id: int, ask: WishAsk, units: int) -> Loan:
    """The keeper lends so many: the loan is agreed, and if some are still missing the next keeper is asked.

    Raises WishAnswered, WishMet, MoreThanWished, and what `lend` raises.
    """
    wish = _hold_both(ask.wish_id, ask.material_id)
    db.session.refresh(ask)
    if ask.status is not WishStatus.ASKED or ask.answer_by < clock.now():
        raise rules.WishAnswered
    return _lend(actor_id, wish, ask, units)


def say_no(actor_id: int, ask: WishAsk) -> None:
    """Not this time: the next keeper is asked. Twice is once. Raises WishAnswered."""
    hold(ask.wish_id)
    db.session.refresh(ask)
    if ask.status is WishStatus.NO:
        return
    if ask.status is not WishStatus.ASKED:
        raise rules.WishAnswered
    _end(actor_id, ask, WishStatus.NO)
    promise(SEEK, {"wish_id": ask.wish_id})


def offer(actor_id: int, wish: Material, material: Material, units: int) -> Loan:
    """Somebody reads the wish and lends what she has, unasked. Raises as `say_yes`."""
    wish = _hold_both(wish.id, material.id)
    if not queries.is_sought(wish):
        raise rules.WishMet
    ask = queries.find_ask(wish.id, material.id) or WishAsk(
        wish_id=wish.id, material_id=material.id, units=units, asked_at=clock.now(), answer_by=clock.now()
    )
    return _lend(actor_id, wish, ask, units)


def lapse_asks() -> None:
    """Keepers who did not answer in time are not waited for: the next is asked."""
    late = select(WishAsk).where(WishAsk.status == WishStatus.ASKED, WishAsk.answer_by <= clock.now())
    for ask in db.session.scalars(late.order_by(WishAsk.answer_by, WishAsk.id).limit(MOST_AT_ONCE)).all():
        hold(ask.wish_id)
        db.session.refresh(ask)
        if ask.status is WishStatus.ASKED:
            _end(None, ask, WishStatus.LAPSED)
            promise(SEEK, {"wish_id": ask.wish_id})


def seek_again() -> None:
    """Things are listed and come back: what is still missing is looked for once more."""
    for wish_id in queries.list_sought():
        promise(SEEK, {"wish_id": wish_id})


def follow_loan(loan_id: int) -> None:
    """A loan that met a wish is called off before it began: so many are missing again, and somebody else is asked."""
    ask = db.session.scalar(select(WishAsk).where(WishAsk.loan_id == loan_id, WishAsk.status == WishStatus.YES))
    if ask is None:
        return
    wish = hold(ask.wish_id)
    db.session.refresh(ask)
    if ask.status is WishStatus.YES and _meet(wish, -ask.units):
        _end(None, ask, WishStatus.DROPPED)
        promise(SEEK, {"wish_id": wish.id})


def _ask(wish: Material, fit: rules.Fit) -> WishAsk | None:
    now, material = clock.now(), db.session.get_one(Material, fit.material_id)
    if wish.wanted_from is None or not list_keepers(material):
        return None
    ask = WishAsk(
        wish=wish, material=material, units=min(fit.free, wish.how_many - wish.met), asked_at=now,
        answer_by=rules.answer_by(now, wish.wanted_from), status=WishStatus.ASKED,
    )  # fmt: skip
    db.session.add(ask)
    db.session.flush()
    record(None, "asked", "wish_ask", ask.id)
    letters.ask_keepers(ask)
    return ask


def _lend(actor_id: int, wish: Material, ask: WishAsk, units: int) -> Loan:
    rules.check_answer(units, missing=wish.how_many - wish.met)
    borrower, days = queries.borrower_of(wish), queries.days_of(wish)
    if borrower is None or days is None:
        raise rules.WishAnswered
    material = db.session.get_one(Material, ask.material_id)
    loan = lend(actor_id, borrower, material, units, *days, subject=wish.subject)
    if not _meet(wish, units):
        raise rules.WishMet
    ask.units, ask.loan_id = units, loan.id
    db.session.add(ask)
    _end(actor_id, ask, WishStatus.YES)
    if wish.met < wish.how_many:
        promise(SEEK, {"wish_id": wish.id})
    else:
        _drop_open(wish.id)
    return loan


def _meet(wish: Material, units: int) -> bool:
    """So many more are promised, or fewer: one conditional UPDATE, with a CHECK behind it."""
    after = Material.met + units
    changed = db.session.execute(
        update(Material).where(Material.id == wish.id, after >= 0, after <= Material.how_many).values(met=after)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    db.session.refresh(wish, ["met"])
    record(None, "counted", "material", wish.id)
    return changed.rowcount == 1  # type: ignore[attr-defined]


def _drop_open(wish_id: int) -> None:
    ask = queries.find_open_ask(wish_id)
    if ask is not None:
        _end(None, ask, WishStatus.DROPPED)


def _end(actor_id: int | None, ask: WishAsk, status: WishStatus) -> None:
    ask.status, ask.answered_at = status, clock.now()
    db.session.flush()
    record(actor_id, status.value, "wish_ask", ask.id)


def _hold_both(wish_id: int, material_id: int) -> Material:
    held = {each: hold(each) for each in sorted((wish_id, material_id))}
    return held[wish_id]
