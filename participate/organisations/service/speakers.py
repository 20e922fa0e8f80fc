"""Who speaks for an organisation."""

from sqlalchemy import delete, select

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations.models import Member, MemberInvite, Organisation


def name_speaker(actor_id: int | None, organisation: Organisation, person: Person) -> None:
    """Let a person speak for an organisation. Twice is once."""
    if _find(organisation.id, person.id) is not None:
        return
    db.session.add(Member(organisation_id=organisation.id, person_id=person.id, since=clock.now()))
    record(actor_id, "named speaker", "organisation", organisation.id)
    db.session.flush()


def unname_speaker(actor_id: int | None, organisation: Organisation, person_id: int) -> None:
    """She no longer speaks for it, and whom she invited cannot either. Nothing happens if she did not."""
    member = _find(organisation.id, person_id)
    if member is None:
        return
    db.session.delete(member)
    _drop_invites(organisation.id, person_id)
    record(actor_id, "unnamed speaker", "organisation", organisation.id)
    db.session.flush()


def _find(organisation_id: int, person_id: int) -> Member | None:
    query = select(Member).where(Member.organisation_id == organisation_id, Member.person_id == person_id)
    return db.session.scalar(query)


def _drop_invites(organisation_id: int, person_id: int) -> None:
    open_ones = (MemberInvite.organisation_id == organisation_id, MemberInvite.used_at.is_(None))
    db.session.execute(delete(MemberInvite).where(*open_ones, MemberInvite.made_by == person_id))
