"""No letter names whoever is kept apart from its reader, also where that came after it was promised.

Generated: which letters name somebody is read from their templates, and every promise that the street and this file
make is rendered for its reader as it would go, before and after the two are kept apart.
"""

import re
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from jinja2 import meta
from sqlalchemy import select

from participate.accounts import service as accounts
from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.matching.models import Ask
from participate.matching.service import ask_letters
from participate.matching.words import AskStatus
from participate.materials.models import Loan
from participate.materials.service import loan_letters
from participate.notifications import jobs as letters
from participate.notifications.service import words_to_show
from participate.notifications.service.naming import speaks_of_apart
from participate.notifications.words import LETTERS
from participate.outbox.models import Promise
from participate.projects.models import IdeaReply, TeamRequest
from participate.projects.service import letters as project_letters
from participate.projects.service import news
from participate.projects.words import ReplyKind
from participate.sessions import jobs as session_jobs
from participate.sessions import service as sessions
from participate.sessions.models import Thanks
from participate.sessions.service import after, stand_ins
from participate.spaces.models import Booking
from participate.spaces.service import telling
from tests.samples import ids_of
from tests.street import Street, add

# A fact that is somebody's name. A letter whose templates use one names somebody.
NAMES = {"by", "who", "asker", "doer", "starter", "host", "buddy", "other", "comes", "by_host", "thanks"}
# To the hub's staff about their work: they know both, and look after it.
DUTY = {"start_ring", "hosts_meet"}
# "comes" is yes or no there; "other" is a whole word of the page.
NAMELESS = {"introduction_host"}


def naming_letters(app: Flask) -> set[str]:
    """The letters whose templates use a name, those they include too."""
    root, found = Path(app.root_path).parent / "templates", set()
    for letter in LETTERS:
        for file in (root / "mail" / letter).iterdir():
            tree = app.jinja_env.parse(file.read_text())
            found |= {letter} if meta.find_undeclared_variables(tree) & NAMES else set()
    return found - NAMELESS


def outgoing() -> list[dict[str, Any]]:
    """Every letter that was promised, as it goes to a person; those of sessions as the session stands."""
    found: list[dict[str, Any]] = []
    for row in db.session.scalars(select(Promise).order_by(Promise.id)).all():
        payload = dict(row.payload) | {"promise_id": row.id}
        if row.name == "letter":
            found.append(payload)
        elif row.name == sessions.LETTER:
            _as_person(payload, found)
    return found


def _as_person(payload: dict[str, Any], found: list[dict[str, Any]]) -> None:
    session_jobs._as_letter(payload, lambda given: found.append(dict(given)))


def words_of(payload: dict[str, Any]) -> str:
    """What she would read: nothing where it is held back."""
    errand = letters.errand_of(payload)
    if errand is None:
        return ""
    if speaks_of_apart(errand.person, letters._people_in(payload)):
        return ""
    with current_app.test_request_context():
        shown = words_to_show(errand.letter, errand.facts, errand.person)
    return "\n".join((shown.title, *shown.paragraphs)) if shown is not None else ""


def test_nobody_kept_apart_is_named(app: Flask, street: Street) -> None:
    ids_of(street)
    _more_letters(street)
    db.session.commit()
    people = {each.id: each.first_name for each in db.session.scalars(select(Person))}
    seen, wrong = set(), []
    for payload in outgoing():
        reader, letter = payload["person_id"], payload["name"]
        before = words_of(payload)
        for other, name in people.items():
            if letter in DUTY or other == reader or name == people.get(reader) or not _names(before, name, payload):
                continue
            seen.add(letter)
            kept = db.session.begin_nested()
            accounts.set_apart(other, other, reader)
            if _names(words_of(payload), name, payload):
                wrong.append(f"{letter} names {name}: {payload}")
            kept.rollback()
            db.session.expire_all()
    assert wrong == []
    missing = naming_letters(app) - seen - DUTY
    assert not missing, f"no such letter was made here: {sorted(missing)}"


def _names(words: str, name: str, payload: dict[str, Any]) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", words)) and name in str(_strings(payload["facts"]))


def _strings(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts that are a name or a list of names: what is written in somebody's own words is hers."""
    return {key: value for key, value in facts.items() if key in NAMES}


def _more_letters(street: Street) -> None:
    """What the street does not have (see the assertion above): made by whoever makes it, once for each reader."""
    _of_a_session(street)
    _of_a_project(street)
    booking = db.session.scalars(select(Booking).where(Booking.person_id.is_not(None))).first()
    reader = next(each.id for each in (street.amina, street.bilal) if each.id != booking.person_id)
    for letter in ("booking_asked", "booking_made", "booking_waits"):
        telling._tell(letter, [reader], [booking], was="", hub=False)
    ask_letters.tell_asked(db.session.scalars(select(Ask).where(Ask.status == AskStatus.ASKED)).first())
    loan = db.session.scalars(select(Loan).where(Loan.person_id.is_not(None))).first()
    reader = next(each.id for each in (street.amina, street.bilal) if each.id != loan.person_id)
    for letter in ("loan_late", "loan_not_needed", "loan_waits"):
        loan_letters._promise(loan, letter, [reader], f"test-{letter}", None, {"at_hub": False, "days_late": 3})


def _of_a_session(street: Street) -> None:
    """Amina hosts, Bilal is beside her, Chidi comes and says thank you."""
    session = street.session
    sessions.choose_buddy(street.dora.id, session, street.bilal.id)
    signed = sessions.sign_up(street.chidi, session)
    for letter in ("session_place", "session_given", "session_reminder", "session_thanks"):
        sessions.tell(signed, letter, key=f"test-{letter}", soon=True)
    add(Thanks(session_id=session.id, person_id=street.chidi.id, words="Lovely.", made_at=clock.now()))
    after._tell_host(session, street.amina.id, 1, counted=True)
    stand_ins._tell_found(session, street.bilal.id)


def _of_a_project(street: Street) -> None:
    """Chidi would like to help, did a small task, and has an idea to which Bilal adds."""
    asked = db.session.scalars(select(TeamRequest)).first()
    project_letters.tell_team(asked, asked.person.first_name)
    project_letters.tell_done(asked, asked.person.first_name)
    at = {"made_at": clock.now()}
    reply = IdeaReply(
        idea_id=street.idea.id, person_id=street.bilal.id, kind=ReplyKind.DIFFERENTLY, words="At noon?", **at
    )
    add(reply)
    news.tell_of_reply(street.idea, reply, "Bilal")
