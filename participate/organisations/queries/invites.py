"""Reading invitations to speak for a partner."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.organisations.models import MemberInvite
from participate.organisations.rules.invites import MOST_OPEN


def _open(organisation_id: int) -> Select[MemberInvite]:
    query = select(MemberInvite).where(MemberInvite.organisation_id == organisation_id)
    return query.where(MemberInvite.used_at.is_(None), MemberInvite.good_until >= clock.now())


def list_invites_open(organisation_id: int) -> Sequence[MemberInvite]:
    """The invitations that nobody has used yet, the oldest first."""
    return db.session.scalars(_open(organisation_id).order_by(MemberInvite.id).limit(MOST_OPEN)).all()


def count_invites_open(organisation_id: int) -> int:
    """How many nobody has used yet."""
    return db.session.scalar(select(func.count()).select_from(_open(organisation_id).subquery())) or 0


def find_invite(token_hash: str) -> MemberInvite | None:
    """The invitation with this hash, with its organisation; or None."""
    query = select(MemberInvite).where(MemberInvite.token_hash == token_hash)
    return db.session.scalar(query.options(joinedload(MemberInvite.organisation)))


def get_invite(organisation_id: int, invite_id: int) -> MemberInvite:
    """An open invitation of this organisation. Raises NotFound."""
    found = db.session.scalar(_open(organisation_id).where(MemberInvite.id == invite_id))
    if found is None:
        raise NotFound
    return found
