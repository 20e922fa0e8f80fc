"""The three questions about oneself: hers alone."""

from datetime import date

import pytest
from sqlalchemy import select

from participate.accounts.words import PersonStatus
from participate.audit.models import AuditRow
from participate.core.db import db
from participate.surveys import queries, service
from participate.surveys.models import EqualityAnswer, EqualityAsk
from tests.page import PageClient
from tests.street import CAST, Street

SAID = {"age": "35-49", "group": "black_african", "condition": "yes", "restriction": "a_little"}
STORED = ("35-49", "black_african", "a_little")


def ask(street: Street, name: str = "chidi") -> EqualityAsk:
    service.ask_once(street.person(name).id)
    db.session.commit()
    asked = queries.find_ask(street.person(name).id)
    assert asked is not None
    return asked


def link(street: Street) -> str:
    return f"/about-you/with/{queries.token_of(ask(street))}"


def answers() -> list[tuple[str, str, str]]:
    db.session.rollback()
    rows = db.session.scalars(select(EqualityAnswer).order_by(EqualityAnswer.id))
    return [(row.age_band, row.ethnic_group, row.disability) for row in rows]


@pytest.mark.parametrize("name", CAST)
def test_only_who_was_asked_sees_the_questions(street: Street, client: PageClient, name: str) -> None:
    ask(street)
    answer = client.become(street.person(name)).get("/about-you")
    if name in ("stranger", "femi"):
        assert answer.status_code == 303
        return
    assert ("What is your ethnic group?" in answer.text) is (name == "chidi")
    if name != "chidi":
        assert "after you have come along three times" in answer.text
        assert client.send("/about-you", SAID, page="/materials/new").status_code == 409
        assert answers() == []


def test_she_answers_looks_changes_and_takes_back(street: Street, client: PageClient) -> None:
    ask(street)
    client.become(street.chidi).send("/about-you", SAID)
    assert answers() == [STORED]
    page = client.get("/about-you").text
    assert '<option value="black_african" selected>' in page
    for name, value in (("age", "35-49"), ("condition", "yes"), ("restriction", "a_little")):
        assert f'name="{name}" value="{value}" checked' in page
    client.send("/about-you", SAID | {"condition": "no"})
    assert answers() == [("35-49", "black_african", "no")]
    client.send("/about-you", {"answer": "back"})
    assert answers() == []
    assert "Take my answers back" not in client.get("/about-you").text


def test_by_the_letter_s_link_the_answer_is_kept_and_not_shown(street: Street, client: PageClient) -> None:
    path = link(street)
    client.send(path, SAID)
    assert answers() == [STORED]
    page = client.get(path).text
    assert "You have answered." in page
    assert "selected" not in page.replace("aria-selected", "")
    assert "checked" not in page
    client.send(path, SAID | {"age": "65+"})
    assert answers() == [("65+", *STORED[1:])]
    client.send(path, {"answer": "back"})
    assert answers() == []


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ({}, ("rather_not", "rather_not", "rather_not")),
        ({"age": "16-24"}, ("16-24", "rather_not", "rather_not")),
        ({"group": "other_arab"}, ("rather_not", "other_arab", "rather_not")),
        ({"condition": "yes"}, ("rather_not", "rather_not", "yes")),
        ({"restriction": "a_lot"}, ("rather_not", "rather_not", "rather_not")),
        (dict.fromkeys(SAID, "rather_not"), ("rather_not", "rather_not", "rather_not")),
    ],
)  # fmt: skip
def test_what_is_left_out_is_rather_not(
    street: Street, client: PageClient, said: dict[str, str], stored: tuple[str, str, str]
) -> None:
    client.send(link(street), said)
    assert answers() == [stored]


@pytest.mark.parametrize("typed", ["x" * 10_000, "\x00", "🍞", "<script>", "16-24; DROP TABLE"])
def test_nonsense_is_never_kept(street: Street, client: PageClient, typed: str) -> None:
    path = link(street)
    answer = client.send(path, dict.fromkeys(SAID, typed))
    assert answer.status_code == 422
    assert answers() == []
    assert client.send(path, {"group": typed}).status_code == 303
    assert answers() == [("rather_not", "rather_not", "rather_not")]


@pytest.mark.parametrize("token", ["1-" + "0" * 32, "x", "%00", "9" * 400, "-", "0-" + "a" * 32])
def test_a_bad_link_leads_nowhere(street: Street, client: PageClient, token: str) -> None:
    ask(street)
    assert client.get(f"/about-you/with/{token}").status_code == 404


def test_one_s_link_is_not_another_s(street: Street, client: PageClient) -> None:
    mine, hers = queries.token_of(ask(street)), queries.token_of(ask(street, "bilal"))
    mixed = f"{hers.partition('-')[0]}-{mine.partition('-')[2]}"
    assert client.get(f"/about-you/with/{mixed}").status_code == 404


def test_the_link_ends_with_the_account(street: Street, client: PageClient) -> None:
    path = link(street)
    street.chidi.status = PersonStatus.ENDED
    assert client.get(path).status_code == 404


def test_the_page_keeps_its_secret(street: Street, client: PageClient) -> None:
    path = link(street)
    for answer in (client.get(path), client.send(path, SAID)):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_looking_changes_nothing(street: Street, client: PageClient) -> None:
    client.get(link(street), query_string=SAID)
    assert answers() == []


def test_nothing_leads_from_her_to_her_answer(street: Street, client: PageClient) -> None:
    """The canary: no key of the database, no number, no moment and no trail joins the answer to the person."""
    path = link(street)
    client.send(path, SAID)
    table = EqualityAnswer.__table__
    assert not table.foreign_keys
    assert not [key for other in db.metadata.tables.values() for key in other.foreign_keys if key.column.table is table]
    row = db.session.execute(select(table)).one()
    assert row.quarter == date(2026, 7, 1)
    assert row.pseudonym == queries.pseudonym_of(street.chidi.id)
    numbers = {street.chidi.id, db.session.scalar(select(EqualityAsk.id))}
    assert row.id not in numbers
    trail = db.session.scalars(select(AuditRow).where(AuditRow.kind == "equality", AuditRow.verb != "asked")).all()
    assert [(each.actor_id, each.verb, each.thing_id) for each in trail] == [(None, "answered", 0)]


def test_without_the_key_the_pseudonym_is_another(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = queries.pseudonym_of(street.chidi.id)
    assert queries.pseudonym_of(street.bilal.id) != mine
    monkeypatch.setitem(__import__("flask").current_app.config, "SECRET_KEY", "another key of another site " * 3)
    assert queries.pseudonym_of(street.chidi.id) != mine
    assert queries.find_answer(street.chidi.id) is None


def test_each_finds_only_her_own(street: Street, client: PageClient) -> None:
    ask(street)
    ask(street, "bilal")
    client.become(street.chidi).send("/about-you", SAID)
    page = client.become(street.bilal).get("/about-you").text
    assert "You have answered." not in page
    assert "checked" not in page
    client.send("/about-you", {"answer": "back"}, page="/about-you")
    assert answers() == [STORED]


@pytest.mark.parametrize("name", CAST)
def test_staff_key_a_card_in_without_a_name(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get("/about-you/paper")
    if name not in ("dora", "gita"):
        assert answer.status_code == (303 if name in ("stranger", "femi") else 404)
        return
    for _card in range(2):
        client.send("/about-you/paper", SAID)
    assert answers() == [STORED, STORED]
    rows = db.session.scalars(select(EqualityAnswer)).all()
    assert all(row.on_paper for row in rows)
    known = {queries.pseudonym_of(getattr(street, each).id) for each in CAST if each != "stranger"}
    assert not known & {row.pseudonym for row in rows}
    trail = db.session.scalars(select(AuditRow).where(AuditRow.kind == "equality")).all()
    assert {(each.actor_id, each.verb, each.thing_id) for each in trail} == {(street.person(name).id, "keyed in", 0)}


@pytest.mark.parametrize("name", CAST)
def test_the_empty_card_is_for_everybody(street: Street, client: PageClient, name: str) -> None:
    page = client.become(street.person(name)).get("/about-you/card").text
    for words in ("Which of the following age bands are you in?", "Rather not say", "Any other Asian background"):
        assert words in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
