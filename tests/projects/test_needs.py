"""Needs: the list of all, and a team's own."""

import pytest
from flask import Flask

from participate.audit import queries as audit
from participate.core.db import db
from participate.projects import queries, service
from participate.projects.models import Need
from participate.projects.queries import Near
from participate.projects.rules.needs import MOST_OPEN, NeedMet, NeedOpen, TooManyNeeds
from participate.projects.words import NeedKind, NeedStatus, Stage
from tests.page import PageClient
from tests.projects.build import build_elsewhere, build_need, build_project
from tests.statements import count_statements
from tests.street import CAST, NOON, SQUARE, Street

TEAM = ("amina", "bilal", "dora", "gita")
GOOD = {"kind": "material", "words": "A box of odd zips", "when_words": "Once", "minutes": ""}
PAGES = ("", "/edit", "/met", "/remove")


@pytest.mark.parametrize("name", CAST)
def test_everybody_reads_the_list(street: Street, client: PageClient, name: str) -> None:
    page = client.become(street.person(name)).get("/needs")
    assert page.status_code == 200
    assert "thread a sewing machine" in page.text
    assert f"/projects/{street.project.id}/help?need={street.need.id}" in page.text


def test_an_empty_list_shows_a_way_on(app: Flask, client: PageClient) -> None:
    assert "Nobody lacks anything just now" in client.get("/needs").text


def test_only_what_can_be_met_is_asked_for(street: Street) -> None:
    def shown() -> set[str]:
        db.session.commit()
        return {card.words for card in queries.list_needs_open().items}

    build_need(street.project, "Met already", status=NeedStatus.MET, met_at=NOON)
    build_need(build_project(street, stage=Stage.ENDED), "Of one that ended")
    build_need(build_elsewhere(), "Of one elsewhere")
    hidden = build_need(street.project, "Hidden")
    service.hide(None, hidden, "x")
    assert shown() == {street.need.words}
    service.hide(None, street.project, "x")
    assert shown() == set()
    service.restore(None, street.project)
    service.restore(None, hidden)
    assert shown() == {street.need.words, "Hidden"}


def test_nearest_first_then_the_newest(street: Street) -> None:
    far = build_project(street, square=SQUARE + 40, ward_id=street.other_ward.id)
    build_need(far, "Far one")
    build_need(street.project, "Near and new")
    words = [card.words for card in queries.list_needs_open(near=Near((street.ward.id,), SQUARE)).items]
    assert words == ["Near and new", street.need.words, "Far one"]
    assert [card.words for card in queries.list_needs_open().items][0] == "Near and new"


def test_the_list_is_paged_and_few_statements(street: Street, client: PageClient) -> None:
    for number in range(24):
        build_need(street.project, f"Thing {number:02}")
    client.become(street.chidi)
    with count_statements() as counted:
        page = client.get("/needs").text
    assert "1 to 20 of 25" in page
    assert counted.number <= 8, counted.texts
    assert "That was the last page" in client.get("/needs?page=3").text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", CAST)
def test_who_keeps_them(street: Street, client: PageClient, name: str, page: str) -> None:
    path = f"/needs/{street.need.id}{page}"
    answer = client.become(street.person(name)).get(path)
    assert answer.status_code == (200 if name in TEAM else 303 if name in ("stranger", "femi") else 403)


@pytest.mark.parametrize("action", ["edit", "met", "remove", "reopen", "new"])
@pytest.mark.parametrize("name", [name for name in CAST if name not in TEAM])
def test_nobody_else_changes_them(street: Street, client: PageClient, name: str, action: str) -> None:
    path = f"/needs/{street.need.id}/{action}"
    if action == "new":
        path = f"/projects/{street.project.id}/needs/new"
    page = "/ideas/new" if name in ("stranger", "femi") else "/projects/new"
    assert client.become(street.person(name)).send(path, GOOD | {"thanks": "x"}, page=page).status_code == 403
    db.session.refresh(street.need)
    assert (street.need.words, street.need.status) == ("Someone who can thread a sewing machine", NeedStatus.OPEN)
    assert db.session.query(Need).count() == 1


def test_a_helper_adds_one(street: Street, client: PageClient) -> None:
    path = f"/projects/{street.project.id}/needs/new"
    answer = client.become(street.bilal).send(path, GOOD | {"minutes": "20"})
    assert answer.headers["Location"] == f"/projects/{street.project.id}"
    need = db.session.query(Need).order_by(Need.id.desc()).first()
    assert (need.kind, need.words, need.when_words, need.minutes) == (
        NeedKind.MATERIAL,
        "A box of odd zips",
        "Once",
        20,
    )
    assert audit.list_of("need", need.id)[0].verb == "made"


def test_a_short_list_stays_short(street: Street, client: PageClient) -> None:
    for number in range(MOST_OPEN - 1):
        build_need(street.project, f"Thing {number}")
    answer = client.become(street.amina).send(f"/projects/{street.project.id}/needs/new", GOOD)
    assert answer.status_code == 422
    assert "At most 12 open needs" in answer.text
    assert 'value="A box of odd zips"' in answer.text
    met = build_need(street.project, status=NeedStatus.MET, met_at=NOON)
    with pytest.raises(TooManyNeeds):
        service.reopen_need(street.amina.id, met)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("kind", "", "Choose what you look for."),
        ("kind", "castle", "Choose what you look for."),
        ("words", "", "Write what you look for"),
        ("words", "x" * 201, "This has one too many."),
        ("words", "x" * 10_000, "too many."),
        ("words", "a\x00b", "Some of these signs cannot be shown."),
        ("words", "Ring 07700 900123", "leave phone numbers out"),
        ("when_words", "x" * 121, "This has one too many."),
        ("minutes", "soon", "Write a whole number from 5 to 480."),
        ("minutes", "481", "Write a whole number from 5 to 480."),
    ],
)
def test_what_is_wrong_is_said(street: Street, client: PageClient, field: str, typed: str, said: str) -> None:
    for path in (f"/projects/{street.project.id}/needs/new", f"/needs/{street.need.id}/edit"):
        answer = client.become(street.amina).send(path, GOOD | {field: typed})
        assert answer.status_code == 422
        assert f'id="{field}-error"' in answer.text
        assert said in answer.text
        if field != "when_words":
            assert 'value="Once"' in answer.text
    assert db.session.query(Need).count() == 1


@pytest.mark.parametrize("typed", ["🧵 Faden", "خيط أسود", "<script>alert(1)</script>", "O’Brien & Söhne"])
def test_words_of_every_kind_are_kept(street: Street, client: PageClient, typed: str) -> None:
    client.become(street.amina).send(f"/needs/{street.need.id}/edit", GOOD | {"words": typed, "when_words": typed})
    db.session.refresh(street.need)
    assert (street.need.words, street.need.when_words) == (typed, typed)
    for path in ("/needs", f"/needs/{street.need.id}", f"/projects/{street.project.id}"):
        assert "<script>alert" not in client.get(path).text


def test_met_with_thanks_and_open_again(street: Street, client: PageClient) -> None:
    path = f"/needs/{street.need.id}"
    client.become(street.bilal).send(f"{path}/met", {"thanks": "Grace from number nine"})
    db.session.refresh(street.need)
    assert (street.need.status, street.need.thanks) == (NeedStatus.MET, "Grace from number nine")
    assert "Grace from number nine" in client.get(path).text
    with pytest.raises(NeedMet):
        service.meet_need(street.amina.id, street.need, "")
    again = client.send(f"{path}/met", {"thanks": ""})
    assert again.status_code == 422
    assert "This is met already." in again.text
    client.send(f"{path}/reopen", page=path)
    db.session.refresh(street.need)
    assert (street.need.status, street.need.met_at, street.need.thanks) == (NeedStatus.OPEN, None, "")
    with pytest.raises(NeedOpen):
        service.reopen_need(street.amina.id, street.need)
    assert [row.verb for row in audit.list_of("need", street.need.id)][:2] == ["reopened", "met"]


@pytest.mark.parametrize("typed", ["x" * 121, "a\x00b", "ann@example.org"])
def test_thanks_that_cannot_be(street: Street, client: PageClient, typed: str) -> None:
    answer = client.become(street.amina).send(f"/needs/{street.need.id}/met", {"thanks": typed})
    assert answer.status_code == 422
    assert 'id="thanks-error"' in answer.text


def test_off_the_list_after_one_question(street: Street, client: PageClient) -> None:
    path, number = f"/needs/{street.need.id}/remove", street.need.id
    assert "Take it off the list?" in client.become(street.amina).get(path).text
    assert queries.find_need(number) is not None, "a GET changes nothing"
    client.send(path)
    assert queries.find_need(number) is None
    assert audit.list_of("need", number)[0].verb == "removed"
    assert client.get(f"/needs/{number}").status_code == 404


def test_who_may_fit(street: Street, client: PageClient) -> None:
    need = build_need(street.project, "Somebody who likes baking bread", kind=NeedKind.PERSON)
    page = client.become(street.amina).get(f"/needs/{need.id}").text
    assert "Chidi" in page
    assert "<mark>baking bread</mark>" in page
    assert "Okafor" not in page
    assert "I like baking bread" not in page, "only the shared words"
    machine = build_need(street.project, "A sewing machine")
    assert "A strong old one" not in client.get(f"/needs/{machine.id}").text
    assert f"/materials/{street.material.id}" in client.get(f"/needs/{machine.id}").text


def test_whoever_is_in_the_team_already_is_not_suggested(street: Street, client: PageClient) -> None:
    need = build_need(street.project, "Somebody who likes baking bread", kind=NeedKind.PERSON)
    street.posting.person_id = street.bilal.id
    db.session.commit()
    assert "Bilal" not in client.become(street.amina).get(f"/needs/{need.id}").text


@pytest.mark.parametrize("state", ["met", "hidden"])
def test_nobody_is_sought_for_what_is_met_or_hidden(street: Street, client: PageClient, state: str) -> None:
    met = {"status": NeedStatus.MET, "met_at": NOON} if state == "met" else {}
    need = build_need(street.project, "Somebody who likes baking bread", kind=NeedKind.PERSON, **met)
    if state == "hidden":
        service.hide(street.dora.id, need, "It names a neighbour")
    page = client.become(street.amina).get(f"/needs/{need.id}").text
    assert "Chidi" not in page
    assert ("It names a neighbour" in page) is (state == "hidden")


def test_few_statements_for_one(street: Street, client: PageClient) -> None:
    client.become(street.amina).get(f"/needs/{street.need.id}")
    with count_statements() as counted:
        client.get(f"/needs/{street.need.id}")
    assert counted.number <= 12, counted.texts
