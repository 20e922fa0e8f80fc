"""People are counted: those who signed up, walk-ins, children. The count is closed, and opened again.

Whoever counts locks the session's row first, so that two hosts with two phones count one after the other; that a
person counts once is a unique index.
"""

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from participate.accounts.words import Channel
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.introductions.service import note_met
from participate.sessions import queries
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.rules import attendance as rules
from participate.sessions.rules.attendance import Bands
from participate.sessions.service.sign_ups import person_at, sign_up
from participate.sessions.words import AgeBand, CameBy
from participate.surveys.service import ask_once


def hold(session: Session) -> None:
    """Lock the count of a session. Raises CountClosed and what rules.check_countable raises."""
    _lock(session)
    rules.check_countable(session.status, session.starts_at, session.ends_at, clock.now())
    rules.check_not_closed(session.counted_at)


def came(
    actor_id: int, session: Session, sign_up: SignUp, *, children: Bands | None = None, by: CameBy = CameBy.SIGN_UP
) -> None:
    """Whoever signed up is here, with the children she said, or with these `children`. Twice is once.

    Raises CountClosed and what rules.check_countable raises; BadNumber.
    """
    hold(session)
    brought = children or Bands(0, sign_up.teenagers, sign_up.children, sign_up.toddlers, sign_up.babies)
    rules.check_children(brought)
    if _seat_her(actor_id, session, sign_up, by):
        _add_children(actor_id, session, sign_up, brought, by)
        record(actor_id, "counted", "sign_up", sign_up.id)
        db.session.flush()


def not_came(actor_id: int, session: Session, sign_up: SignUp) -> None:
    """A slip of the thumb: neither she nor her children are here. Raises what `came` raises."""
    hold(session)
    db.session.execute(
        delete(Attendance).where(Attendance.session_id == session.id, Attendance.sign_up_id == sign_up.id)
    )
    record(actor_id, "uncounted", "sign_up", sign_up.id)
    db.session.flush()


def set_children(actor_id: int, session: Session, sign_up: SignUp, children: Bands) -> None:
    """These children came with her; she is here as well. Raises what `came` raises."""
    hold(session)
    rules.check_children(children)
    _seat_her(actor_id, session, sign_up, CameBy.SIGN_UP)
    mine = (Attendance.session_id == session.id, Attendance.sign_up_id == sign_up.id)
    db.session.execute(delete(Attendance).where(*mine, Attendance.band != AgeBand.ADULT))
    _add_children(actor_id, session, sign_up, children, CameBy.SIGN_UP)
    record(actor_id, "counted", "sign_up", sign_up.id)
    db.session.flush()


def walk_in(
    actor_id: int,
    session: Session,
    band: AgeBand,
    *,
    name: str = "",
    first_time: bool = False,
    by: CameBy = CameBy.WALK_IN,
) -> None:
    """Somebody came without a word before: an adult, with a name if she offers one, or a child. Never refused.

    Raises CountClosed and what rules.check_countable raises.
    """
    hold(session)
    adult = band is AgeBand.ADULT
    _add(actor_id, session, band, by, name=name if adult else "", first_time=first_time and adult)
    record(actor_id, "counted", "session", session.id)
    db.session.flush()


def walk_in_reached(
    actor_id: int, session: Session, name: str, channel: Channel, contact: str, *, first_time: bool = False
) -> None:
    """A walk-in who leaves a name and a contact: she signs up on the spot, so that she hears from us, and is here.

    Where no sign-up can be (the room is full, a drop-in, it is over), the contact is not kept and she counts all the
    same. Raises what `walk_in` raises.
    """
    hold(session)
    try:
        with db.session.begin_nested():
            made = sign_up(person_at(name, channel, contact), session, host_id=actor_id)
    except RuleBroken:
        walk_in(actor_id, session, AgeBand.ADULT, name=name, first_time=first_time)
    else:
        came(actor_id, session, made)


def one_less(actor_id: int, session: Session, band: AgeBand) -> None:
    """Take back the last walk-in of this age band who is only a number; nothing if there is none."""
    hold(session)
    nameless = select(Attendance).where(
        Attendance.session_id == session.id, Attendance.band == band, Attendance.sign_up_id.is_(None),
        Attendance.person_id.is_(None), Attendance.name == "",
    )  # fmt: skip
    last = db.session.scalar(nameless.order_by(Attendance.id.desc()).limit(1))
    if last is not None:
        db.session.delete(last)
        record(actor_id, "uncounted", "session", session.id)
        db.session.flush()


def take_back(actor_id: int, session: Session, attendance_id: int) -> None:
    """Take back a walk-in who gave a name; nothing if she is gone already."""
    hold(session)
    mine = (Attendance.id == attendance_id, Attendance.session_id == session.id, Attendance.sign_up_id.is_(None))
    db.session.execute(delete(Attendance).where(*mine))
    record(actor_id, "uncounted", "session", session.id)
    db.session.flush()


def close(actor_id: int, session: Session, minutes: int) -> None:
    """Everybody is counted; it took so many minutes. Whoever came for the third time is asked, once, who she is.

    Raises CountClosed, CountTooEarlyToClose, BadNumber and what rules.check_countable raises.
    """
    hold(session)
    rules.check_closing(session.starts_at, clock.now(), minutes)
    session.actual_minutes, session.counted_at = minutes, clock.now()
    _settle_first_times(session)
    record(actor_id, "closed the count of", "session", session.id)
    db.session.flush()
    here = queries.list_came_ids(session.id)
    note_met(here, session.starts_at)
    for person_id in rules.to_ask(queries.attendances_of(here)):
        ask_once(person_id)


def reopen(actor_id: int, session: Session) -> None:
    """The count goes on. Raises CountStillOpen, CountInFigures and what rules.check_countable raises."""
    _lock(session)
    rules.check_countable(session.status, session.starts_at, session.ends_at, clock.now())
    if session.counted_at is None:
        raise rules.CountStillOpen
    rules.check_reopening(session.starts_at, session.counted_at, clock.now())
    session.counted_at = None
    record(actor_id, "reopened the count of", "session", session.id)
    db.session.flush()


def _lock(session: Session) -> None:
    db.session.refresh(session, ["counted_at", "status"], with_for_update=True)


def _seat_her(actor_id: int, session: Session, sign_up: SignUp, by: CameBy) -> bool:
    """One row for the person of a sign-up. Returns whether it is new."""
    query = select(Attendance).where(Attendance.session_id == session.id, Attendance.person_id == sign_up.person_id)
    known = db.session.scalar(query)
    if known is not None:
        known.sign_up_id = sign_up.id  # she was counted at the door before the list had her
        return False
    try:
        with db.session.begin_nested():
            first = not queries.came_before([sign_up.person_id], session.starts_at)
            more = {"person_id": sign_up.person_id, "sign_up_id": sign_up.id, "first_time": first}
            _add(actor_id, session, AgeBand.ADULT, by, **more)
    except IntegrityError:
        return False  # somebody else tapped her name a moment ago
    return True


def _add_children(actor_id: int, session: Session, sign_up: SignUp, children: Bands, by: CameBy) -> None:
    for band in rules.CHILD_BANDS:
        for _each in range(children.pairs()[band]):
            _add(actor_id, session, band, by, sign_up_id=sign_up.id)


def _add(actor_id: int, session: Session, band: AgeBand, by: CameBy, **more: object) -> None:
    db.session.add(
        Attendance(session_id=session.id, band=band, came_by=by, recorded_by=actor_id, came_at=clock.now(), **more)
    )


def _settle_first_times(session: Session) -> None:
    """A sheet of an earlier day may have been keyed in since: ask once more who was here for the first time."""
    query = select(Attendance).where(Attendance.session_id == session.id, Attendance.person_id.is_not(None))
    known = db.session.scalars(query).all()
    before = queries.came_before((each.person_id for each in known if each.person_id), session.starts_at)
    for each in known:
        each.first_time = each.person_id not in before
