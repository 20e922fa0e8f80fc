"""Reading organisations and who speaks for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.organisations.models import Member, Organisation
from participate.organisations.words import OrganisationKind

MOST_SPEAKERS = 50
MOST_SPOKEN_FOR = 50


@dataclass(frozen=True)
class OrganisationCard:
    """What others need to know of an organisation: its name and kind."""

    id: int
    name: str
    kind: OrganisationKind


def list_organisations(kind: OrganisationKind | None, number: int, with_hidden: bool = False) -> Page[Organisation]:
    """The organisations by name, a page at a time; of one kind if given. Hidden ones only for staff."""
    query = select(Organisation)
    if kind is not None:
        query = query.where(Organisation.kind == kind)
    if not with_hidden:
        query = query.where(Organisation.hidden_at.is_(None))
    return page_of(query.order_by(func.lower(Organisation.name), Organisation.id), number)


def find_organisation(organisation_id: int | None) -> Organisation | None:
    """The organisation with this id, hidden or not, or None."""
    return db.session.get(Organisation, organisation_id) if organisation_id is not None else None


def get_organisation(organisation_id: int) -> Organisation:
    """The organisation, hidden or not: ask permissions.may_see. Raises NotFound."""
    found = find_organisation(organisation_id)
    if found is None:
        raise NotFound
    return found


def has_name(name: str, but: int | None = None) -> bool:
    """Whether another organisation than `but` has this name, in whatever case."""
    same = select(Organisation.id).where(func.lower(Organisation.name) == name.lower())
    return db.session.scalar(same.where(Organisation.id != but) if but is not None else same) is not None


def names_of(ids: Iterable[int]) -> dict[int, OrganisationCard]:
    """Those that are shown among `ids`, by id. One statement."""
    wanted = set(ids)
    query = select(Organisation.id, Organisation.name, Organisation.kind).where(
        Organisation.id.in_(wanted), Organisation.hidden_at.is_(None)
    )
    return {row.id: OrganisationCard(*row) for row in db.session.execute(query)} if wanted else {}


def ids_spoken_for(person_id: int | None) -> frozenset[int]:
    """The ids of the organisations for which a person speaks."""
    if person_id is None:
        return frozenset()
    query = select(Member.organisation_id).where(Member.person_id == person_id).order_by(Member.id)
    return frozenset(db.session.scalars(query.limit(MOST_SPOKEN_FOR)))


def list_speakers(organisation_id: int) -> Sequence[Member]:
    """The active persons who speak for an organisation, the first named first."""
    query = select(Member).join(Member.person).where(Member.organisation_id == organisation_id)
    return db.session.scalars(
        query.where(Person.status == PersonStatus.ACTIVE)
        .options(joinedload(Member.person))
        .order_by(Member.id)
        .limit(MOST_SPEAKERS)
    ).all()
