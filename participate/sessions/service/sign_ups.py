"""Somebody signs up, changes her mind, runs late, or stays away."""

import secrets
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.accounts.queries import has_suspended
from participate.accounts.service import find_guest, meet_guest
from participate.accounts.words import Channel
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.sessions.models import Session, SignUp
from participate.sessions.queries import count_waiting, find_active, get_task, has_sign_ups
from participate.sessions.rules import seats as rules
from participate.sessions.rules.party import Party, Wish, check_party
from participate.sessions.rules.waiting import is_last_day
from participate.sessions.service.apart import warn_hub
from participate.sessions.service.reminders import promise_reminders
from participate.sessions.service.seats import give_back, hold, hold_for, take
from participate.sessions.service.tasks import free_task, take_task
from participate.sessions.service.telling import tell
from participate.sessions.service.waiting import fill, promise_fill, shorten_answers
from participate.sessions.words import ACTIVE, HOLDS_SEAT, MadeBy, SignUpStatus

SALT_LENGTH = 32
NOTES_KEPT = timedelta(days=7)
ALONE = Wish()


class SpeakToTheHub(RuleBroken):
    message = mark("We could not do this here. Please ring the hub, or drop in: somebody will help you.")


def person_at(name: str, channel: Channel, contact: str) -> Person:
    """The guest with this contact, made if there is none, also when two ask at once. Raises SpeakToTheHub."""
    if has_suspended(channel, contact):
        raise SpeakToTheHub
    try:
        with db.session.begin_nested():
            guest = meet_guest(name, channel, contact)
    except IntegrityError:
        guest = find_guest(channel, contact)  # type: ignore[assignment]  # made a moment ago by somebody else
    if not guest.is_active:
        raise SpeakToTheHub
    return guest


def salt_of(ticket: str) -> str:
    """The salt of whatever a form with this ticket makes: the same form sent twice makes the same link (F-11)."""
    return keyed_hash("ticket", ticket)[:SALT_LENGTH] if ticket else secrets.token_hex(SALT_LENGTH // 2)


def sign_up(
    person: Person,
    session: Session,
    wish: Wish = ALONE,
    *,
    host_id: int | None = None,
    salt: str = "",
) -> SignUp:
    """She means to come: a seat, or a place on the waiting list. The same person again: her sign-up as it is.

    `host_id`: the host or member of staff who writes her down. `salt`: of the link, see `salt_of`.

    Raises NotTakingPlace, OverAlready, NobodyNeedsTo, PartyTooLarge, NoChildrenHere, TooManyChildren, TaskFull;
    RoomFull for a walk-in.
    """
    session, by_host = hold(session.id), host_id is not None
    now = clock.now()
    rules.check_joining(status=session.status, drop_in=session.drop_in, ends_at=session.ends_at, now=now)
    known = find_active(session.id, person.id)
    if known is not None:
        return known
    check_party(wish.party, children_welcome=session.children, by_host=by_host)
    heads = wish.party.heads
    rules.check_party_fits(heads, rules.limit_of(session.capacity, session.places))
    status = _walk_in(session, heads) if by_host and session.starts_at <= now else _seat_or_list(session, heads)
    if wish.task_id is not None and not take_task(get_task(session.id, wish.task_id).id):
        raise rules.TaskFull
    made = SignUp(
        session_id=session.id, person_id=person.id, status=status, any_time=wish.any_time, meet_me=wish.meet_me,
        note=wish.note, task_id=wish.task_id, made_by=MadeBy.HOST if by_host else MadeBy.HERSELF,
        salt=salt or salt_of(""), queued_at=now if status is SignUpStatus.WAITING else None, made_at=now,
        changed_at=now, **wish.party.columns(),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(host_id or person.id, "signed up", "sign_up", made.id)
    _promise_letters(session, made)
    warn_hub(session, person.id)
    return made


def _seat_or_list(session: Session, heads: int) -> SignUpStatus:
    last_day = is_last_day(session.starts_at, clock.now())
    may_sit = rules.may_walk_past(waiting=count_waiting(session.id), last_day=last_day)
    return SignUpStatus.GOING if may_sit and take(session, heads) else SignUpStatus.WAITING


def _walk_in(session: Session, heads: int) -> SignUpStatus:
    """Whoever stands in the room has a place in it, up to its limit."""
    if not take(session, heads, to_the_limit=True):
        raise rules.RoomFull(limit=session.capacity)
    return SignUpStatus.GOING


def _promise_letters(session: Session, made: SignUp) -> None:
    """The link, the reminders, and a look at the list; nothing any more once it has begun."""
    if session.starts_at <= clock.now():
        return
    send_link(made)
    promise_reminders(session)
    if made.status is SignUpStatus.WAITING:
        promise_fill(session)


def send_link(sign_up: SignUp) -> None:
    """The letter with her link, at most once in a minute."""
    minute = int(clock.now().timestamp()) // 60
    tell(sign_up, "session_place", key=f"{sign_up.salt[:6]}:{minute}", good_until=sign_up.session.ends_at)


def renew_link(sign_up: SignUp) -> None:
    """A new link; the old one is worthless at once."""
    sign_up.salt = secrets.token_hex(SALT_LENGTH // 2)
    record(sign_up.person_id, "renewed", "sign_up", sign_up.id)
    send_link(sign_up)
    db.session.flush()


def stay_away(sign_up: SignUp, host_id: int | None = None) -> None:
    """She cannot come: the seats are free for the next. Again: nothing. Raises OverAlready."""
    session = hold_for(sign_up)
    if sign_up.status not in ACTIVE:
        return
    if session.ends_at <= clock.now():
        raise rules.OverAlready
    held = sign_up.status in HOLDS_SEAT
    sign_up.status, sign_up.offered_until, sign_up.changed_at = SignUpStatus.CANCELLED, None, clock.now()
    free_task(sign_up.task_id)
    sign_up.task_id = None
    record(host_id or sign_up.person_id, "stayed away", "sign_up", sign_up.id)
    db.session.flush()
    if held:
        give_back(session, sign_up.heads)
    if host_id is not None:
        tell(sign_up, "session_given_up", key=f"{clock.now().timestamp():.0f}", good_until=session.ends_at)
    fill(session)


def change_party(sign_up: SignUp, party: Party, note: str, *, any_time: bool, meet_me: bool) -> None:
    """More or fewer children, and what else she said. Raises NoRoomForMore, PartyTooLarge and what check_party raises.

    Whoever waits keeps her turn.
    """
    session = hold_for(sign_up)
    if sign_up.status not in ACTIVE:
        raise rules.NotOnTheList
    rules.check_joining(status=session.status, drop_in=False, ends_at=session.ends_at, now=clock.now())
    check_party(party, children_welcome=session.children, by_host=sign_up.made_by is MadeBy.HOST)
    rules.check_party_fits(party.heads, rules.limit_of(session.capacity, session.places))
    more = party.heads - sign_up.heads
    likely = sign_up.status is SignUpStatus.LIKELY
    if sign_up.status in HOLDS_SEAT and more and not take(session, more, to_the_limit=likely):
        raise rules.NoRoomForMore
    for name, value in party.columns().items():
        setattr(sign_up, name, value)
    sign_up.note, sign_up.any_time, sign_up.meet_me, sign_up.changed_at = note, any_time, meet_me, clock.now()
    record(sign_up.person_id, "changed", "sign_up", sign_up.id)
    db.session.flush()
    fill(session)


def run_late(sign_up: SignUp, minutes: int | None) -> None:
    """She comes later than the others; the host reads it on her list. None: in time after all."""
    if sign_up.status not in HOLDS_SEAT:
        raise rules.NotOnTheList
    sign_up.late_minutes, sign_up.changed_at = minutes, clock.now()
    record(sign_up.person_id, "late", "sign_up", sign_up.id)
    db.session.flush()


def forget_notes() -> None:
    """Empty the notes to hosts a week after their sessions."""
    before = clock.now() - NOTES_KEPT
    over = select(Session.id).where(Session.ends_at < before)
    forgotten = update(SignUp).where(SignUp.note != "", SignUp.session_id.in_(over)).values(note="")
    db.session.execute(forgotten.execution_options(synchronize_session=False))


def settle(session: Session) -> None:
    """After the time, the room limit or the places of a session changed: reminders anew, free seats to the next."""
    session = hold(session.id)
    shorten_answers(session)
    if has_sign_ups(session.id):
        promise_reminders(session)
        promise_fill(session)
    fill(session)
