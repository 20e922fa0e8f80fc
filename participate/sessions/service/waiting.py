"""The waiting list moves itself: whoever is next is asked, answers, or lets the time pass. See rules.waiting."""

from datetime import datetime

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.notifications.service import call_off
from participate.notifications.words import CallOutcome
from participate.outbox.service import promise
from participate.sessions.models import Session, SignUp
from participate.sessions.queries import list_queue, list_sign_ups
from participate.sessions.rules import seats as rules
from participate.sessions.rules import waiting
from participate.sessions.rules.waiting import Waiting
from participate.sessions.service.seats import give_back, hold, hold_for, take
from participate.sessions.service.telling import tell
from participate.sessions.words import HOLDS_SEAT, SessionStatus, SignUpStatus

LAPSE = "sign_up.lapse"
FILL = "session.fill"


def fill(session: Session) -> None:
    """Give what is free to whoever is next. The session is held by the caller."""
    if session.status is SessionStatus.CANCELLED or session.drop_in or session.starts_at <= clock.now():
        return
    _confirm(session)
    while (turn := _next(session)) is not None and take(session, turn.heads):
        _ask(session, turn)
    db.session.flush()


def fill_by_id(session_id: int) -> None:
    """As `fill`, for a job."""
    fill(hold(session_id))


def promise_fill(session: Session) -> None:
    """Look at the list again when the last day begins: from then on "any time" counts."""
    due = session.starts_at - waiting.LAST_DAY
    if due > clock.now():
        key = f"{FILL}:{session.id}:{session.starts_at.timestamp():.0f}"
        promise(FILL, {"session_id": session.id}, key=key, due=due, good_until=session.starts_at)


def _confirm(session: Session) -> None:
    """Whoever was invited above the places, and now fits in them, is told yes."""
    held = list_sign_ups(session.id, *HOLDS_SEAT)
    parties = [(each.id, each.status, each.heads) for each in held]
    sure = set(rules.heads_confirmed(parties, rules.limit_of(session.capacity, session.places)))
    for sign_up in held:
        if sign_up.id in sure:
            _put(sign_up, SignUpStatus.GOING, "confirmed")
            _write(session, sign_up, "session_given")
    db.session.flush()


def _next(session: Session) -> SignUp | None:
    line = {each.id: each for each in list_queue(session.id)}
    limit = rules.limit_of(session.capacity, session.places)
    turn = waiting.next_in_line(
        [Waiting(each.id, each.heads, each.any_time) for each in line.values()],
        free=rules.free_seats(limit, session.taken),
        limit=limit,
        last_day=waiting.is_last_day(session.starts_at, clock.now()),
    )
    return line[turn.id] if turn is not None else None


def _ask(session: Session, sign_up: SignUp) -> None:
    """The seats are hers: on the last day at once, before it until she answers or the time is over."""
    if waiting.is_last_day(session.starts_at, clock.now()):
        _put(sign_up, SignUpStatus.GOING, "given")
        _write(session, sign_up, "session_given")
    else:
        _put(sign_up, SignUpStatus.OFFERED, "offered")
        _limit_answer(session, sign_up)
        _write(session, sign_up, "session_offered")
    db.session.flush()


def _limit_answer(session: Session, sign_up: SignUp, until: datetime | None = None) -> None:
    until = until or waiting.answer_until(session.starts_at, clock.now())
    sign_up.offered_until = until
    key = f"{LAPSE}:{sign_up.id}:{until.timestamp():.0f}"
    promise(LAPSE, {"sign_up_id": sign_up.id}, key=key, due=until)


def await_call(sign_up: SignUp, due_at: datetime) -> None:
    """Nothing written reaches her: her time to answer begins when the hub has rung, which it does by `due_at`."""
    session = hold_for(sign_up)
    if sign_up.status is SignUpStatus.OFFERED:
        _limit_answer(session, sign_up, due_at)
        db.session.flush()


def after_call(sign_up: SignUp, outcome: CallOutcome) -> None:
    """The hub has rung: she said yes or no, or her time to answer begins. Nothing if the place is gone."""
    session = hold_for(sign_up)
    if sign_up.status is not SignUpStatus.OFFERED:
        return
    if outcome is CallOutcome.YES:
        accept(sign_up)
    elif outcome is CallOutcome.TOLD:
        _limit_answer(session, sign_up)
        db.session.flush()


def about(sign_up: SignUp) -> str:
    """What a letter to somebody who signed up is about."""
    return f"sign_up:{sign_up.id}"


def shorten_answers(session: Session) -> None:
    """The session moved: nobody has longer to answer than makes sense now."""
    latest = session.starts_at - waiting.AT_LEAST_BEFORE
    for sign_up in list_sign_ups(session.id, SignUpStatus.OFFERED):
        if sign_up.offered_until is not None and sign_up.offered_until > latest:
            _limit_answer(session, sign_up)


def _put(sign_up: SignUp, status: SignUpStatus, verb: str, actor_id: int | None = None) -> None:
    sign_up.status, sign_up.offered_until, sign_up.changed_at = status, None, clock.now()
    record(actor_id, verb, "sign_up", sign_up.id)


def _write(session: Session, sign_up: SignUp, letter: str, **facts: object) -> None:
    now = clock.now()
    if sign_up.offered_until is not None:
        facts["until_at"] = sign_up.offered_until.isoformat()
    due = waiting.letter_due(session.starts_at, now)
    tell(sign_up, letter, key=f"{sign_up.status}:{now.timestamp():.0f}", due=due, good_until=session.starts_at, **facts)


def accept(sign_up: SignUp) -> None:
    """She says yes to a place that was offered; on the last day, to one that is free.

    Raises AnswerTooLate, NoPlaceFree, NotTakingPlace, OverAlready, NotOnTheList.
    """
    session = hold_for(sign_up)
    status = sign_up.status
    if status in (SignUpStatus.GOING, SignUpStatus.LIKELY):
        return
    rules.check_joining(status=session.status, drop_in=False, ends_at=session.ends_at, now=clock.now())
    if status is SignUpStatus.LAPSED:
        raise rules.AnswerTooLate
    if status is SignUpStatus.CANCELLED:
        raise rules.NotOnTheList
    if status is SignUpStatus.WAITING:
        last_day = waiting.is_last_day(session.starts_at, clock.now())
        if not last_day or not take(session, sign_up.heads):
            raise rules.NoPlaceFree
    _put(sign_up, SignUpStatus.GOING, "accepted", sign_up.person_id)
    call_off(sign_up.person_id, "session_offered", about(sign_up))
    tell(sign_up, "session_place", key=f"yes:{clock.now().timestamp():.0f}", good_until=session.ends_at)
    db.session.flush()


def lapse(sign_up: SignUp) -> None:
    """The time to answer is over: the place goes to the next. Nothing if she answered."""
    session = hold_for(sign_up)
    until = sign_up.offered_until
    if sign_up.status is not SignUpStatus.OFFERED or until is None or until > clock.now():
        return
    _put(sign_up, SignUpStatus.LAPSED, "lapsed")
    call_off(sign_up.person_id, "session_offered", about(sign_up))
    db.session.flush()
    give_back(session, sign_up.heads)
    _write(session, sign_up, "session_lapsed")
    fill(session)


def invite(actor_id: int, sign_up: SignUp) -> None:
    """A host lets somebody in who waits: above the places if need be, never above the room limit.

    Within the places she is told yes, above them "likely". Raises RoomFull, NotOnTheList, NotTakingPlace, OverAlready.
    """
    session = hold_for(sign_up)
    rules.check_joining(status=session.status, drop_in=False, ends_at=session.ends_at, now=clock.now())
    if sign_up.status in HOLDS_SEAT:
        return
    if sign_up.status is not SignUpStatus.WAITING:
        raise rules.NotOnTheList
    if take(session, sign_up.heads):
        _put(sign_up, SignUpStatus.GOING, "given", actor_id)
    elif take(session, sign_up.heads, to_the_limit=True):
        _put(sign_up, SignUpStatus.LIKELY, "invited", actor_id)
    else:
        raise rules.RoomFull(limit=session.capacity)
    _write(session, sign_up, "session_given")
    db.session.flush()
