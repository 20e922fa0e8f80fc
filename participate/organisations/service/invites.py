"""Somebody is asked to speak for a partner by a link, and says yes."""

import secrets

from sqlalchemy import update

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations import queries
from participate.organisations.models import MemberInvite, Organisation
from participate.organisations.rules import invites as rules
from participate.organisations.service.speakers import name_speaker

PURPOSE = "speak for"


def invite(actor_id: int | None, organisation: Organisation) -> str:
    """A new invitation; the secret of its link, which is kept nowhere. Raises TooManyInvites."""
    rules.check_room(queries.count_invites_open(organisation.id))
    secret, now = secrets.token_urlsafe(24), clock.now()
    made = MemberInvite(
        organisation_id=organisation.id, token_hash=keyed_hash(PURPOSE, secret), made_by=actor_id, made_at=now,
        good_until=rules.good_until(now),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "invited", "organisation", organisation.id)
    return secret


def find_by_secret(secret: str) -> MemberInvite | None:
    """The invitation that a link belongs to, used or over as it may be."""
    return queries.find_invite(keyed_hash(PURPOSE, secret))


def accept_invite(person: Person, secret: str) -> Organisation:
    """She speaks for the partner from now on; of two who try at once only one does. Raises InviteOver."""
    found = find_by_secret(secret)
    if found is None or found.organisation.hidden_at is not None:
        raise rules.InviteOver
    if not _use(found, person.id):
        db.session.refresh(found)
        if found.used_by != person.id:
            raise rules.InviteOver
        return found.organisation
    name_speaker(person.id, found.organisation, person)
    return found.organisation


def _use(invite: MemberInvite, person_id: int) -> bool:
    """Take it, if it is still there. Returns whether it was."""
    now = clock.now()
    free = (MemberInvite.id == invite.id, MemberInvite.used_at.is_(None), MemberInvite.good_until >= now)
    taken = db.session.execute(
        update(MemberInvite).where(*free).values(used_at=now, used_by=person_id)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    return taken.rowcount == 1  # type: ignore[attr-defined]


def take_back_invite(actor_id: int | None, invite: MemberInvite) -> None:
    """The link leads nowhere any more."""
    record(actor_id, "uninvited", "organisation", invite.organisation_id)
    db.session.delete(invite)
    db.session.flush()
