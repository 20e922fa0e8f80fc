"""The weekly mail: to whoever chose it, once a week, by day, with reasons; nothing good and new, no mail."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db, transaction
from participate.matching import engine, weekly
from participate.matching.jobs import begin_week
from participate.notifications import service as notifications
from participate.notifications.models import Sent
from participate.notifications.words import Choice
from participate.outbox import service as outbox
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.notifications.conftest import Laid
from tests.sessions.making import session
from tests.street import NOON, Street

WEEK, HOUR = timedelta(days=7), timedelta(hours=1)


def choose(person: Person, choice: Choice = Choice.WEEKLY) -> None:
    with transaction():
        notifications.choose(person.id, person.id, choice)


def likes(person: Person, words: str) -> None:
    with transaction():
        profiles.add(person.id, person.id, PostingKind.INTEREST, words)


def thursday(app: Flask, moment: datetime) -> None:
    """The worker's hour."""
    app.extensions.pop("matching", None)  # what is new is read at once
    with clock.stop_at(moment):
        with transaction():
            begin_week()
        outbox.run_due()


def lines(person: Person) -> list[tuple[str, str]]:
    rows = db.session.scalars(select(Sent).where(Sent.person_id == person.id).order_by(Sent.id)).all()
    return [(row.outcome.value, row.why.value) for row in rows]


def test_the_best_few_with_their_reasons(app: Flask, street: Street, laid: Laid) -> None:
    likes(street.bilal, "mending clothes")
    likes(street.amina, "mending clothes with Zubeida")
    choose(street.bilal)
    held = session(street, NOON + timedelta(days=3), name="Mending clothes together")
    thursday(app, NOON)
    letter = laid.only()
    assert letter.to == street.bilal.email
    assert letter.subject == "A few things that go with your words"
    assert "Mending clothes together" in letter.body
    assert f"http://127.0.0.1:8000/sessions/{held.id}" in letter.body
    assert "Why: You said mending clothes" in letter.body or "mending clothes, and this is about it" in letter.body
    assert letter.stop_url in letter.body
    assert "/no-more/" in letter.stop_url
    assert "Amina" not in letter.body + letter.html, "people stay on the site"
    assert "Zubeida" not in letter.body + letter.html
    assert lines(street.bilal) == [("sent", "weekly")]


def test_once_a_week_and_never_the_same_twice(app: Flask, street: Street, laid: Laid) -> None:
    likes(street.bilal, "mending clothes")
    choose(street.bilal)
    session(street, NOON + timedelta(days=3), name="Mending clothes together")
    for moment in (NOON, NOON + HOUR, NOON - HOUR, NOON + 3 * HOUR):
        thursday(app, moment)
    assert len(laid.all()) == 1
    thursday(app, NOON + WEEK)
    told = {each.body for each in laid.all()}
    if len(told) == 1:
        assert lines(street.bilal)[-1] == ("held_back", "nothing_good")
    session(street, NOON + 2 * WEEK + timedelta(days=2), name="Mending clothes by the sea")
    thursday(app, NOON + 2 * WEEK)
    assert "by the sea" in laid.all()[0].body
    assert "Mending clothes together" not in laid.all()[0].body


def test_nothing_good_and_no_mail(app: Flask, street: Street, laid: Laid) -> None:
    likes(street.efua, "zither")
    choose(street.efua)
    thursday(app, NOON)
    assert laid.all() == []
    assert lines(street.efua) == [("held_back", "nothing_good")]


@pytest.mark.parametrize("choice", [Choice.ONLY_YES, Choice.NOTHING, None])
def test_to_nobody_who_did_not_choose_it(
    app: Flask,
    street: Street,
    laid: Laid,
    choice: Choice | None,
) -> None:
    likes(street.bilal, "mending clothes")
    if choice is not None:
        choose(street.bilal, choice)
    thursday(app, NOON)
    assert (laid.all(), lines(street.bilal)) == ([], [])


def test_a_change_of_mind_before_it_goes_counts(app: Flask, street: Street, laid: Laid) -> None:
    likes(street.bilal, "mending clothes")
    choose(street.bilal)
    with transaction():
        begin_week()
    outbox.keep(*outbox.take(1)[0])
    choose(street.bilal, Choice.ONLY_YES)
    outbox.run_due()
    assert (laid.all(), lines(street.bilal)) == ([], [])


def test_what_she_goes_to_already_and_what_is_off_is_not_told(
    app: Flask,
    street: Street,
    laid: Laid,
) -> None:
    likes(street.bilal, "accordion music")
    choose(street.bilal)
    for days, name in ((3, "Accordion music evening"), (20, "Accordion music much later")):
        session(street, NOON + timedelta(days=days), name=name)
    off = session(street, NOON + timedelta(days=4), name="Accordion music off")
    off.status, off.cancelled_at = type(off.status).CANCELLED, NOON
    db.session.commit()
    thursday(app, NOON)
    assert "Accordion music evening" in laid.only().body
    assert "much later" not in laid.only().body
    assert "music off" not in laid.only().body


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        (NOON, "2026-27"),
        (NOON - 3 * HOUR, None),
        (NOON + 8 * HOUR, None),
        (NOON + timedelta(days=1), None),
        (datetime(2026, 10, 29, 10, 0, tzinfo=UTC), "2026-44"),  # winter: ten is ten
        (datetime(2026, 10, 22, 9, 0, tzinfo=UTC), "2026-43"),  # summer: ten in London
        (datetime(2026, 12, 31, 12, 0, tzinfo=UTC), "2026-53"),
        (datetime(2027, 1, 7, 12, 0, tzinfo=UTC), "2027-01"),
    ],
)
def test_when_it_is_due(moment: datetime, week: str | None) -> None:
    assert weekly.week_due(moment) == week


def test_while_the_index_is_built_it_waits(
    app: Flask,
    street: Street,
    laid: Laid,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(street.bilal)
    with monkeypatch.context() as early:
        early.setattr(engine.Engine, "snapshot", lambda self: None)
        with transaction():
            begin_week()
        outbox.run_due()
        assert lines(street.bilal) == []
    with clock.stop_at(NOON + timedelta(minutes=1)):
        outbox.run_due()
    assert len(lines(street.bilal)) == 1
