"""Worried, signed out: told, read by one, looked after; and no other role reads a word, wherever it looks."""

from flask import Flask

from participate.core.db import db
from participate.moderation import service
from participate.moderation.words import WorryKind, WorryOutcome
from tests.more.care import lead
from tests.samples import crawl, ids_of
from tests.street import CAST, Street
from tests.walks.hands import Hands
from tests.walks.worry import KEPT, WorryWalk

# Who told, whom it is about, the staff of the hub, the admin, the officer: everybody else opens less.
NEAREST = ("chidi", "bilal", "dora", "gita", "efua")
CANARIES = (*KEPT, "xq-told-words", "xq-told-who", "xq-told-contact", "xq-note", "xq-ending")


def test_a_worry_is_looked_after(app: Flask, street: Street) -> None:
    halima = lead(street)
    db.session.commit()
    people = {name: street.person(name) for name in CAST if name != "stranger"} | {"halima": halima}
    walk = WorryWalk(app, lambda name: Hands(app.test_client().become(people.get(name))), halima.id)  # type: ignore[attr-defined]
    walk.go()
    _crawl(app, street, people)


def _crawl(app: Flask, street: Street, people: dict[str, object]) -> None:
    """Everything that those nearest to it can open, also what is sealed for others: no word of any case."""
    ids = ids_of(street)
    _a_whole_case(street)
    paths = [sample.path for sample in crawl(app, ids, always=("moderation", "desk"))]
    assert any(path.startswith("/cases/") for path in paths)
    for name in NEAREST:
        client = app.test_client().become(people.get(name))  # type: ignore[attr-defined]
        for path in paths:
            answer = client.get(path)
            found = [word for word in CANARIES if word.encode() in answer.data]
            assert not found, f"{name} reads {found} on {path}"


def _a_whole_case(street: Street) -> None:
    told = service.tell_worry(
        WorryKind.HOME, "xq-told-words", who="xq-told-who", contact="xq-told-contact", hub=street.hub,
        teller_id=street.chidi.id,
    )  # fmt: skip
    service.take_worry(street.efua.id, told)
    service.note_worry(street.efua.id, told, "xq-note")
    service.link_worry(street.efua.id, told, street.bilal)
    service.close_worry(street.efua.id, told, WorryOutcome.PASSED_ON, "xq-ending")
    db.session.commit()
