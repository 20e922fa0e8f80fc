"""The pages of a small fund: everybody reads criteria, money and decisions; answers are for the hub."""

import pytest

from participate.core.db import db
from participate.funds import queries, service
from participate.funds.models import Fund, FundAsk
from participate.funds.words import AskStatus
from tests.funds.build import after_closing, build_ask, build_fund
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street

HUB = ("dora", "gita")
FILLED = {
    "title": "Seeds for the corner", "what": "Sow a bed.", "who": "All who pass.", "costs": "Seeds £60.",
    "pounds": "60", "project": "",
}  # fmt: skip
FUND = {
    "name": "Green corners", "about": "", "criteria": "For everybody", "total": "500", "most": "£100",
    "closes": "31/7/2026",
}  # fmt: skip


@pytest.fixture
def fund(street: Street) -> Fund:
    made = build_fund(street)
    db.session.commit()
    return made


@pytest.mark.parametrize("name", CAST)
def test_everybody_reads_it_and_nobodys_name(street: Street, client: PageClient, fund: Fund, name: str) -> None:
    yes, no = build_ask(street, fund, subject=f"project:{street.project.id}"), build_ask(street, fund, "amina")
    service.grant(street.dora.id, yes, 5_000, "It blooms for all.")
    service.decline(street.dora.id, no, "Seeds are free at the hub.")
    page = client.become(street.person(name)).get(f"/funds/{fund.id}").text
    for words in (
        "£450",
        "£500",
        "It blooms for all.",
        "Seeds are free at the hub.",
        "£50 of £60",
        "Mend Club",
        "Grows",
    ):
        assert words in page
    for words in ("Chidi", "Amina", "Sow a bed.", "All who pass."):
        assert words not in page
    assert (f"/funds/{fund.id}/edit" in page) is (name in HUB)


@pytest.mark.parametrize("name", CAST)
def test_the_answers_are_for_whoever_asked_and_the_hub(
    street: Street, client: PageClient, fund: Fund, name: str
) -> None:
    ask = build_ask(street, fund)
    answer = client.become(street.person(name)).get(f"/funds/asks/{ask.id}")
    may = name in (*HUB, "chidi")
    assert answer.status_code == 200 if may else answer.status_code in (303, 404)
    assert ("Sow a bed." in answer.text) is may
    decide = client.get(f"/funds/asks/{ask.id}/decide").status_code
    assert decide == 200 if name in HUB else decide in (303, 404)


@pytest.mark.parametrize("name", CAST)
def test_whoever_is_signed_in_asks(street: Street, client: PageClient, fund: Fund, name: str) -> None:
    client.become(street.person(name))
    if name in ("stranger", "femi"):
        assert client.get(f"/funds/{fund.id}/ask").status_code == 303
        assert client.post(f"/funds/{fund.id}/ask", data=FILLED).status_code in (400, 403)
        return
    answer = client.send(f"/funds/{fund.id}/ask", FILLED)
    ask = db.session.query(FundAsk).one()
    assert answer.headers["Location"] == f"/funds/asks/{ask.id}"
    assert (ask.person_id, ask.pence, ask.status) == (street.person(name).id, 6_000, AskStatus.ASKED)  # type: ignore[union-attr]


def test_only_ones_own_projects_are_named(street: Street, client: PageClient, fund: Fund) -> None:
    subject = f"project:{street.project.id}"
    answer = client.become(street.chidi).send(f"/funds/{fund.id}/ask", FILLED | {"project": subject})
    assert answer.status_code == 422
    client.become(street.bilal).send(f"/funds/{fund.id}/ask", FILLED | {"project": subject})
    assert db.session.query(FundAsk).one().subject == subject


BAD = ("", "x" * 10_000, "a\x00b", "🍞" * 700, "\u202eRTL", "<script>alert(1)</script>")


@pytest.mark.parametrize("typed", BAD)
def test_whatever_is_typed_is_answered(street: Street, client: PageClient, fund: Fund, typed: str) -> None:
    ask = build_ask(street, fund, "amina")
    db.session.commit()
    everywhere = dict.fromkeys(FILLED, typed)
    answer = client.become(street.chidi).send(f"/funds/{fund.id}/ask", everywhere)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    client.become(street.dora)
    assert client.send(f"/funds/{fund.id}/edit", dict.fromkeys(FUND, typed)).status_code == 422
    assert (
        client.send(f"/funds/asks/{ask.id}/decide", {"answer": typed, "pounds": typed, "reason": typed}).status_code
        == 422
    )


@pytest.mark.parametrize(
    "given", [{"pounds": "101"}, {"pounds": "0"}, {"title": "Ring me: 07700 900123"}, {"title": "a@b.org"}]
)
def test_what_cannot_be_asked(street: Street, client: PageClient, fund: Fund, given: dict[str, str]) -> None:
    assert client.become(street.chidi).send(f"/funds/{fund.id}/ask", FILLED | given).status_code == 422
    assert db.session.query(FundAsk).count() == 0


def test_a_closed_fund_says_so(street: Street, client: PageClient, fund: Fund) -> None:
    with after_closing():
        assert "Ask for some of it" not in client.become(street.chidi).get(f"/funds/{fund.id}").text
        assert "time to ask this fund is over" in client.get(f"/funds/{fund.id}/ask").text
        assert "Closed" in client.get("/funds").text


def test_the_hub_says_yes_to_a_part(street: Street, client: PageClient, fund: Fund) -> None:
    ask = build_ask(street, fund)
    path = f"/funds/asks/{ask.id}/decide"
    client.become(street.dora)
    assert "for £60. You can" not in client.get(path).text
    too_much = client.send(path, {"answer": "yes", "pounds": "61", "reason": "Yes."})
    assert "They asked for £60" in too_much.text
    assert client.send(path, {"answer": "yes", "pounds": "50", "reason": ""}).status_code == 422
    client.send(path, {"answer": "yes", "pounds": "50", "reason": "It blooms."})
    db.session.rollback()
    assert queries.get_ask(ask.id).granted_pence == 5_000
    assert "£50 of £60" in client.get(f"/funds/{fund.id}").text
    again = client.get(path).text
    assert "This has been answered already." in again


def test_whoever_asked_takes_it_back_and_nobody_else(street: Street, client: PageClient, fund: Fund) -> None:
    ask = build_ask(street, fund)
    own = f"/funds/asks/{ask.id}"
    client.become(street.amina)
    assert client.send(f"{own}/withdraw", page="/funds/1/ask").status_code == 404
    client.become(street.chidi)
    client.send(f"{own}/withdraw", page=own)
    db.session.rollback()
    assert queries.get_ask(ask.id).status is AskStatus.WITHDRAWN
    assert "Seeds for the corner" in client.get("/funds/mine").text
    assert "Seeds for the corner" not in client.get(f"/funds/{fund.id}").text


@pytest.mark.parametrize("name", CAST)
def test_only_the_hub_opens_one(street: Street, client: PageClient, name: str) -> None:
    path = f"/hubs/{street.hub.id}/funds/new"
    client.become(street.person(name))
    if name not in HUB:
        assert client.get(path).status_code in (303, 404)
        assert client.post(path, data=FUND).status_code in (400, 403, 404)
        return
    assert client.send(path, FUND | {"most": "501"}).status_code == 422
    client.send(path, FUND)
    made = db.session.query(Fund).one()
    assert (made.total_pence, made.most_pence, made.hub_id) == (50_000, 10_000, street.hub.id)


def test_a_hidden_fund_is_gone_for_all_but_the_hub(street: Street, client: PageClient, fund: Fund) -> None:
    service.hide(street.gita.id, fund, "It names somebody.")
    db.session.commit()
    assert client.get(f"/funds/{fund.id}").status_code == 404
    assert fund.name not in client.get("/funds").text
    page = client.become(street.dora).get(f"/funds/{fund.id}").text
    assert "It names somebody." in page


def test_few_statements(street: Street, client: PageClient, fund: Fund) -> None:
    for name in ("amina", "bilal", "chidi", "gita"):
        ask = build_ask(street, fund, name, subject=f"project:{street.project.id}")
        service.grant(street.dora.id, ask, 1_000, "Yes.")
    db.session.commit()
    for path in ("/funds", f"/funds/{fund.id}", "/funds/mine"):
        client.become(street.chidi)
        with count_statements() as counted:
            client.get(path)
        assert counted.number <= 12, (path, counted.number)
