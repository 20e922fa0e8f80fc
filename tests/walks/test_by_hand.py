"""Staff know what no matcher knows: the same words, a thought for a neighbour; taken back, put back, and refused."""

import pytest
from flask import Flask

from participate.matching import engine
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.page import PageClient
from tests.street import Street

LAST = "2026-07-16"


def test_by_hand(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    profiles.add(street.bilal.id, street.bilal.id, PostingKind.INTEREST, "stitchery")
    dora, bilal = (_client(app, street, name) for name in ("dora", "bilal"))
    assert "Sewing machine" not in bilal.get("/for-you").text

    dora.send("/desk/by-hand/words", {"words": "sewing, stitchery", "last": LAST})
    assert "You said <mark>stitchery</mark>, and this goes with it" in bilal.get("/for-you").text

    path, thing = f"/people/{street.bilal.id}/by-hand", f"session:{street.session.id}"
    assert thing in dora.send(path, {"words": street.session.name}).text
    dora.send(path, {"words": street.session.name, "thing": thing, "last": LAST})
    page = bilal.get("/for-you").text
    assert page.index("Dora at the hub thinks of you for this") < page.index("Sewing machine")

    dora.send("/desk/by-hand/thought/1/end", page="/desk/by-hand?what=thought")
    assert "thinks of you" not in bilal.get("/for-you").text
    dora.send("/desk/by-hand/thought/1/again", page="/desk/by-hand?what=thought")
    assert "thinks of you" in bilal.get("/for-you").text
    bilal.send(f"/for-you/session/{street.session.id}/not", {"reason": "wrong_time"}, page="/for-you")
    assert "thinks of you" not in bilal.get("/for-you").text


def _client(app: Flask, street: Street, name: str) -> PageClient:
    return app.test_client().become(street.person(name))  # type: ignore[attr-defined,no-any-return]
