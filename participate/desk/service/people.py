"""What staff do for somebody who is not online. Each act stands in the trail under the name of who did it, also as
something done for her, so that she can see it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from participate.accounts import service as accounts
from participate.accounts.models import Consent, Person
from participate.accounts.words import ConsentFor, ConsentHow
from participate.audit.service import record
from participate.core.db import db
from participate.introductions import service as introductions
from participate.introductions.words import Said
from participate.profiles import service as profiles
from participate.profiles.models import Posting
from participate.profiles.queries import list_postings
from participate.profiles.words import PostingKind
from participate.sessions import service as sessions
from participate.sessions.models import Session, SignUp
from participate.sessions.queries import list_to_come
from participate.sessions.rules.party import Wish

ALONE = Wish()


@dataclass(frozen=True)
class Spoken:
    """What somebody says of herself at the counter: lines that she likes, lines that she can show."""

    likes: str = ""
    shows: str = ""


@dataclass(frozen=True)
class New:
    """Somebody new at the counter."""

    about: accounts.Written
    whats: Sequence[ConsentFor] = ()
    how: ConsentHow = ConsentHow.SPOKEN
    said: Spoken = Spoken()


def write_down(actor_id: int, hub_id: int, new: New) -> Person:
    """A new member by the hub's hand."""
    person = accounts.write_down_at_hub(actor_id, hub_id, new.about, new.whats, new.how)
    for kind, words in ((PostingKind.INTEREST, new.said.likes), (PostingKind.SKILL, new.said.shows)):
        if words:
            say_for(actor_id, person.id, kind, words)
    return person


def change_reach(actor_id: int, person: Person, about: accounts.Written) -> None:
    """Her name, how she is reached, her neighbourhood and language."""
    if about.ward_id != person.ward_id:
        person.square = None
    person.name, person.ward_id, person.language = about.name, about.ward_id, about.language
    person.ring, person.reach_note = about.ring, about.reach_note
    if about.phone is not None or person.email is None:
        person.phone = about.phone
    _did(actor_id, "changed", person.id)


def say_for(actor_id: int, person_id: int, kind: PostingKind, words: str, wants_to_learn: bool = False) -> Posting:
    """A line of hers. Raises TooManyPostings."""
    line = profiles.add(actor_id, person_id, kind, words, wants_to_learn)
    _did(actor_id, "wrote a line for", person_id)
    return line


def unsay_for(actor_id: int, line: Posting) -> None:
    """One of her lines goes."""
    person_id = line.person_id
    profiles.remove(actor_id, line)
    _did(actor_id, "took a line away for", person_id)


def sign_up_for(actor_id: int, person: Person, session: Session, wish: Wish = ALONE) -> SignUp:
    """She comes to a session, or waits. Raises what sessions.service.sign_up raises."""
    made = sessions.sign_up(person, session, wish, host_id=actor_id)
    _did(actor_id, "signed up", person.id)
    return made


def stay_away_for(actor_id: int, sign_up: SignUp) -> None:
    """She cannot come after all. Raises OverAlready."""
    person_id = sign_up.person_id
    sessions.stay_away(sign_up, host_id=actor_id)
    _did(actor_id, "took off a list", person_id)


def accept_for(actor_id: int, sign_up: SignUp) -> None:
    """She takes the place that came free. Raises what sessions.service.accept raises."""
    person_id = sign_up.person_id
    sessions.accept(sign_up)
    _did(actor_id, "took a place for", person_id)


def answer_for(actor_id: int, person_id: int, introduction_id: int, said: Said) -> None:
    """What she says to meeting a neighbour. Raises what introductions.service.answer raises."""
    introductions.answer_by_id(person_id, introduction_id, said, said_by=actor_id)
    _did(actor_id, "answered for", person_id)


def take_back_for(actor_id: int, consent: Consent) -> None:
    """She takes a yes back. Without the yes to be written down, we forget her."""
    accounts.take_back(actor_id, consent)
    if consent.what is ConsentFor.WRITTEN_DOWN:
        forget(actor_id, consent.person)


def forget(actor_id: int, person: Person) -> None:
    """She wants not to be written down any more: off every list to come, her lines gone, her name forgotten."""
    for sign_up in list_to_come(person.id):
        sessions.stay_away(sign_up, host_id=actor_id)
    for line in list_postings(person.id):
        profiles.remove(actor_id, line)
    accounts.forget(actor_id, person)


def _did(actor_id: int, verb: str, person_id: int) -> None:
    record(actor_id, verb, "person", person_id)
    db.session.flush()
