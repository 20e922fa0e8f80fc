"""Words of despair in the one box: help comes first, nothing is kept, and nobody hears of it."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.core.db import db
from tests.moderation.build import DESPAIR
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import Street

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}  # as htmx asks while she types
HEADING, SAMARITANS = "Before anything else: are you all right?", "116 123"
SHARP = "zqsharpword"
WORRIED = ("I want to die", DESPAIR, "my husband hits me", "I want to die " + "and die " * 60)
PLAIN = ("baking bread", "a killer curry, to die for", "kill the weeds with me", "cut myself a slice of cake")


@pytest.mark.parametrize("words", WORRIED)
@pytest.mark.parametrize("who", ["stranger", "chidi"])
def test_help_stands_above_what_was_found(street: Street, client: PageClient, who: str, words: str) -> None:
    client.become(street.person(who))
    text = client.get("/find", query_string={"say": words}).text
    assert HEADING in text
    assert SAMARITANS in text
    assert 'href="/worried"' in text
    assert "Keep these words" not in text.partition(HEADING)[0]


@pytest.mark.parametrize("words", WORRIED)
def test_while_she_types_too(street: Street, client: PageClient, words: str) -> None:
    part = client.get("/find", query_string={"say": words}, headers=PART).text
    assert "<html" not in part
    assert SAMARITANS in part
    assert part.index(SAMARITANS) < part.index("</p>")


@pytest.mark.parametrize("words", PLAIN)
def test_other_words_open_none(street: Street, client: PageClient, words: str) -> None:
    for headers in ({}, PART):
        text = client.get("/find", query_string={"say": words}, headers=headers).text
        assert HEADING not in text
        assert SAMARITANS not in text


def test_nothing_is_kept_and_nobody_hears(
    app: Flask, street: Street, client: PageClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """No row, no letter, no cookie and no line of the log knows of it."""
    client.become(street.chidi)
    client.get("/find?say=bread")
    rows, kept = _rows(), _kept(client)
    with count_statements() as counted:
        answer = client.get("/find", query_string={"say": f"I want to die {SHARP}"})
    assert HEADING in answer.text
    assert not [each for each in counted.texts if each.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))]
    assert (_rows(), _kept(client)) == (rows, kept)
    said = capsys.readouterr()
    assert SHARP not in said.out + said.err
    assert answer.headers["Referrer-Policy"] == "same-origin"


def _rows() -> dict[str, int]:
    """How many rows each table has."""
    db.session.rollback()
    tables = db.metadata.sorted_tables
    return {each.name: db.session.scalar(select(func.count()).select_from(each)) or 0 for each in tables}


def _kept(client: PageClient) -> dict[str, object]:
    with client.session_transaction() as kept:
        return dict(kept)


def test_keeping_such_words_opens_help_as_well(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    sent = {"say": "I want to die", "kind": "interest"}
    answer = client.send("/keep", sent, page="/find?say=bread")
    assert answer.location.startswith("/help-first/posting/")
    wrong = client.send("/keep", sent | {"kind": "cloud"}, page="/find?say=bread")
    assert wrong.status_code == 422
    assert HEADING in wrong.text
