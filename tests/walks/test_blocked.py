"""Chosen through the page, two neighbours never meet in a list; the other reads nothing about it."""

from flask import Flask

from participate.core.db import db
from participate.sessions.service import sign_up
from tests.samples import ids_of
from tests.street import Street
from tests.walks.blocked import Blocked
from tests.walks.hands import Hands


def test_they_never_meet(app: Flask, street: Street) -> None:
    ids_of(street)
    sign_up(street.chidi, street.session)
    db.session.commit()
    people = {name: street.person(name) for name in ("amina", "chidi")}
    ids = {
        "project": street.project.id, "session": street.session.id, "idea": street.idea.id,
        "organisation": street.organisation.id,
    }  # fmt: skip
    Blocked(lambda name: Hands(app.test_client().become(people[name])), ids).go()  # type: ignore[attr-defined]
