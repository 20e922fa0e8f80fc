"""A link worker or a partner introduces somebody to a host: with her recorded yes, and without a label."""

from dataclasses import dataclass

from participate.accounts.models import Person
from participate.accounts.queries import list_at_contact
from participate.accounts.service import note_consents
from participate.accounts.words import Channel, ConsentFor, ConsentHow, PersonKind
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.introductions.models import Introduction
from participate.introductions.service import asking, letters


@dataclass(frozen=True)
class Consented:
    """Who said yes to being introduced, how she is reached, and how she said it."""

    name: str
    channel: Channel
    contact: str
    how: ConsentHow


def introduce_for(
    actor_id: int, organisation_id: int, who: Consented, host_id: int, words: str, minutes: int, meet_at: str
) -> Introduction:
    """Bring her together with the host of a session. Nobody but the house learns that a partner asked.

    Whoever has an account of her own is asked herself; of whom we first hear now, the recorded yes is hers. Raises
    what `introduce` raises.
    """
    person = _find_or_write_down(actor_id, who)
    note_consents(actor_id, person, [ConsentFor.INTRODUCTION], who.how)
    own_yes = person.id if person.kind is PersonKind.ENTERED else None
    made = asking.introduce(
        actor_id, person.id, host_id, words, minutes, meet_at=meet_at, organisation_id=organisation_id, yes_of=own_yes
    )
    if own_yes is not None:
        letters.tell_recorded(made, own_yes)
    db.session.flush()
    return made


def _find_or_write_down(actor_id: int, who: Consented) -> Person:
    """Whoever we know by this contact and name, or somebody new."""
    known = list_at_contact(who.channel, who.contact)
    same = [each for each in known if each.first_name.casefold() == who.name.split(" ")[0].casefold()]
    if same:
        return same[0]
    now = clock.now()
    mail = who.channel is Channel.MAIL
    made = Person(
        kind=PersonKind.ENTERED, name=who.name, email=who.contact if mail else None,
        phone=None if mail else who.contact, adult_at=now, joined_at=now,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "wrote down", "person", made.id)
    note_consents(actor_id, made, [ConsentFor.WRITTEN_DOWN], who.how)
    return made
