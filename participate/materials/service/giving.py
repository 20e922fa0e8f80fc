"""Things given away: asked for within a window, then chosen by the giver or by lot, handed over.

`Material.out` counts what was promised to somebody; it grows by one conditional UPDATE, with a CHECK behind it.
Whoever changes anything here holds the material's row first, so that two cannot give the same thing away.
"""

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import exists, select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials.models import GiftAsk, Material
from participate.materials.rules import giving as rules
from participate.materials.service import gift_letters as letters
from participate.materials.service.holding import hold, into_hands
from participate.materials.words import Deal, GiftStatus
from participate.organisations.rules import is_over

MOST_AT_ONCE = 100
_lots = secrets.SystemRandom()


def ask_gift(
    actor_id: int, material: Material, units: int = 1, words: str = "", *, own: bool = False,
    person_id: int | None = None,
) -> GiftAsk:  # fmt: skip
    """She would like to have it, or somebody asks in her name (`person_id`). The first who asks when no time runs
    begins a new time to ask for everybody.

    Raises NotToGive, YourOwnGift (with `own`), AllGiven, MoreThanThere, AskedAlready or TimeToAskOver.
    """
    now, material = clock.now(), hold(material.id)
    rules.check_ask(material.deal, own=own, units=units, left=material.how_many - material.out)
    who = actor_id if person_id is None else person_id
    mine = _find(material.id, who)
    if mine is not None and mine.status is not GiftStatus.CANCELLED:
        raise rules.AskedAlready
    _keep_window(material, now)
    ask = mine or GiftAsk(material_id=material.id, person_id=who)
    ask.status, ask.units, ask.words, ask.asked_at = GiftStatus.ASKED, units, words, now
    ask.lot, ask.answered_at, ask.reply = None, None, ""
    db.session.add(ask)
    db.session.flush()
    record(actor_id, "asked", "gift_ask", ask.id)
    return ask


def choose(actor_id: int, material: Material, ask_ids: Collection[int], reply: str = "") -> Sequence[GiftAsk]:
    """The giver says who gets it, when the time to ask is over; the others hear kindly that it is not them.

    Several who asked for many share: one each, round after round. Raises StillTimeToAsk, GiftMovedOn or MoreThanThere.
    """
    now, material = clock.now(), hold(material.id)
    if rules.is_open(material.asks_until, now):
        raise rules.StillTimeToAsk
    chosen = [ask for ask in _asks(material, GiftStatus.ASKED, GiftStatus.NOT_THIS_TIME) if ask.id in set(ask_ids)]
    if not chosen or len(chosen) != len(set(ask_ids)):
        raise rules.GiftMovedOn
    left = material.how_many - material.out
    if len(chosen) > left:
        raise rules.MoreThanThere(left=left)
    _give(actor_id, material, chosen, reply)
    _not_this_time(actor_id, material)
    return chosen


def draw(actor_id: int | None, material: Material) -> Sequence[GiftAsk]:
    """Lots are drawn among those who asked, when their time is over. Returns who got something.

    Raises StillTimeToAsk.
    """
    now, material = clock.now(), hold(material.id)
    if rules.is_open(material.asks_until, now):
        raise rules.StillTimeToAsk
    asked = list(_asks(material, GiftStatus.ASKED))
    _lots.shuffle(asked)
    for number, ask in enumerate(asked, start=1):
        ask.lot = number
    chosen = asked[: material.how_many - material.out]
    _give(actor_id, material, chosen, "")
    _not_this_time(actor_id, material)
    letters.tell_giver(material, "drawn", len(chosen), f"drawn-{_stamp(material.asks_until or now)}")
    return chosen


def hand_over(actor_id: int, ask: GiftAsk) -> None:
    """She has it now. Raises GiftMovedOn."""
    _hold_ask(ask)
    _move(actor_id, ask, GiftStatus.HANDED, "handed")


def call_off(actor_id: int, ask: GiftAsk) -> None:
    """She does not want it after all, or did not come for it: what was hers goes to the next. Raises GiftMovedOn."""
    material = _hold_ask(ask)
    was_chosen, units = ask.status is GiftStatus.CHOSEN, ask.units
    _move(actor_id, ask, GiftStatus.CANCELLED, "cancelled")
    if was_chosen:
        _take(material, -units)
        _pass_on(material, ask)


def let_go(material: Material) -> None:
    """The thing goes off the list: whoever hoped for it hears so."""
    for ask in _asks(material, GiftStatus.ASKED, GiftStatus.CHOSEN):
        letters.tell_asker(ask, "gift_not_this_time")


def settle_gifts() -> None:
    """Where the time to ask is over: draw lots, or tell the giver to choose, once; who does not choose lets lots."""
    now = clock.now()
    waits = exists().where(GiftAsk.material_id == Material.id, GiftAsk.status == GiftStatus.ASKED)
    due = select(Material).where(
        Material.deal == Deal.GIVE, Material.hidden_at.is_(None), Material.asks_until <= now, waits
    )
    for material in db.session.scalars(due.order_by(Material.asks_until, Material.id).limit(MOST_AT_ONCE)).all():
        until = material.asks_until or now
        if material.by_lot or until + rules.TO_CHOOSE <= now:
            draw(None, material)
        else:
            waiting = len(_asks(material, GiftStatus.ASKED))
            letters.tell_giver(material, "choose", waiting, f"choose-{_stamp(until)}", until + rules.TO_CHOOSE)


def _keep_window(material: Material, now: datetime) -> None:
    if material.asks_until is not None and now < material.asks_until:
        return
    if _asks(material, GiftStatus.ASKED):
        raise rules.TimeToAskOver
    material.asks_until = rules.window_closes(now, rules.USUAL_WINDOW)


def _give(actor_id: int | None, material: Material, chosen: Sequence[GiftAsk], reply: str) -> None:
    """What is left goes to these, in their order: one each, round after round."""
    there = material.how_many - material.out
    for ask, units in zip(chosen, rules.shares([ask.units for ask in chosen], there), strict=True):
        _take(material, units)
        ask.units, ask.reply = units, reply
        _move(actor_id, ask, GiftStatus.CHOSEN, "chosen")
        letters.tell_asker(ask, "gift_yours")


def _not_this_time(actor_id: int | None, material: Material) -> None:
    for ask in _asks(material, GiftStatus.ASKED):
        _move(actor_id, ask, GiftStatus.NOT_THIS_TIME, "not chosen")
        letters.tell_asker(ask, "gift_not_this_time")


def _pass_on(material: Material, gone: GiftAsk) -> None:
    """Where lots were drawn the next lot has it; else the giver hears that she may choose again."""
    if is_over(material.expires_on, clock.today()) or material.hidden_at is not None:
        return
    drawn = [ask for ask in _asks(material, GiftStatus.NOT_THIS_TIME) if ask.lot is not None]
    if gone.lot is not None and drawn:
        _give(None, material, [min(drawn, key=lambda ask: ask.lot or 0)], "")
    else:
        waiting = len(_asks(material, GiftStatus.NOT_THIS_TIME))
        letters.tell_giver(material, "free_again", waiting, f"free-{gone.id}-{_stamp(gone.answered_at or clock.now())}")


def _move(actor_id: int | None, ask: GiftAsk, status: GiftStatus, verb: str) -> None:
    rules.check_move(ask.status, status)
    ask.status, ask.answered_at = status, clock.now()
    record(actor_id, verb, "gift_ask", ask.id)
    db.session.flush()


def _take(material: Material, units: int) -> None:
    """So many more are promised, or fewer. Raises AllGiven."""
    if not into_hands(material, units):
        raise rules.AllGiven
    record(None, "counted", "material", material.id)


def _hold_ask(ask: GiftAsk) -> Material:
    material = hold(ask.material_id)
    db.session.refresh(ask)
    return material


def _find(material_id: int, person_id: int) -> GiftAsk | None:
    return db.session.scalar(
        select(GiftAsk).where(GiftAsk.material_id == material_id, GiftAsk.person_id == person_id)
    )  # fmt: skip


def _asks(material: Material, *statuses: GiftStatus) -> Sequence[GiftAsk]:
    query = select(GiftAsk).where(GiftAsk.material_id == material.id, GiftAsk.status.in_(statuses))
    return db.session.scalars(query.order_by(GiftAsk.asked_at, GiftAsk.id)).all()


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%d%H%M%S}"
