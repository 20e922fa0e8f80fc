"""Reading what partners pledged and what came of it."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import joinedload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.organisations.models import Organisation, Pledge, PledgeGiven
from participate.organisations.words import OPEN_PLEDGES, PledgeKind, PledgeStatus

MOST_FOR_ONE = 100
MOST_GIVEN = 100
MOST_WORDS = 40
_WAITING = (PledgeStatus.PLEDGED, PledgeStatus.WELCOMED)
_LATEST = (Pledge.changed_at.desc(), Pledge.id.desc())
# An offer that a team has not answered is between the two: else everybody could see a "not this time".
_ASKED = and_(
    Pledge.status == PledgeStatus.PLEDGED, or_(Pledge.subject.like("need:%"), Pledge.subject.like("project:%"))
)
_PUBLIC = (Pledge.hidden_at.is_(None), Pledge.status.in_(OPEN_PLEDGES), ~_ASKED)
# What can still be given stands before what was given.
_RANKS = {PledgeStatus.PLEDGED: 0, PledgeStatus.WELCOMED: 0, PledgeStatus.KEPT: 1}
_STANDING = case(_RANKS, value=Pledge.status, else_=2)


def list_pledges(organisation_id: int, number: int, *, all_of_them: bool = False, size: int = 20) -> Page[Pledge]:
    """What a partner pledged: what stands first, then what was given; the latest first. `all_of_them`: hidden, taken
    back and not wanted ones too, for its own people and staff. Two statements.
    """
    query = _of(organisation_id, all_of_them=all_of_them)
    return page_of(query.order_by(_STANDING, *_LATEST), number, size)


def list_newest_pledges(organisation_id: int, *, all_of_them: bool = False) -> Sequence[Pledge]:
    """As `list_pledges`, the first of them, for the partner's own page. One statement."""
    query = _of(organisation_id, all_of_them=all_of_them).limit(MOST_FOR_ONE)
    return db.session.scalars(query.order_by(_STANDING, *_LATEST)).all()


def _of(organisation_id: int, *, all_of_them: bool) -> Select[Pledge]:
    query = select(Pledge).where(Pledge.organisation_id == organisation_id)
    if all_of_them:
        return query
    return query.where(*_PUBLIC)


def list_pledges_for(subjects: Collection[str], *, waiting: bool = False) -> Sequence[Pledge]:
    """What partners that are shown pledged for these; or only what waits for an answer, the longest waiting first.
    With their organisations.
    """
    query = select(Pledge).join(Pledge.organisation).where(Pledge.subject.in_(set(subjects)))
    query = query.where(Pledge.hidden_at.is_(None), Organisation.hidden_at.is_(None))
    if waiting:
        query = query.where(Pledge.status.in_(_WAITING)).order_by(Pledge.made_at, Pledge.id)
    else:
        query = query.where(*_PUBLIC).order_by(_STANDING, *_LATEST)
    return db.session.scalars(query.options(joinedload(Pledge.organisation)).limit(MOST_FOR_ONE)).all()


def get_pledge(pledge_id: int) -> Pledge:
    """The pledge, hidden or not, with its organisation. Raises NotFound."""
    query = select(Pledge).where(Pledge.id == pledge_id).options(joinedload(Pledge.organisation))
    found = db.session.scalar(query)
    if found is None:
        raise NotFound
    return found


def list_given(pledge_id: int) -> Sequence[PledgeGiven]:
    """When how much of it was given, the latest first."""
    query = select(PledgeGiven).where(PledgeGiven.pledge_id == pledge_id)
    return db.session.scalars(query.order_by(PledgeGiven.day.desc(), PledgeGiven.id.desc()).limit(MOST_GIVEN)).all()


def count_pledges_open(organisation_id: int) -> int:
    """How many pledges of a partner are not given yet."""
    query = select(func.count(Pledge.id)).where(Pledge.organisation_id == organisation_id)
    return db.session.scalar(query.where(Pledge.status.in_(_WAITING))) or 0


def has_pledged(organisation_id: int, subject: str) -> bool:
    """Whether something of a partner for `subject` stands or waits for an answer."""
    query = select(Pledge.id).where(Pledge.organisation_id == organisation_id, Pledge.subject == subject)
    return db.session.scalar(query.where(Pledge.status.in_(_WAITING)).limit(1)) is not None


def subjects_backed(pledges: Iterable[Pledge]) -> list[str]:
    """What a partner backs: the subjects of those pledges that a team said yes to, or that were given."""
    yes = (PledgeStatus.WELCOMED, PledgeStatus.KEPT)
    return [each.subject for each in pledges if each.status in yes and each.subject and each.hidden_at is None]


def offered_words(organisation_id: int) -> list[tuple[PledgeKind, str]]:
    """What a partner says it can give to whoever needs it: (kind, words), the latest first."""
    query = select(Pledge.kind, Pledge.words).where(Pledge.organisation_id == organisation_id, Pledge.subject == "")
    query = query.where(Pledge.status == PledgeStatus.PLEDGED, Pledge.hidden_at.is_(None))
    return [(row.kind, row.words) for row in db.session.execute(query.order_by(*_LATEST).limit(MOST_WORDS))]
