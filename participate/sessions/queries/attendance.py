"""Reading who came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, and_, func, or_, select

from participate.accounts.models import Person
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of_rows
from participate.core.text import short_name
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.rules.attendance import Bands, bands_of
from participate.sessions.words import HOLDS_SEAT, AgeBand, SignUpStatus

ROSTER_SIZE = 100
MOST_NAMED = 200
MOST_ATTENDED = 500
# A head of whom nothing is known but the age band.
_NAMELESS = and_(Attendance.sign_up_id.is_(None), Attendance.person_id.is_(None), Attendance.name == "")


@dataclass(frozen=True)
class RosterRow:
    """One sign-up on the host's list. `brings`: the children she signed up; `brought`: those who came with her.

    `first_time`: she has never come to anything before. For the host's list alone.
    """

    id: int
    person_id: int
    name: str
    status: SignUpStatus
    brings: Bands
    brought: Bands
    came: bool
    first_time: bool
    meet_me: bool
    late_minutes: int | None


@dataclass(frozen=True)
class Room:
    """Who is in the room: `heads` of each band, and `nameless` walk-ins among them."""

    heads: Bands
    nameless: Bands


def read_room(session_id: int) -> Room:
    """How many came to a session. One statement."""
    known, heads = _NAMELESS.label("nameless"), func.count()
    query = select(Attendance.band, known, heads).where(Attendance.session_id == session_id)
    everybody, nameless = dict.fromkeys(AgeBand, 0), dict.fromkeys(AgeBand, 0)
    for band, bare, number in db.session.execute(query.group_by(Attendance.band, known)):
        everybody[band] += number
        nameless[band] += number if bare else 0
    return Room(bands_of(everybody), bands_of(nameless))


def count_of(session_id: int) -> Bands:
    """How many came to a session, by age band. One statement."""
    return read_room(session_id).heads


def count_first_timers(session_id: int) -> int:
    """How many of those who came to a session had never come to anything before, as far as is known."""
    query = select(func.count()).where(Attendance.session_id == session_id, Attendance.first_time)
    return db.session.scalar(query) or 0


def came_before(person_ids: Iterable[int], before: datetime | None = None) -> set[int]:
    """Those among `person_ids` who came to a session, if `before` is given to one that began before it."""
    wanted = set(person_ids)
    if not wanted:
        return set()
    query = select(Attendance.person_id).distinct().where(Attendance.person_id.in_(wanted))
    if before is not None:
        query = query.join(Session, Session.id == Attendance.session_id).where(Session.starts_at < before)
    return {person_id for person_id in db.session.scalars(query) if person_id is not None}


def attendances_of(person_ids: Iterable[int]) -> dict[int, int]:
    """Person → how many sessions she came to. Whoever came to none is left out. One statement."""
    wanted = set(person_ids)
    query = select(Attendance.person_id, func.count()).where(Attendance.person_id.in_(wanted))
    rows = db.session.execute(query.group_by(Attendance.person_id)) if wanted else ()
    return {person_id: times for person_id, times in rows if person_id is not None}


def list_attended(person_id: int, most: int = MOST_ATTENDED) -> Sequence[int]:
    """The ids of the sessions that a person came to, the latest first."""
    query = select(Session.id).join(Attendance, Attendance.session_id == Session.id)
    query = query.where(Attendance.person_id == person_id)
    return db.session.scalars(query.order_by(Session.starts_at.desc(), Session.id.desc()).limit(most)).all()


def list_projects_come_to(person_id: int) -> Sequence[tuple[int, datetime]]:
    """The projects to whose sessions a person came, each with when she last did."""
    query = select(Session.project_id, func.max(Session.starts_at)).join(
        Attendance, Attendance.session_id == Session.id
    )
    query = query.where(Attendance.person_id == person_id).group_by(Session.project_id).order_by(Session.project_id)
    return [(number, at) for number, at in db.session.execute(query)]


def has_attended(person_id: int | None, session_id: int | None = None, project_id: int | None = None) -> bool:
    """Whether somebody came to this session, or to any session of this project; without either, to any at all."""
    if person_id is None:
        return False
    query = select(Attendance.id).where(Attendance.person_id == person_id)
    if session_id is not None:
        query = query.where(Attendance.session_id == session_id)
    if project_id is not None:
        query = query.join(Session, Session.id == Attendance.session_id).where(Session.project_id == project_id)
    return db.session.scalar(query.limit(1)) is not None


def list_came_ids(session_id: int) -> list[int]:
    """The ids of the known people who came to a session."""
    query = select(Attendance.person_id).where(Attendance.session_id == session_id, Attendance.person_id.is_not(None))
    return [person_id for person_id in db.session.scalars(query.order_by(Attendance.id)) if person_id is not None]


def list_came_with_sign_up(session_id: int) -> Sequence[SignUp]:
    """The sign-ups of the known people who came to a session: whoever signed up can be written to."""
    mine = and_(Attendance.sign_up_id == SignUp.id, Attendance.person_id == SignUp.person_id)
    query = select(SignUp).join(Attendance, mine).where(Attendance.session_id == session_id)
    return db.session.scalars(query.order_by(SignUp.id)).all()


def get_sign_up_of(session_id: int, sign_up_id: int) -> SignUp:
    """A sign-up of this session. Raises NotFound."""
    found = db.session.get(SignUp, sign_up_id)
    if found is None or found.session_id != session_id:
        raise NotFound
    return found


def page_of_roster(session: Session, number: int, size: int = ROSTER_SIZE) -> Page[RosterRow]:
    """Who holds a seat, and who came all the same, by first name. Four statements."""
    page = page_of_rows(_roster(session.id).order_by(Person.name, SignUp.id), number, size)
    return Page(_rows(session, page.items), page.number, page.size, page.total)


def get_roster_row(session: Session, sign_up_id: int) -> RosterRow:
    """One line of the host's list, as it stands. Raises NotFound."""
    found = db.session.execute(_roster(session.id).where(SignUp.id == sign_up_id)).all()
    if not found:
        raise NotFound
    return _rows(session, found)[0]


def list_named(session_id: int) -> Sequence[Attendance]:
    """The walk-ins who gave a name, in the order in which they came."""
    query = select(Attendance).where(Attendance.session_id == session_id, Attendance.sign_up_id.is_(None))
    query = query.where(or_(Attendance.name != "", Attendance.person_id.is_not(None)))
    return db.session.scalars(query.order_by(Attendance.id).limit(MOST_NAMED)).all()


def is_first_time(session: Session) -> bool:
    """Whether whoever welcomes people at `session` has not yet hosted one that was counted."""
    if session.host_id is None:
        return False
    query = select(Session.id).where(Session.host_id == session.host_id, Session.counted_at.is_not(None))
    return db.session.scalar(query.where(Session.id != session.id).limit(1)) is None


def _roster(session_id: int) -> Select[SignUp, str, int | None]:
    came = and_(Attendance.sign_up_id == SignUp.id, Attendance.band == AgeBand.ADULT)
    query = select(SignUp, Person.name, Attendance.id)
    query = query.join(Person, Person.id == SignUp.person_id).outerjoin(Attendance, came)
    holds = or_(SignUp.status.in_(HOLDS_SEAT), Attendance.id.is_not(None))
    return query.where(SignUp.session_id == session_id, holds)


def _rows(session: Session, found: Sequence[Row[SignUp, str, int | None]]) -> list[RosterRow]:
    brought = _brought([row[0].id for row in found])
    before = came_before((row[0].person_id for row in found), session.starts_at)
    return [
        RosterRow(
            id=sign_up.id, person_id=sign_up.person_id, name=short_name(name), status=sign_up.status,
            brings=Bands(0, sign_up.teenagers, sign_up.children, sign_up.toddlers, sign_up.babies),
            brought=brought.get(sign_up.id, Bands()), came=attendance_id is not None,
            first_time=sign_up.person_id not in before, meet_me=sign_up.meet_me, late_minutes=sign_up.late_minutes,
        )
        for sign_up, name, attendance_id in found
    ]  # fmt: skip


def _brought(sign_up_ids: list[int]) -> dict[int, Bands]:
    """Sign-up → the children who came with her."""
    query = select(Attendance.sign_up_id, Attendance.band, func.count())
    query = query.where(Attendance.sign_up_id.in_(sign_up_ids), Attendance.band != AgeBand.ADULT)
    counted: dict[int, dict[AgeBand, int]] = {}
    for sign_up_id, band, heads in db.session.execute(query.group_by(Attendance.sign_up_id, Attendance.band)):
        counted.setdefault(sign_up_id or 0, {})[band] = heads
    return {sign_up_id: bands_of(heads) for sign_up_id, heads in counted.items()}
