"""Somebody who is not online: half a minute with her yes on record, everything done for her has a name."""

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts.models import Consent, Person
from participate.accounts.words import ConsentFor, PersonKind, PersonStatus, Role
from participate.audit.models import AuditRow
from participate.core.db import db
from participate.introductions import service as introductions
from participate.introductions.words import Said
from participate.matching import engine
from participate.places.models import Hub
from participate.profiles.models import Posting
from participate.profiles.queries import list_for_matching
from participate.sessions.models import SignUp
from participate.sessions.words import MadeBy, SignUpStatus
from tests.more.people import another_session, write_down
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street, add, give, person

QUICK = {"name": "Nadia Karim", "adult": "y", "agreed": "y", "how": "spoken"}
LINE = "Knitting jumpers for penguins"


def newest() -> Person:
    return db.session.scalar(select(Person).order_by(Person.id.desc()).limit(1))


def hands(app: Flask, who: Person) -> PageClient:
    return app.test_client().become(who)


@pytest.mark.parametrize("name", CAST)
def test_only_staff_see_the_list(app: Flask, street: Street, name: str) -> None:
    nadia = write_down(street)
    client = hands(app, street.person(name))
    may = name in ("dora", "gita")
    for path in ("/people", "/people/new", f"/people/{nadia.id}", f"/people/{nadia.id}/card",
                 f"/people/{nadia.id}/suggestions", f"/people/{nadia.id}/sessions"):  # fmt: skip
        answer = client.get(path)
        assert (answer.status_code == 200) is may, path
        assert may or "Nadia" not in answer.text


def test_half_a_minute_is_a_name_and_two_ticks(app: Flask, street: Street) -> None:
    client = hands(app, street.dora)
    page = client.get("/people/new").text
    assert page.count('type="password"') == 0
    answer = client.send("/people/new", QUICK | {"hub": str(street.hub.id)})
    made = newest()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/people/{made.id}")
    assert (made.kind, made.hub_id, made.ward_id) == (PersonKind.ENTERED, street.hub.id, street.hub.ward_id)
    yes = db.session.scalars(select(Consent).where(Consent.person_id == made.id)).all()
    assert [(each.what, each.recorded_by) for each in yes] == [(ConsentFor.WRITTEN_DOWN, street.dora.id)]
    assert yes[0].recorded_at is not None


def test_without_a_yes_nobody_is_written_down(app: Flask, street: Street) -> None:
    before = newest().id
    answer = hands(app, street.dora).send("/people/new", {"name": "Nadia", "adult": "y", "how": "spoken"})
    assert answer.status_code == 422
    assert "Without a yes we write nobody down." in answer.text
    assert 'value="Nadia"' in answer.text
    assert newest().id == before


BAD = ("", "x" * 10_000, "a\x00b", "👩🏾‍🌾", "\u202eabc", "<script>alert(1)</script>")
FIELDS = ("name", "number", "note", "likes", "shows", "how", "more", "ward", "language", "hub")


def test_bad_input_is_answered_kindly(app: Flask, street: Street) -> None:
    client = hands(app, street.dora)
    token = client.token("/people/new")
    for name in FIELDS:
        for words in BAD:
            given = QUICK | {"hub": str(street.hub.id), "csrf_token": token, name: words}
            answer = client.post("/people/new", data=given)
            assert answer.status_code in (303, 422), (name, words[:20])
            assert "<script>alert" not in answer.text


def test_a_mobile_takes_texts_only_if_she_said_so(app: Flask, street: Street) -> None:
    client = hands(app, street.dora)
    given = QUICK | {"hub": str(street.hub.id), "number": "07700 900123"}
    client.send("/people/new", given)
    assert (newest().ring, newest().phone) == ("+447700900123", None)
    client.send("/people/new", given | {"texts": "y"})
    assert (newest().ring, newest().phone) == ("", "+447700900123")
    assert client.send("/people/new", given | {"number": "020 7946 0123", "texts": "y"}).status_code == 422


def test_what_she_likes_is_hers_at_once_and_suggested_only_with_her_yes(app: Flask, street: Street) -> None:
    client = hands(app, street.dora)
    given = QUICK | {"hub": str(street.hub.id), "likes": LINE}
    client.send("/people/new", given)
    quiet = newest().id
    client.send("/people/new", given | {"name": "Olu", "more": "suggestions"})
    open_ = newest().id
    suggested = {row.person_id for row in list_for_matching()}
    assert open_ in suggested
    assert quiet not in suggested, "neighbours see her only after her yes"
    assert db.session.scalar(select(Posting.words).where(Posting.person_id == quiet)) == LINE


def test_a_yes_taken_back_takes_her_out_of_the_suggestions(app: Flask, street: Street) -> None:
    nadia = write_down(street)
    given = db.session.scalar(select(Consent.id).where(Consent.what == ConsentFor.SUGGESTIONS))
    assert nadia.id in {row.person_id for row in list_for_matching()}
    page = f"/people/{nadia.id}"
    hands(app, street.dora).send(f"{page}/consents/{given}/end", page=page)
    assert nadia.id not in {row.person_id for row in list_for_matching()}


def test_the_index_follows_a_yes(app: Flask, street: Street) -> None:
    nadia = write_down(street, "Olu", yes=False)
    hands(app, street.dora).send(
        f"/people/{nadia.id}/words", {"kind": "interest", "words": "baking bread"}, page=f"/people/{nadia.id}"
    )
    engine.current().build()
    reader = hands(app, street.amina)
    add(Posting(person_id=street.amina.id, kind="interest", words="baking bread",
                expires_on=street.posting.expires_on, made_at=street.posting.made_at,
                changed_at=street.posting.made_at))  # fmt: skip
    db.session.commit()
    assert "Olu" not in reader.get("/for-you?kind=person").text
    dora = hands(app, street.dora)
    dora.send(f"/people/{nadia.id}/consents", {"what": "suggestions", "how": "phone"}, page=f"/people/{nadia.id}")
    engine.current().build()
    assert "Olu" in reader.get("/for-you?kind=person").text


def test_everything_done_for_her_has_a_name_and_she_sees_it(app: Flask, street: Street) -> None:
    nadia, session, client = write_down(street), another_session(street), hands(app, street.dora)
    page = f"/people/{nadia.id}"
    client.send(f"{page}/sessions/{session.id}", {"children": "1"})
    made = db.session.scalar(select(SignUp).where(SignUp.person_id == nadia.id))
    assert (made.status, made.made_by, made.heads) == (SignUpStatus.GOING, MadeBy.HOST, 2)
    client.send(f"{page}/sign-ups/{made.id}/away", page=page)
    client.send(f"{page}/words", {"kind": "skill", "words": "Plaiting hair"}, page=page)
    verbs = db.session.scalars(
        select(AuditRow.verb).where(
            AuditRow.kind == "person", AuditRow.thing_id == nadia.id, AuditRow.actor_id == street.dora.id
        )
    ).all()
    for verb in ("wrote down", "noted a yes", "signed up", "took off a list", "wrote a line for"):
        assert verb in verbs
    assert "Dora" in client.get(page).text
    own = hands(app, nadia).get("/mine/done-for-me").text
    for words in ("wrote you down", "signed you up", "said that you cannot come", "Dora"):
        assert words in own


def test_an_account_that_is_reached_acts_for_itself(app: Flask, street: Street) -> None:
    client = hands(app, street.dora)
    assert client.get(f"/people/{street.chidi.id}").status_code == 404
    assert "Chidi" not in client.get("/people").text
    street.chidi.bounced_at = street.chidi.joined_at
    db.session.commit()
    assert client.get(f"/people/{street.chidi.id}").status_code == 200
    assert "Chidi" in client.get("/people").text


def test_another_hubs_neighbour_is_nobody_here(app: Flask, street: Street) -> None:
    hub = Hub(name="Thames View Shop", address="Bastable Avenue", ward_id=street.other_ward.id)
    add(hub)
    edith = person("Edith Stone", street.other_ward)
    give(edith, Role.STAFF, f"hub:{hub.id}")
    nadia = write_down(street)
    client = hands(app, edith)
    assert "Nadia" not in client.get("/people").text
    for path in ("", "/card", "/suggestions", "/reach", "/sessions"):
        assert client.get(f"/people/{nadia.id}{path}").status_code == 404
    token = {"page": "/people"}
    for path in ("/card", "/card/end", "/words", "/consents"):
        assert client.send(f"/people/{nadia.id}{path}", **token).status_code == 404


def test_staff_do_not_press_others_things_through_her(app: Flask, street: Street) -> None:
    nadia, olu = write_down(street), write_down(street, "Olu")
    line = db.session.scalar(select(Posting.id).where(Posting.person_id == olu.id))
    yes = db.session.scalar(select(Consent.id).where(Consent.person_id == olu.id))
    page, client = f"/people/{nadia.id}", hands(app, street.dora)
    for path in (f"/words/{line}/remove", f"/consents/{yes}/end", "/sign-ups/1/away", "/introductions/1"):
        assert client.send(page + path, {"said": "yes"}, page=page).status_code == 404


def test_a_name_is_found_and_stands_in_no_address(app: Flask, street: Street) -> None:
    write_down(street)
    write_down(street, "Olu")
    answer = hands(app, street.dora).send("/people", {"words": "kar"})
    assert answer.status_code == 200
    assert "Nadia" in answer.text
    assert "Olu" not in answer.text
    assert "%" not in hands(app, street.dora).send("/people", {"words": "%"}).request.path


def test_she_takes_it_back_and_is_forgotten(app: Flask, street: Street) -> None:
    nadia, session, client = write_down(street), another_session(street), hands(app, street.dora)
    page, number = f"/people/{nadia.id}", nadia.id
    client.send(f"{page}/sessions/{session.id}", {})
    yes = db.session.scalar(select(Consent.id).where(Consent.what == ConsentFor.WRITTEN_DOWN))
    answer = client.send(f"{page}/consents/{yes}/end", page=page)
    assert answer.headers["Location"] == "/people"
    gone = db.session.get_one(Person, number, populate_existing=True)
    assert (gone.status, gone.name, gone.ring, gone.reach_note) == (PersonStatus.ENDED, "–", "", "")
    assert db.session.scalar(select(Posting.id).where(Posting.person_id == number)) is None
    assert db.session.scalar(select(SignUp.status)) is SignUpStatus.CANCELLED
    assert client.get(page).status_code == 404
    assert "Nadia" not in client.get("/people").text


def test_the_sheet_has_her_words_and_large_type(app: Flask, street: Street) -> None:
    nadia = write_down(street)
    engine.current().build()
    sheet = hands(app, street.dora).get(f"/people/{nadia.id}/suggestions").text
    assert "handout" in sheet
    assert "I like baking bread" in sheet
    assert "A neighbour: Chidi" in sheet
    assert "+44" not in sheet


@pytest.mark.parametrize("path", ["/people", "/people/{id}", "/people/{id}/sessions", "/people/{id}/suggestions"])
def test_few_statements(app: Flask, street: Street, path: str) -> None:
    nadia = write_down(street)
    for number in range(15):
        write_down(street, f"Neighbour {number}")
    client = hands(app, street.dora)
    page = path.format(id=nadia.id)
    client.get(page)  # the matcher's index is there
    with count_statements() as counted:
        client.get(page)
    assert counted.number <= 14, counted.texts


def test_her_page_leads_to_her_record_and_names_nobody_before_both_said_yes(app: Flask, street: Street) -> None:
    nadia, client = write_down(street), hands(app, street.dora)
    made = introductions.ask(nadia.id, street.chidi.id, "baking bread", 30)
    db.session.commit()
    page = client.get(f"/people/{nadia.id}").text
    assert f'href="/hosts/{nadia.id}/record"' in page
    assert "A neighbour: baking bread" in page
    assert "Chidi" not in page
    assert client.get(f"/hosts/{nadia.id}/record").status_code == 200
    introductions.answer(street.chidi.id, made, Said.YES)
    db.session.commit()
    assert "Chidi: baking bread" in client.get(f"/people/{nadia.id}").text


def test_what_she_is_asked_stands_once_on_her_page(app: Flask, street: Street) -> None:
    nadia = write_down(street)
    introductions.ask(street.chidi.id, nadia.id, "baking bread", 30)
    db.session.commit()
    page = hands(app, street.dora).get(f"/people/{nadia.id}").text
    assert page.count("baking bread") == page.split("Neighbours they meet")[0].count("baking bread") > 0
