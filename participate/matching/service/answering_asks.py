"""A yes or a no to an ask, and what becomes of its set. A no is told to nobody: the next best is asked instead."""

from sqlalchemy import delete, select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.matching.assembling import rules
from participate.matching.models import Ask, ProjectSet
from participate.matching.queries import asks, sets
from participate.matching.service import ask_letters, set_things
from participate.matching.service.asking import ask_more, settle_things
from participate.matching.words import AskStatus, SetStatus
from participate.outbox.service import promise
from participate.projects.service import meet_need

REPAIR = "project_set.repair"


def answer(person_id: int, ask_id: int, *, yes: bool, noted_by: int | None = None) -> Ask:
    """What she says, by herself or told by staff (`noted_by`). Her yes lends what is hers too; while the others are
    being asked she may take it back. Twice the same is once. Raises NotFound or AskOver.
    """
    ask = _hold(ask_id)
    if ask is None or ask.person_id != person_id or not asks.is_by_letter(ask):
        raise NotFound
    said = AskStatus.YES if yes else AskStatus.NO
    if ask.status is said:
        return ask
    takes_back = ask.status is AskStatus.YES and ask.set.status is SetStatus.ASKING
    if not takes_back:
        rules.check_answer(ask.status, ask.good_until, clock.now())
    ask.status, ask.answered_at = said, clock.now()
    for line in list(ask.lines):
        if takes_back:
            set_things.call_off(ask.set, line)
        elif yes and not set_things.give(ask.set, line, person_id):
            ask.lines.remove(line)  # it went to somebody else meanwhile
    record(noted_by or person_id, "answered", "ask", ask.id)
    db.session.flush()
    _look_again(ask.set_id)
    return ask


def look_after(set_id: int) -> None:
    """See how a set stands: what bookings and loans say, whose time is over, what is lacking, whether all is there."""
    made = _hold_set(set_id)
    if made is None or made.status is not SetStatus.ASKING:
        return
    now = clock.now()
    for ask in made.asks:
        _follow(ask)
    lacking = sets.list_lacking(made)
    if lacking and rules.may_still_ask(now, made.starts_at):
        _ask_next(made, lacking)
    if now >= made.starts_at - rules.LAST_ANSWER:
        _close(None, made, SetStatus.OVER)
    elif not sets.list_lacking(made) and all(ask.status is not AskStatus.ASKED for ask in made.asks):
        _ready(made)


def go_ahead(actor_id: int, made: ProjectSet) -> None:
    """With those who have said yes; the others are not asked any more. Raises NobodyAsked or NobodySaidYes."""
    held = _hold_set(made.id)
    if held is None or held.status is not SetStatus.ASKING:
        raise rules.NobodyAsked
    if not any(ask.status is AskStatus.YES for ask in held.asks):
        raise rules.NobodySaidYes
    record(actor_id, "went ahead", "project_set", held.id)
    _ready(held)


def call_off(actor_id: int, made: ProjectSet) -> None:
    """Not now: who said yes hears so, and what was booked or borrowed is free again. Raises NobodyAsked."""
    held = _hold_set(made.id)
    if held is None or held.status is not SetStatus.ASKING:
        raise rules.NobodyAsked
    _close(actor_id, held, SetStatus.OVER)


def forget_sets() -> None:
    """Sets that ended long ago are forgotten."""
    old = asks.list_old_ids(clock.now() - rules.KEPT)
    if old:
        db.session.execute(delete(ProjectSet).where(ProjectSet.id.in_(old)))


def _hold(ask_id: int) -> Ask | None:
    """The ask, with its set held still."""
    found = asks.find_ask(ask_id)
    if found is None or _hold_set(found.set_id) is None:
        return None
    db.session.refresh(found)
    return found


def _hold_set(set_id: int) -> ProjectSet | None:
    query = select(ProjectSet.id).where(ProjectSet.id == set_id).with_for_update()
    if db.session.scalar(query) is None:
        return None
    db.session.expire_all()
    return asks.find_set(set_id)


def _look_again(set_id: int) -> None:
    """After this transaction, by the worker: whoever answered does not wait for it."""
    promise(REPAIR, {"set_id": set_id})


def _follow(ask: Ask) -> None:
    now = clock.now()
    if not asks.is_by_letter(ask) and ask.status in (AskStatus.ASKED, AskStatus.YES):
        settle_things(ask, now)
    if ask.status is AskStatus.ASKED and ask.good_until <= now:
        ask.status, ask.answered_at = AskStatus.LATE, now
        for line in ask.lines:
            set_things.call_off(ask.set, line)
        db.session.flush()


def _ask_next(made: ProjectSet, lacking: sets.Lacking) -> None:
    chosen = sets.next_best(made, lacking)
    if chosen is not None:
        ask_more(made, chosen.offers)
        db.session.flush()
        db.session.refresh(made)
    left = sets.list_lacking(made)
    if left:
        ask_letters.tell_open(made, [need for need, _units in left])


def _ready(made: ProjectSet) -> None:
    """All that is asked for is there: its needs are met, and everybody hears."""
    for ask in made.asks:
        _let_go(ask)
    for need in sets.list_met(made):
        meet_need(made.made_by, need, "")  # type: ignore[arg-type]
    made.status, made.closed_at = SetStatus.READY, clock.now()
    record(None, "ready", "project_set", made.id)
    db.session.flush()
    ask_letters.tell_ready(made)


def _close(actor_id: int | None, made: ProjectSet, status: SetStatus) -> None:
    for ask in made.asks:
        _let_go(ask)
        for line in ask.lines:
            set_things.call_off(made, line)
    made.status, made.closed_at = status, clock.now()
    record(actor_id, "called off", "project_set", made.id)
    db.session.flush()
    ask_letters.tell_off(made)


def _let_go(ask: Ask) -> None:
    """Nobody waits for her answer any more."""
    if ask.status is AskStatus.ASKED:
        ask.status, ask.answered_at = AskStatus.OFF, clock.now()
        for line in ask.lines:
            set_things.call_off(ask.set, line)
