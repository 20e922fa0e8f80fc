"""Staff see it on the desk when the matcher has no index and cannot make one."""

from flask import Flask
from flask.testing import FlaskClient

from participate.core.db import db
from participate.matching import engine
from tests.street import Street


def test_the_desk_says_when_suggestions_rest(app: Flask, client: FlaskClient, street: Street) -> None:
    db.session.commit()
    client.become(street.dora)
    assert "Suggestions rest" not in client.get("/desk").text
    engine.of(app).failing = True
    assert "Suggestions rest" in client.get("/desk").text
    engine.of(app).build()
    assert "Suggestions rest" not in client.get("/desk").text
