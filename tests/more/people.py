"""Somebody who is not online: written down with her yes, asked to a session, with a card; a colleague with a PIN."""

from datetime import timedelta

from participate.accounts import service as accounts
from participate.accounts.models import Consent
from participate.accounts.words import ConsentFor, ConsentHow
from participate.core import clock
from participate.core.db import db
from participate.desk.service import people
from participate.profiles.words import PostingKind
from participate.projects.models import Project
from participate.sessions.models import Session
from tests.street import Street, add

PAGES = (
    "person", "reach", "say_for", "person_sessions", "sign_up_for", "unsay_for", "say_yes_for", "take_back_for",
    "stay_away_for", "accept_for", "answer_for", "card", "make_card", "card_picture", "end_card", "suggestions",
)  # fmt: skip
STATES = (
    "/people?page=9", "/people/{bare_id}", "/people/{bare_id}/card", "/people/{bare_id}/suggestions", "/card/nonsense",
)  # fmt: skip


def write_down(street: Street, name: str = "Nadia Karim", *, yes: bool = True, **more: object) -> object:
    """A neighbour with a landline, written down by Dora; `yes`: she may be suggested and introduced."""
    about = accounts.Written(name, street.ward.id, "bn", "+442079460123", None, "At the mosque on Fridays")
    whats = (ConsentFor.SUGGESTIONS, ConsentFor.INTRODUCTION) if yes else ()
    said = people.Spoken("I like baking bread", "Sewing buttons on") if yes else people.Spoken()
    made = people.write_down(street.dora.id, street.hub.id, people.New(about, whats, ConsentHow.SPOKEN, said))
    db.session.commit()
    return made


def another_session(street: Street) -> Session:
    """A second session of the street's project, a day later."""
    now, first = clock.now(), street.session
    made = Session(
        project_id=db.session.get_one(Project, street.project.id).id, name="Bread for beginners", hub_id=street.hub.id,
        starts_at=now + timedelta(days=3), ends_at=now + timedelta(days=3, hours=2), ward_id=first.ward_id,
        made_at=now, changed_at=now,
    )  # fmt: skip
    add(made)
    return made


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    nadia = write_down(street)
    bare = write_down(street, "Olu", yes=False)
    line = people.say_for(street.dora.id, nadia.id, PostingKind.SKILL, "Plaiting hair")
    later = another_session(street)
    comes = people.sign_up_for(street.dora.id, nadia, later)
    accounts.make_card(street.dora.id, nadia)
    accounts.set_pin(street.dora, "482915")
    yes = db.session.query(Consent).filter_by(person_id=nadia.id).first()
    db.session.commit()
    return {f"desk.{name}:person_id": nadia.id for name in PAGES} | {
        "bare_id": bare.id, "open_session_id": later.id, "consent_id": yes.id,
        "desk.stay_away_for:sign_up_id": comes.id, "desk.accept_for:sign_up_id": comes.id,
        "desk.unsay_for:posting_id": line.id, "tablet_id": 1,
        "accounts.take_tablet:person_id": street.dora.id, "accounts.scanned_card:code": "ABCDEFGHJKMN",
    }  # fmt: skip
