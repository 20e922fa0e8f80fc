"""Sealed cases: safeguarding leads alone, never about themselves; each look is noted first, or nothing is shown."""

import pytest
from flask import Flask
from sqlalchemy import select, update

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus, Role
from participate.audit.models import AuditRow
from participate.core.db import db
from participate.moderation import queries, service
from participate.moderation.models import Worry
from participate.moderation.words import WorryKind, WorryOutcome, WorryStatus
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street, give, person

POSTS = {
    "take": {}, "note": {"words": "x"}, "link": {"contact": "chidi@example.org"}, "step-aside": {},
    "close": {"outcome": "talked", "ending": "x"}, "reopen": {},
}  # fmt: skip


@pytest.fixture
def halima(street: Street) -> Person:
    """The safeguarding lead of the street's hub."""
    return lead(street, "Halima Yusuf", f"hub:{street.hub.id}")


def lead(street: Street, name: str, subject: str) -> Person:
    made = person(name, street.ward)
    give(made, Role.SAFEGUARDING, subject)
    db.session.commit()
    return made


def tell(street: Street, *, hub: bool = True, **more: object) -> Worry:
    given: dict[str, object] = {"who": "The man at the corner", "contact": "Ring after six"} | more
    told = service.tell_worry(WorryKind.ADULT, "He is alone.", hub=street.hub if hub else None, **given)  # type: ignore[arg-type]
    db.session.commit()
    return told


def looks(worry: Worry) -> list[tuple[str, int | None]]:
    query = select(AuditRow.verb, AuditRow.actor_id).where(AuditRow.kind == "worry", AuditRow.thing_id == worry.id)
    return [tuple(row) for row in db.session.execute(query.order_by(AuditRow.id))]  # type: ignore[misc]


@pytest.mark.parametrize("name", CAST)
def test_nobody_else_opens_one(client: PageClient, street: Street, halima: Person, name: str) -> None:
    told = tell(street)
    who = street.person(name)
    client.become(who)
    token = client.token("/worried")
    shut = 303 if who is None or who.status is not PersonStatus.ACTIVE else 404
    for path in ("/cases", f"/cases/{told.id}"):
        assert client.get(path).status_code == shut, "also the admin, and the staff of the hub"
    for path, data in POSTS.items():
        assert client.post(f"/cases/{told.id}/{path}", data=data | {"csrf_token": token}).status_code in (403, 404)
    db.session.refresh(told)
    assert (told.status, told.about_id, list(told.notes)) == (WorryStatus.NEW, None, [])
    assert looks(told) == [("told", None)]


def test_the_lead_reads_it_and_each_look_is_noted(client: PageClient, street: Street, halima: Person) -> None:
    told = tell(street)
    client.become(halima)
    listed = client.get("/cases")
    assert f"Case {told.id}" in listed.text
    assert "corner" not in listed.text, "the list says nothing of what was told"
    page = client.get(f"/cases/{told.id}")
    assert "He is alone." in page.text
    assert "The man at the corner" in page.text
    client.get(f"/cases/{told.id}")
    assert looks(told) == [("told", None), *[("looked at", halima.id)] * 2]
    assert page.headers["Cache-Control"] == "no-store"


def test_if_the_look_cannot_be_noted_nothing_is_shown(
    client: PageClient, street: Street, halima: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tell(street)
    client.become(halima)
    client.may_break = True

    def broken() -> object:
        raise RuntimeError

    monkeypatch.setattr("participate.audit.service.aside", broken)
    for path in (f"/cases/{told.id}", "/cases"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "He is alone." not in answer.text
        assert "corner" not in answer.text


def test_a_form_that_comes_back_is_a_look_too(client: PageClient, street: Street, halima: Person) -> None:
    told = tell(street)
    client.become(halima)
    sent = {"words": "", "csrf_token": client.token(f"/cases/{told.id}")}
    assert client.post(f"/cases/{told.id}/note", data=sent).status_code == 422
    assert looks(told).count(("looked at", halima.id)) == 2


def test_a_case_from_beginning_to_end(client: PageClient, street: Street, halima: Person) -> None:
    told = tell(street)
    page = f"/cases/{told.id}"
    client.become(halima)
    assert client.send(f"{page}/close", POSTS["close"], page=page).status_code == 409, "first somebody answers for it"
    for path, data in (("take", {}), ("note", {"words": "I rang him. He is well."}), ("link", POSTS["link"])):
        assert client.send(f"{page}/{path}", data, page=page).status_code == 303
    assert "Chidi Okafor" in client.get(page).text
    assert client.send(f"{page}/link", {"nobody": "1"}, page=page).status_code == 303
    assert client.send(f"{page}/close", {"outcome": "talked", "ending": "All is well."}, page=page).status_code == 303
    assert "Case" in client.get("/cases?closed=1").text
    assert client.send(f"{page}/note", {"words": "More"}, page="/cases/1").status_code == 409
    assert client.send(f"{page}/reopen", {}, page=page).status_code == 303
    db.session.refresh(told)
    assert [each.words for each in told.notes] == ["I rang him. He is well.", "All is well."]
    verbs = [verb for verb, _who in looks(told) if verb != "looked at"]
    assert verbs == ["told", "took", "noted", "linked", "linked", "closed", "reopened"]


def test_a_colleague_takes_over_only_on_purpose(client: PageClient, street: Street, halima: Person) -> None:
    ruth, told = lead(street, "Ruth Cole", f"hub:{street.hub.id}"), tell(street)
    service.take_worry(ruth.id, told)
    page = f"/cases/{told.id}"
    client.become(halima)
    assert client.send(f"{page}/take", {}, page=page).status_code == 409
    assert client.send(f"{page}/take", {"over": "1"}, page=page).status_code == 303
    db.session.refresh(told)
    assert told.taken_by == halima.id


def opens(who: Person, told: Worry) -> bool:
    db.session.commit()
    return who.id in [each.id for each in queries.list_handlers(told.id)]


def test_who_opens_which(app: Flask, street: Street, halima: Person) -> None:
    elsewhere, anywhere = lead(street, "Nadia Aziz", "hub:999"), lead(street, "Omar Said", "")
    here, nowhere = tell(street), tell(street, hub=False)
    assert [opens(each, here) for each in (halima, elsewhere, anywhere)] == [True, False, True]
    assert [opens(each, nowhere) for each in (halima, elsewhere, anywhere)] == [True, True, True]
    for each in (halima, anywhere):
        each.status = PersonStatus.SUSPENDED
    assert [opens(each, here) for each in (halima, elsewhere)] == [False, True], "where the hub has nobody, others do"


def test_nobody_opens_a_case_about_herself_or_that_she_told(app: Flask, street: Street, halima: Person) -> None:
    nadia = lead(street, "Nadia Aziz", "hub:999")
    own, mine, named = tell(street), tell(street, teller_id=halima.id), tell(street, who="Halima Yusuf")
    service.link_worry(nadia.id, own, halima)
    for told in (own, mine, named):
        assert not opens(halima, told)
        assert opens(nadia, told), "then another hub's lead answers"


def test_her_own_case_is_no_page_and_not_in_her_list(client: PageClient, street: Street, halima: Person) -> None:
    told = tell(street)
    service.link_worry(1, told, halima)
    client.become(halima)
    token = client.token("/worried")
    assert client.get(f"/cases/{told.id}").status_code == 404
    assert "Nothing waits here" in client.get("/cases").text
    for path, data in POSTS.items():
        assert client.post(f"/cases/{told.id}/{path}", data=data | {"csrf_token": token}).status_code in (404, 422)
    assert [verb for verb, _who in looks(told)] == ["told", "linked"]


def test_who_links_herself_hands_it_on(client: PageClient, street: Street, halima: Person) -> None:
    told = tell(street)
    page = f"/cases/{told.id}"
    answer = client.become(halima).send(f"{page}/link", {"contact": halima.email}, page=page)
    assert answer.headers["Location"] == "/cases"
    assert client.get(page).status_code == 404


def test_who_steps_aside_never_opens_it_again_and_the_others_hear(
    client: PageClient, street: Street, halima: Person
) -> None:
    ruth, told = lead(street, "Ruth Cole", f"hub:{street.hub.id}"), tell(street)
    service.take_worry(halima.id, told)
    page = f"/cases/{told.id}"
    assert client.become(halima).send(f"{page}/step-aside", {}, page=page).status_code == 303
    assert client.get(page).status_code == 404
    db.session.refresh(told)
    assert (told.status, told.taken_by) == (WorryStatus.NEW, None)
    assert client.become(ruth).get(page).status_code == 200


def test_a_contact_nobody_or_two_have_links_nobody(client: PageClient, street: Street, halima: Person) -> None:
    told = tell(street)
    page = f"/cases/{told.id}"
    client.become(halima)
    assert client.send(f"{page}/link", {"contact": "nobody@example.org"}, page=page).status_code == 422
    db.session.execute(update(Person).where(Person.id.in_([street.amina.id, street.bilal.id])).values(email="a@b.org"))
    assert client.send(f"{page}/link", {"contact": "a@b.org"}, page=page).status_code == 422
    db.session.refresh(told)
    assert told.about_id is None


def test_many_cases_are_paged_and_cost_few_statements(client: PageClient, street: Street, halima: Person) -> None:
    for number in range(25):
        told = tell(street)
        if number % 2:
            service.take_worry(halima.id, told)
    client.become(halima)
    client.get("/cases")
    with count_statements() as counted:
        page = client.get("/cases")
    assert counted.number <= 12
    assert "1 to 20 of 25" in page.text
    with count_statements() as counted:
        client.get(f"/cases/{told.id}")
    assert counted.number <= 14, "ten, and the look that is noted aside"


def test_closing_needs_an_outcome_and_a_reason(client: PageClient, street: Street, halima: Person) -> None:
    told = tell(street)
    service.take_worry(halima.id, told)
    page = f"/cases/{told.id}"
    client.become(halima)
    for data in ({}, {"outcome": "talked"}, {"outcome": "nonsense", "ending": "x"}, {"ending": "x" * 9000}):
        assert client.send(f"{page}/close", data, page=page).status_code == 422
    service.close_worry(halima.id, told, WorryOutcome.NOTHING_MORE, "Fine.")
    assert told.closed_at is not None
