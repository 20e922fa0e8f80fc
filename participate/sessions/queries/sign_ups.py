"""Reading sign-ups: by link, by code, by session; how many usually come."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, joinedload, lazyload

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.accounts.out_of_sight import look_as
from participate.core import clock
from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.queries.cards import SHOWN
from participate.sessions.rules import links
from participate.sessions.words import ACTIVE, SessionStatus, SignUpStatus

LAST_COUNTED = 5


def token_of(sign_up: SignUp) -> str:
    """The secret of her link: made of id and salt with the site's key, stored nowhere."""
    return links.token_from(sign_up.id, keyed_hash("come", f"{sign_up.id}:{sign_up.salt}"))


def code_of(sign_up: SignUp) -> str:
    """The short code to say on the phone. Only hosts and staff can do anything with it."""
    return links.code_from(sign_up.id, keyed_hash("come-code", f"{sign_up.id}:{sign_up.salt}"))


def find_by_token(token: str) -> SignUp | None:
    """The sign-up of a secret link, with its person, session and place; None for a bad one. Two statements."""
    parts = links.split_token(token)
    if parts is None:
        return None
    found = _find(parts[0])
    if found is None or not links.is_same(token, token_of(found)):
        return None
    # Whoever has the link is not signed in: the page is as it would be for her.
    return _find(found.id, again=True) if look_as(found.person_id) else found


def find_by_code(typed: str) -> SignUp | None:
    """The sign-up of a code as somebody says it; None for a wrong one."""
    number = links.split_code(typed)
    found = _find(number) if number is not None else None
    given = "".join(c for c in typed.upper() if c in links.LETTERS)
    return found if found is not None and links.is_same(given, code_of(found).replace("-", "")) else None


def find_sign_up(sign_up_id: int) -> SignUp | None:
    """The sign-up, with its person and session; or None."""
    return _find(sign_up_id)


def _find(sign_up_id: int, again: bool = False) -> SignUp | None:
    query = select(SignUp).where(SignUp.id == sign_up_id).join(SignUp.session)
    bare = (lazyload(Person.roles), lazyload(Person.ward))
    session = contains_eager(SignUp.session)
    parts = (
        session.joinedload(Session.project), session.joinedload(Session.space), session.joinedload(Session.hub),
        session.joinedload(Session.booking), session.joinedload(Session.ward),
        session.joinedload(Session.host).options(*bare), session.joinedload(Session.buddy).options(*bare),
        joinedload(SignUp.person).options(*bare), joinedload(SignUp.task),
    )  # fmt: skip
    return db.session.scalar(query.options(*parts).execution_options(populate_existing=again))


def find_active(session_id: int, person_id: int) -> SignUp | None:
    """Her sign-up for this session, if it stands; or None."""
    query = select(SignUp).where(SignUp.session_id == session_id, SignUp.person_id == person_id)
    return db.session.scalar(query.where(SignUp.status.in_(ACTIVE)))


def list_to_come(person_id: int, most: int = 30) -> Sequence[SignUp]:
    """What somebody is coming to, or waits for, with its session, the soonest first. Nothing that is hidden."""
    query = select(SignUp).join(SignUp.session).join(Session.project).options(contains_eager(SignUp.session))
    query = query.where(*SHOWN, SignUp.person_id == person_id, SignUp.status.in_(ACTIVE))
    query = query.where(Session.ends_at > clock.now())
    return db.session.scalars(query.order_by(Session.starts_at, SignUp.id).limit(most)).all()


def list_to_host(person_id: int, most: int = 3) -> Sequence[Session]:
    """The next sessions at which somebody welcomes people, the soonest first; none that is hidden or cancelled."""
    query = select(Session).join(Session.project).options(lazyload("*"))
    query = query.where(
        *SHOWN, Session.status == SessionStatus.PLANNED, Session.ends_at > clock.now(),
        (Session.host_id == person_id) | (Session.buddy_id == person_id),
    )  # fmt: skip
    return db.session.scalars(query.order_by(Session.starts_at, Session.id).limit(most)).all()


def list_sign_ups(session_id: int, *statuses: SignUpStatus) -> Sequence[SignUp]:
    """The sign-ups of a session in the order in which they came, with their people; all that stand, or these
    `statuses`. One statement."""
    query = select(SignUp).where(SignUp.session_id == session_id, SignUp.status.in_(statuses or ACTIVE))
    people = joinedload(SignUp.person).options(lazyload(Person.roles), lazyload(Person.ward))
    return db.session.scalars(query.options(people, joinedload(SignUp.task)).order_by(SignUp.made_at, SignUp.id)).all()


def page_of_sign_ups(session_id: int, number: int, *statuses: SignUpStatus, size: int = 60) -> Page[SignUp]:
    """A page of them, for the host's list: those who wait in the order of the list."""
    query = select(SignUp).where(SignUp.session_id == session_id, SignUp.status.in_(statuses or ACTIVE))
    people = joinedload(SignUp.person).options(lazyload(Person.roles), lazyload(Person.ward))
    order = func.coalesce(SignUp.queued_at, SignUp.made_at), SignUp.id
    return page_of(query.options(people, joinedload(SignUp.task)).order_by(*order), number, size)


def list_queue(session_id: int) -> Sequence[SignUp]:
    """Who waits, the first first."""
    query = select(SignUp).where(SignUp.session_id == session_id, SignUp.status == SignUpStatus.WAITING)
    return db.session.scalars(query.order_by(SignUp.queued_at, SignUp.id)).all()


def place_in_line(sign_up: SignUp) -> int:
    """1 for whoever is next on the waiting list."""
    line = [each.id for each in list_queue(sign_up.session_id)]
    return line.index(sign_up.id) + 1 if sign_up.id in line else len(line) + 1


def count_waiting(session_id: int) -> int:
    """The parties on the waiting list."""
    query = select(func.count()).where(SignUp.session_id == session_id, SignUp.status == SignUpStatus.WAITING)
    return db.session.scalar(query) or 0


def usual_count(project_id: int) -> int | None:
    """The heads that usually come: the mean of the last five sessions whose hosts counted everybody; or None."""
    last = select(Session.id).where(Session.project_id == project_id, Session.counted_at.is_not(None))
    last = last.order_by(Session.starts_at.desc(), Session.id.desc()).limit(LAST_COUNTED)
    ids = last.subquery()
    came = select(func.count(Attendance.id)).select_from(ids).outerjoin(Attendance, Attendance.session_id == ids.c.id)
    heads, sessions = db.session.execute(
        select(came.scalar_subquery(), select(func.count()).select_from(ids).scalar_subquery())
    ).one()
    return round(heads / sessions) if sessions else None


def place_line(session: Session) -> str:
    """Where it is, in one line for a letter. A home shows no door: the hub tells the way."""
    space = session.space if session.space and session.space.hidden_at is None else None
    if space is not None and space.at_home:
        return ", ".join(part for part in (session.ward.name if session.ward else "", session.place_note) if part)
    address = (space.address if space else "") or (session.hub.address if session.hub else "")
    name = space.name if space else session.hub.name if session.hub else ""
    parts = (name, "" if address and address in name else address, session.place_note)
    return ", ".join(part for part in parts if part)


def door_line(session: Session) -> str:
    """Which door, for a letter; of a home no letter tells it."""
    return "" if session.space is not None and session.space.at_home else session.door


def has_sign_ups(session_id: int) -> bool:
    """Whether anybody's sign-up stands."""
    query = select(SignUp.id).where(SignUp.session_id == session_id, SignUp.status.in_(ACTIVE)).limit(1)
    return db.session.scalar(query) is not None
