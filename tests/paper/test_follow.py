"""Following a short link: on to the thing, counted by channel and London day, and nobody with it."""

from contextvars import Context
from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from participate.core import clock
from participate.core.db import aside, db
from participate.paper import service
from participate.paper.models import LinkDay
from participate.paper.rules.codes import Target, code_of
from participate.paper.words import Channel, LinkKind
from participate.places.models import Street as Homes
from participate.projects.models import Project, Recipe
from participate.sessions.models import Session
from tests.page import PageClient
from tests.paper.phones import PHONE
from tests.samples import more_things
from tests.statements import count_statements
from tests.street import CAST, SQUARE, Street, add

TOGETHER = 12


def address(kind: LinkKind, thing_id: int, channel: Channel = Channel.POSTER) -> str:
    return f"/s/{code_of(Target(kind, thing_id, channel))}"


def counted() -> list[tuple[str, int, str, date, int]]:
    """Every count, and nothing that the table holds beside."""
    db.session.rollback()
    rows = db.session.scalars(select(LinkDay).order_by(LinkDay.id))
    return [(row.kind.value, row.thing_id, row.channel.value, row.day, row.hits) for row in rows]


@pytest.mark.parametrize("who", CAST)
def test_anybody_is_led_on(street: Street, client: PageClient, who: str) -> None:
    answer = client.become(street.person(who)).get(address(LinkKind.SESSION, street.session.id), headers=PHONE)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/sessions/{street.session.id}"
    assert answer.headers["Cache-Control"] == "no-store", "each follow must ask again"
    assert counted() == [("session", street.session.id, "poster", date(2026, 7, 2), 1)]


def test_every_kind_leads_to_its_page(street: Street, client: PageClient) -> None:
    ids = more_things(street)
    ward = f"/programme?ward={street.ward.id}"
    for kind, thing_id, page in (
        (LinkKind.PROJECT, street.project.id, f"/projects/{street.project.id}"),
        (LinkKind.RECIPE, ids["recipe_id"], "/recipes/repair-cafe"),
        (LinkKind.WARD, street.ward.id, ward),
        (LinkKind.STREET, ids["street_id"], ward),
        (LinkKind.PROGRAMME, 0, "/programme"),
    ):
        answer = client.get(address(kind, thing_id, Channel.NEWSPAPER), headers=PHONE)
        assert (answer.status_code, answer.headers["Location"]) == (302, page)
    assert [row[0] for row in counted()] == ["project", "recipe", "ward", "street", "programme"]


def test_a_stranger_gets_no_cookie(street: Street, client: PageClient) -> None:
    assert "Set-Cookie" not in client.get(address(LinkKind.SESSION, street.session.id), headers=PHONE).headers


def test_counted_by_channel_and_london_day(street: Street, client: PageClient) -> None:
    poster = address(LinkKind.SESSION, street.session.id)
    with clock.stop_at(datetime(2026, 7, 2, 22, 59, tzinfo=UTC)):  # a minute to midnight in London
        client.get(poster, headers=PHONE)
        client.get(poster.upper().replace("/S/", "/s/"), headers=PHONE)
    with clock.stop_at(datetime(2026, 7, 2, 23, 1, tzinfo=UTC)):
        client.get(poster, headers=PHONE)
        client.get(address(LinkKind.SESSION, street.session.id, Channel.SLIP), headers=PHONE)
    one = street.session.id
    assert counted() == [
        ("session", one, "poster", date(2026, 7, 2), 2),
        ("session", one, "poster", date(2026, 7, 3), 1),
        ("session", one, "slip", date(2026, 7, 3), 1),
    ]


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "WhatsApp/2.23"},
        {"User-Agent": ""},
        PHONE | {"Sec-Purpose": "prefetch"},
        PHONE | {"X-Moz": "prefetch"},
    ],
)
def test_machines_are_led_on_uncounted(street: Street, client: PageClient, headers: dict[str, str]) -> None:
    assert client.get(address(LinkKind.SESSION, street.session.id), headers=headers).status_code == 302
    assert counted() == []


def test_head_is_uncounted(street: Street, client: PageClient) -> None:
    assert client.head(address(LinkKind.SESSION, street.session.id), headers=PHONE).status_code == 302
    assert counted() == []


@pytest.mark.parametrize("kind", [LinkKind.SESSION, LinkKind.PROJECT, LinkKind.RECIPE])
def test_what_is_hidden_has_a_kind_page(street: Street, client: PageClient, kind: LinkKind) -> None:
    recipe_id = more_things(street)["recipe_id"]
    model, thing_id = {
        LinkKind.SESSION: (Session, street.session.id), LinkKind.PROJECT: (Project, street.project.id),
        LinkKind.RECIPE: (Recipe, recipe_id),
    }[kind]  # fmt: skip
    db.session.get_one(model, thing_id).hidden_at = clock.now()
    answer = client.get(address(kind, thing_id), headers=PHONE)
    assert answer.status_code == 410
    assert "That is not here any more" in answer.text
    assert 'href="/programme"' in answer.text
    assert counted() == []


def test_a_session_of_a_hidden_project_is_hidden_too(street: Street, client: PageClient) -> None:
    db.session.get_one(Project, street.project.id).hidden_at = clock.now()
    assert client.get(address(LinkKind.SESSION, street.session.id), headers=PHONE).status_code == 410


def test_what_is_gone_has_a_kind_page(street: Street, client: PageClient) -> None:
    for kind in LinkKind:
        assert client.get(address(kind, 99_999), headers=PHONE).status_code == 410
    assert counted() == []


@pytest.mark.parametrize("code", ["zzzzzzz", "x", "%00", "<script>", "9" * 3000, "💛", "..%2Fadmin"])
def test_a_code_that_we_never_made(street: Street, client: PageClient, code: str) -> None:
    answer = client.get(f"/s/{code}", headers=PHONE)
    assert answer.status_code == 404
    assert counted() == []


def test_a_cancelled_session_is_still_shown(street: Street, client: PageClient) -> None:
    session = db.session.get_one(Session, street.session.id)
    session.status, session.cancelled_at = "cancelled", clock.now()
    assert client.get(address(LinkKind.SESSION, session.id), headers=PHONE).status_code == 302


def test_a_count_that_fails_stops_nobody(street: Street, client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_target: Target) -> None:
        raise OperationalError("UPDATE", {}, Exception("database is locked"))

    monkeypatch.setattr(service, "_add_one", locked)
    assert client.get(address(LinkKind.SESSION, street.session.id), headers=PHONE).status_code == 302


def test_a_follow_asks_little_of_the_database(street: Street, client: PageClient) -> None:
    with count_statements() as statements:
        client.get(address(LinkKind.SESSION, street.session.id), headers=PHONE)
    assert statements.number <= 3, statements.texts


def follow_at_once(app: Flask, path: str) -> list[int]:
    """TOGETHER browsers follow `path` at the same moment; their statuses."""
    together, statuses = Barrier(TOGETHER), []

    def follow() -> None:
        together.wait()
        statuses.append(FlaskClient(app, app.response_class).get(path, headers=PHONE).status_code)

    db.session.commit()
    threads = [Thread(target=Context().run, args=(follow,)) for _each in range(TOGETHER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def test_each_of_many_at_once_is_counted_once(app: Flask, street: Street) -> None:
    assert follow_at_once(app, address(LinkKind.SESSION, street.session.id)) == [302] * TOGETHER
    assert [row[-1] for row in counted()] == [TOGETHER], "one row for the day, each follow in it"


def test_reading_before_writing_would_lose_follows(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: a count that reads first and writes what it read plus one."""
    path, together = address(LinkKind.SESSION, street.session.id), Barrier(TOGETHER)
    FlaskClient(app, app.response_class).get(path, headers=PHONE)

    def careless(_target: Target) -> None:
        with aside() as kept:
            seen = kept.scalar(select(LinkDay.hits)) or 0
        together.wait()
        with aside() as kept:
            kept.execute(update(LinkDay).values(hits=seen + 1))

    monkeypatch.setattr(service, "_add_one", careless)
    assert follow_at_once(app, path) == [302] * TOGETHER
    assert [row[-1] for row in counted()] == [2], "eleven were lost"


def test_a_street_of_homes_leads_to_its_ward(street: Street, client: PageClient) -> None:
    homes = Homes(ward_id=street.other_ward.id, name="Bastable Avenue", homes=20, square=SQUARE)
    add(homes)
    answer = client.get(address(LinkKind.STREET, homes.id, Channel.SLIP), headers=PHONE)
    assert answer.headers["Location"] == f"/programme?ward={street.other_ward.id}"
