"""She presses twice at once: one request. With the index away there are more, or the test would prove nothing."""

import threading
from collections import Counter

import pytest
from flask import Flask
from sqlalchemy import text

from participate.accounts.models import Person
from participate.core.db import db, transaction
from participate.projects.models import Project, TeamRequest
from participate.projects.rules.team import AskedAlready
from participate.projects.service import ask_to_help
from tests.street import Street

PRESSES = 8
INDEX = "uq_team_request_open"
MAKE = f"CREATE UNIQUE INDEX {INDEX} ON team_request (project_id, person_id) WHERE status = 'asked'"


def press_at_once(app: Flask, person_id: int, project_id: int) -> Counter[str]:
    """What became of eight presses at the same moment."""
    ready, outcomes = threading.Barrier(PRESSES), Counter[str]()

    def press() -> None:
        with app.app_context():
            ready.wait()
            try:
                with transaction() as session:
                    ask_to_help(session.get_one(Person, person_id), session.get_one(Project, project_id))
                outcomes["asked"] += 1
            except AskedAlready:
                outcomes["asked already"] += 1
            except Exception as error:
                outcomes[type(error).__name__] += 1
            finally:
                db.session.remove()

    threads = [threading.Thread(target=press) for _each in range(PRESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_one_request(app: Flask, street: Street) -> None:
    person_id, project_id = street.chidi.id, street.project.id
    db.session.remove()
    assert press_at_once(app, person_id, project_id) == {"asked": 1, "asked already": PRESSES - 1}
    assert db.session.query(TeamRequest).count() == 1


def test_the_index_is_what_holds(app: Flask, street: Street) -> None:
    person_id, project_id = street.chidi.id, street.project.id
    db.session.remove()
    with db.engine.begin() as connection:
        connection.execute(text(f"DROP INDEX {INDEX}"))
    try:
        assert press_at_once(app, person_id, project_id) == {"asked": PRESSES}
        assert db.session.query(TeamRequest).count() == PRESSES
    finally:
        db.session.query(TeamRequest).delete()
        db.session.commit()
        db.session.remove()
        with db.engine.begin() as connection:
            connection.execute(text(MAKE))


@pytest.mark.parametrize("again", [1, 2])
def test_the_index_is_back(app: Flask, street: Street, again: int) -> None:
    ask_to_help(street.chidi, street.project)
    with pytest.raises(AskedAlready):
        ask_to_help(street.chidi, street.project)
