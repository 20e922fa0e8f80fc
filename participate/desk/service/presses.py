"""One press for many things, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, update

from participate.accounts.queries import find_person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound, RuleBroken
from participate.desk import queries
from participate.desk.models import Claim, Undo
from participate.desk.permissions import is_staff
from participate.desk.rules.hands import (
    MOST_AT_ONCE,
    TAKE_BACK,
    InOtherHands,
    NothingTicked,
    TooLateToUndo,
    TooManyTicked,
    WrongKinds,
)
from participate.desk.service.hands import give_back, take
from participate.desk.service.settling import settle
from participate.desk.words import Act, WaitKind
from participate.outbox.service import promise

Key = tuple[WaitKind, int]


@dataclass(frozen=True)
class Pressed:
    """What a press did: its row, how many things it took, and how many it left (of another kind, in other hands)."""

    undo: Undo
    done: int
    left: int


def press(actor_id: int, area: queries.Area, act: Act, keys: Sequence[Key]) -> Pressed:
    """Do one thing to all that were ticked and still wait on this desk. Raises a RuleBroken of rules.hands.

    What nobody could undo happens in ten minutes (see `run`); until then she has those things in hand.
    """
    if len(set(keys)) > MOST_AT_ONCE:
        raise TooManyTicked
    waiting = queries.list_keys(area, keys)
    if not waiting:
        raise NothingTicked
    fitting = [each for each in waiting if each.kind in act.kinds]
    if not fitting:
        raise WrongKinds
    now = clock.now()
    undo = Undo(person_id=actor_id, later=act.later, steps=[], made_at=now, good_until=now + TAKE_BACK)
    db.session.add(undo)
    db.session.flush()
    undo.steps = [[act.value, each.kind.value, each.id] for each in fitting if _begin(actor_id, act, each, undo)]
    if not undo.steps:
        raise InOtherHands
    if act.later:
        promise("desk.press", {"undo_id": undo.id}, key=f"desk-press-{undo.id}", due=undo.good_until)
    else:
        undo.done_at = now
    record(actor_id, f"pressed_{act.value}", "undo", undo.id)
    db.session.flush()
    return Pressed(undo, len(undo.steps), len(waiting) - len(undo.steps))


def _begin(actor_id: int, act: Act, thing: queries.Waiting, undo: Undo) -> bool:
    """Whether the press can have this thing."""
    if act is Act.LEAVE:
        return give_back(actor_id, thing.kind, thing.id)
    try:
        if thing.held_by and not thing.mine:
            raise InOtherHands
        # A worker may be a little late; nobody else takes it meanwhile.
        until = undo.good_until + TAKE_BACK if act.later else None
        take(actor_id, thing.kind, thing.id, until=until, by=undo if act.later else None)
    except InOtherHands:
        return False
    return True


def take_back(actor_id: int, undo: Undo) -> int:
    """As if she had not pressed; how many things wait again as they did. Raises TooLateToUndo."""
    now = clock.now()
    free = (Undo.undone_at.is_(None), Undo.good_until > now, ~Undo.later | Undo.done_at.is_(None))
    if not _change(undo.id, *free, undone_at=now):
        raise TooLateToUndo
    _let_go(undo.id)
    record(actor_id, "took_back", "undo", undo.id)
    return sum(_undone(actor_id, Act(act), WaitKind(kind), int(number)) for act, kind, number in undo.steps)


def _undone(actor_id: int, act: Act, kind: WaitKind, thing_id: int) -> bool:
    if act is Act.TAKE:
        return give_back(actor_id, kind, thing_id)
    if act is Act.LEAVE:
        try:
            take(actor_id, kind, thing_id)
        except InOtherHands:
            return False
    return True


def run(undo_id: int) -> int:
    """The time for taking it back is over: do it now, once. Returns to how many things; what no longer fits is left."""
    if not _change(undo_id, Undo.later, Undo.undone_at.is_(None), Undo.done_at.is_(None), done_at=clock.now()):
        return 0
    undo = db.session.get_one(Undo, undo_id, populate_existing=True)
    actor = find_person(undo.person_id)
    _let_go(undo_id)
    if actor is None or not actor.is_active or not is_staff(actor):
        return 0
    return sum(_settled(actor.id, Act(act), WaitKind(kind), int(number)) for act, kind, number in undo.steps)


def _settled(actor_id: int, act: Act, kind: WaitKind, thing_id: int) -> bool:
    try:
        with db.session.begin_nested():
            settle(actor_id, act, kind, thing_id)
    except (RuleBroken, NotFound):
        return False  # somebody was quicker, or it is gone; it stands as it stood
    return True


def _let_go(undo_id: int) -> None:
    gone = delete(Claim).where(Claim.undo_id == undo_id)
    db.session.execute(gone.execution_options(synchronize_session=False))


def _change(undo_id: int, *where: object, **values: object) -> bool:
    """Change the press if it still stands so. Whether it did: of two at once one is told yes."""
    changed = db.session.execute(
        update(Undo).where(Undo.id == undo_id, *where).values(**values)  # type: ignore[arg-type]
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    return changed.rowcount == 1  # type: ignore[attr-defined]
