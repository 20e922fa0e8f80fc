"""Staff keep two people apart: found by name, for a reason from a list; neither is told."""

import re

import pytest
from sqlalchemy import select

from participate.accounts import queries, service
from participate.accounts.models import Apart, Person
from participate.accounts.words import ApartBy, ApartWhy
from participate.audit.models import AuditRow
from participate.core.db import db
from participate.outbox.models import Promise
from tests.desk.making import build_elsewhere
from tests.more.people import write_down
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street, person

PAGE = "/people/{}/apart"


def kept_apart(client: PageClient, street: Street) -> Person:
    """Nadia, whom Dora keeps apart from Chidi through the page."""
    nadia = write_down(street)
    page = PAGE.format(nadia.id)
    found = client.become(street.dora).send(page, {"words": "okaf"})
    assert found.status_code == 200
    assert f'value="{street.chidi.id}"' in found.text
    chosen = {"words": "okaf", "other": str(street.chidi.id), "why": "trouble"}
    answer = client.send(page, chosen)
    assert (answer.status_code, answer.headers["Location"]) == (303, page)
    return nadia


def test_found_chosen_kept(client: PageClient, street: Street) -> None:
    nadia = kept_apart(client, street)
    kept = db.session.scalars(select(Apart)).one()
    assert (kept.by, kept.why, {kept.person_id, kept.other_id}) == (
        ApartBy.HUB, ApartWhy.TROUBLE, {nadia.id, street.chidi.id},
    )  # fmt: skip
    assert queries.are_apart(street.chidi.id, nadia.id)
    for page in (f"/people/{nadia.id}", PAGE.format(nadia.id), PAGE.format(street.chidi.id)):
        shown = client.get(page).text
        assert "They did not get on at the hub" in shown, page
        assert "They may meet again" in shown, page
    assert "Chidi Okafor" in client.get(f"/people/{nadia.id}").text


def test_it_stands_in_the_trail_under_both_and_under_who_did_it(client: PageClient, street: Street) -> None:
    nadia = kept_apart(client, street)
    rows = db.session.scalars(select(AuditRow).where(AuditRow.verb == "kept apart")).all()
    assert {(each.actor_id, each.thing_id) for each in rows} == {
        (street.dora.id, nadia.id), (street.dora.id, street.chidi.id),
    }  # fmt: skip


def test_neither_is_told(client: PageClient, street: Street) -> None:
    before = set(db.session.scalars(select(Promise.id).where(Promise.name == "letter")))
    kept_apart(client, street)
    new = select(Promise).where(Promise.name == "letter", Promise.id.not_in(before))
    assert [each.payload["name"] for each in db.session.scalars(new)] == []
    client.become(street.chidi)
    for page in ("/mine/apart", "/mine/account", "/mine/done-for-me", "/letters-to-me"):
        answer = client.get(page)
        assert "Nadia" not in answer.text, page
        assert "They did not get on" not in answer.text, page


def test_nobody_takes_back_for_herself_what_the_hub_decided(client: PageClient, street: Street) -> None:
    kept_apart(client, street)
    number = db.session.scalars(select(Apart.id)).one()
    client.become(street.chidi)
    assert client.send(f"/mine/apart/{number}/end", page="/mine/account").status_code == 404
    assert db.session.get(Apart, number) is not None


@pytest.mark.parametrize("seen_from", ["nadia", "chidi"])
def test_ended_from_either_page(client: PageClient, street: Street, seen_from: str) -> None:
    nadia = kept_apart(client, street)
    number = db.session.scalars(select(Apart.id)).one()
    page = PAGE.format(nadia.id if seen_from == "nadia" else street.chidi.id)
    assert client.send(f"{page}/{number}/end", page=page).status_code == 303
    assert not queries.are_apart(nadia.id, street.chidi.id)
    assert client.send(f"{page}/{number}/end", page=page).status_code == 404
    assert len(db.session.scalars(select(AuditRow).where(AuditRow.verb == "ended apart")).all()) == 2


def test_what_one_of_them_asked_for_is_no_matter_for_the_page(client: PageClient, street: Street) -> None:
    nadia = write_down(street)
    kept = service.set_apart(street.chidi.id, street.chidi.id, nadia.id)
    number = kept.id
    db.session.commit()
    page = PAGE.format(nadia.id)
    client.become(street.dora)
    assert "They may meet again" not in client.get(page).text
    assert client.send(f"{page}/{number}/end", page=page).status_code == 404
    assert queries.are_apart(nadia.id, street.chidi.id)


@pytest.mark.parametrize("name", CAST)
def test_staff_alone(client: PageClient, street: Street, name: str) -> None:
    nadia = write_down(street)
    client.become(street.person(name))
    may = name in ("dora", "gita")
    for path in ("/people/apart", PAGE.format(nadia.id), PAGE.format(street.bilal.id)):
        answer = client.get(path)
        assert (answer.status_code == 200) is may, path
        assert may or "Nadia" not in answer.text
    if not may:
        chosen = {"words": "Bilal", "other": str(street.bilal.id), "why": "asked"}
        answer = client.send(
            PAGE.format(nadia.id), chosen, page="/sign-in" if name in ("stranger", "femi") else "/mine/account"
        )
        assert answer.status_code in (303, 403, 404)
        assert db.session.scalars(select(Apart)).all() == []


def test_staff_of_another_hub_find_nobody(client: PageClient, street: Street) -> None:
    nadia = kept_apart(client, street)
    number = db.session.scalars(select(Apart.id)).one()
    client.become(build_elsewhere(street).hana)
    page = PAGE.format(nadia.id)
    assert client.get(page).status_code == 404
    assert client.send(page, {"words": "", "other": "1", "why": "asked"}, page="/people/apart").status_code == 404
    assert client.send(f"{page}/{number}/end", page="/people/apart").status_code == 404
    assert "Nadia Karim" not in client.send("/people/apart", {"words": "nadia"}).text
    assert db.session.get(Apart, number) is not None


def test_of_herself_staff_decide_and_read_nothing(client: PageClient, street: Street) -> None:
    nadia = write_down(street)
    service.set_apart(street.gita.id, street.dora.id, nadia.id, ApartBy.HUB, ApartWhy.ASKED)
    db.session.commit()
    client.become(street.dora)
    page = PAGE.format(nadia.id)
    assert client.get(PAGE.format(street.dora.id)).status_code == 404
    assert "They may meet again" not in client.get(page).text
    assert "They may meet again" not in client.get(f"/people/{nadia.id}").text
    number = db.session.scalars(select(Apart.id)).one()
    assert client.send(f"{page}/{number}/end", page=page).status_code == 404
    assert "Dora" not in re.sub(r"<header.*?</header>", "", client.send(page, {"words": "dora"}).text, flags=re.S)
    assert client.send(page, {"words": "dora", "other": str(street.dora.id), "why": "asked"}).status_code == 422


BAD = ("", "x" * 10_000, "a\x00b", "👩🏾‍🌾", "\u202eabc", "<script>alert(1)</script>", "-1", "999999999999")


def test_bad_input_is_answered_kindly(client: PageClient, street: Street) -> None:
    nadia = write_down(street)
    page = PAGE.format(nadia.id)
    client.become(street.dora)
    good = {"words": "okafor", "other": str(street.chidi.id), "why": "asked"}
    for field in ("other", "why"):
        for typed in BAD:
            answer = client.send(page, good | {field: typed})
            assert answer.status_code == 422, (field, typed[:20])
            assert f'value="{street.chidi.id}"' in answer.text  # what was found is still there
            assert "<script>alert" not in answer.text
    for typed in BAD:
        for path in (page, "/people/apart"):
            answer = client.send(path, {"words": typed})
            assert answer.status_code in (200, 422), (path, typed[:20])
            assert typed or "Write a name, or a piece of it." in answer.text, path
        assert client.send(page, good | {"words": typed}).status_code == 422, typed[:20]  # not among those found
    assert client.send(page, good | {"other": str(nadia.id), "words": "nadia"}).status_code == 422
    assert client.get(PAGE.format(99_999)).status_code == 404
    assert db.session.scalars(select(Apart)).all() == []


def test_no_name_stands_in_an_address_and_nothing_keeps_the_page(client: PageClient, street: Street) -> None:
    client.become(street.dora)
    answer = client.send("/people/apart", {"words": "chidi"})
    assert "Chidi Okafor" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r'href="[^"]*chidi', answer.text, re.I)


def test_few_statements_however_many_there_are(client: PageClient, street: Street) -> None:
    nadia = write_down(street)
    for number in range(30):
        other = person(f"Twin {number}", street.ward)
        service.set_apart(street.dora.id, nadia.id, other.id, ApartBy.HUB, ApartWhy.ORDER)
    db.session.commit()
    client.become(street.dora)
    page = PAGE.format(nadia.id)
    client.get(page)
    token = client.token(page)
    for path, given in ((page, None), (page, {"words": "twin"}), ("/people/apart", {"words": "twin"})):
        with count_statements() as counted:
            shown = client.get(path) if given is None else client.post(path, data=given | {"csrf_token": token})
        assert shown.status_code == 200
        assert "Twin" in shown.text
        assert counted.number <= 12, counted.texts
    assert "There are more" in shown.text
