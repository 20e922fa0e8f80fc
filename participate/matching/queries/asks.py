"""Reading sets and their asks."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload, selectinload

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.matching.assembling.rules import MOST_OPEN_SETS, REST
from participate.matching.models import Ask, AskLine, ProjectSet
from participate.matching.words import AskStatus, SetStatus
from participate.projects.words import NeedKind

_LINES = selectinload(ProjectSet.asks).selectinload(Ask.lines)
_PARTS = (
    joinedload(ProjectSet.project), joinedload(ProjectSet.maker), selectinload(ProjectSet.asks).joinedload(Ask.person),
    _LINES.joinedload(AskLine.space), _LINES.joinedload(AskLine.material), _LINES.joinedload(AskLine.booking),
    _LINES.joinedload(AskLine.loan), _LINES.joinedload(AskLine.gift),
)  # fmt: skip
NOT_AGAIN = (AskStatus.NO, AskStatus.LATE)  # of one project: she has said what she thinks of it


def find_set(set_id: int) -> ProjectSet | None:
    """The set with its asks and their lines, or None."""
    return db.session.scalar(select(ProjectSet).where(ProjectSet.id == set_id).options(*_PARTS))


def find_newest_set(project_id: int) -> ProjectSet | None:
    """The set that is asked for, or the newest that was, with its asks; or None."""
    query = select(ProjectSet).where(ProjectSet.project_id == project_id).options(*_PARTS)
    return db.session.scalars(query.order_by(ProjectSet.id.desc()).limit(1)).first()


def find_set_asking(project_id: int) -> ProjectSet | None:
    """The set that is asked for, with its asks; or None."""
    asking = (ProjectSet.project_id == project_id, ProjectSet.status == SetStatus.ASKING)
    return db.session.scalar(select(ProjectSet).where(*asking).options(*_PARTS))


def list_asking_ids() -> Sequence[int]:
    """The ids of all sets that are asked for, the longest first."""
    query = select(ProjectSet.id).where(ProjectSet.status == SetStatus.ASKING)
    return db.session.scalars(query.order_by(ProjectSet.id).limit(MOST_OPEN_SETS)).all()


def list_old_ids(before: datetime) -> Sequence[int]:
    """The ids of the sets that ended before this moment."""
    query = select(ProjectSet.id).where(ProjectSet.closed_at < before).order_by(ProjectSet.id)
    return db.session.scalars(query.limit(MOST_OPEN_SETS)).all()


def find_ask(ask_id: int) -> Ask | None:
    """The ask with its lines and its set; or None."""
    parts = (selectinload(Ask.lines), joinedload(Ask.set).joinedload(ProjectSet.project))
    return db.session.scalar(select(Ask).where(Ask.id == ask_id).options(*parts))


def get_own_ask(ask_id: int, person_id: int) -> Ask:
    """The ask that is hers to answer. Raises NotFound."""
    found = find_ask(ask_id)
    if found is None or found.person_id != person_id or not is_by_letter(found):
        raise NotFound
    return found


def is_by_letter(ask: Ask) -> bool:
    """Whether she is asked by us, to come; what is only booked or borrowed is answered where bookings and loans are."""
    return any(line.kind is NeedKind.PERSON for line in ask.lines)


def is_over(ask: Ask) -> bool:
    """Whether no answer is waited for any more."""
    return ask.status is not AskStatus.ASKED or ask.good_until <= clock.now()


def find_waiting_ask(person_id: int) -> Ask | None:
    """The ask that waits for her answer, or None. One statement where there is none."""
    waits = (Ask.person_id == person_id, Ask.status == AskStatus.ASKED, Ask.good_until > clock.now())
    to_come = exists().where(AskLine.ask_id == Ask.id, AskLine.kind == NeedKind.PERSON)
    query = select(Ask).where(*waits, to_come).options(joinedload(Ask.set).joinedload(ProjectSet.project))
    return db.session.scalars(query.order_by(Ask.id).limit(1)).first()


def list_not_to_ask(project_id: int, person_ids: Collection[int] | None = None) -> frozenset[int]:
    """Whom nobody asks now: who is being asked or was a short while ago, whatever for, and who would not come to this
    project. One statement.
    """
    lately = (Ask.status == AskStatus.ASKED) | (Ask.asked_at > clock.now() - REST)
    never = Ask.status.in_(NOT_AGAIN) & (ProjectSet.project_id == project_id)
    query = select(Ask.person_id).join(ProjectSet, ProjectSet.id == Ask.set_id).where(lately | never)
    if person_ids is not None:
        query = query.where(Ask.person_id.in_(person_ids))
    return frozenset(each for each in db.session.scalars(query.distinct()) if each is not None)
