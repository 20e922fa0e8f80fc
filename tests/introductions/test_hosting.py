"""A host brings two together; staff bring somebody together with who goes with her words."""

import pytest
from flask.testing import FlaskClient

from participate.accounts import service as accounts
from participate.accounts.words import ConsentFor, ConsentHow, PersonKind
from participate.core.db import db
from participate.introductions import queries, service
from participate.introductions.words import Said
from participate.sessions import service as sessions
from participate.sessions.models import Session
from tests.introductions.build import again, hosted, likes, over
from tests.statements import count_statements
from tests.street import CAST, Street, person


def both_sign_up(street: Street) -> str:
    """Bilal and Chidi sign up for the street's session; the page where its host brings two together."""
    held = db.session.get_one(Session, street.session.id)
    for each in (street.bilal, street.chidi):
        sessions.sign_up(each, held)
    db.session.commit()
    return f"/introductions/at/{street.session.id}"


def told(street: Street, **more: str) -> dict[str, str]:
    """What the host writes into the form."""
    usual = {"first": str(street.bilal.id), "second": str(street.chidi.id), "words": "bread", "minutes": "30"}
    return usual | {"meet_at": f"session:{street.session.id}"} | more


@pytest.mark.parametrize("who", CAST)
def test_who_may_bring_two_together_at_a_session(client: FlaskClient, street: Street, who: str) -> None:
    path = both_sign_up(street)
    status = client.become(street.person(who)).get(path).status_code
    expected = {"amina": 200, "dora": 200, "gita": 200, "stranger": 303, "femi": 303}
    assert status == expected.get(who, 403)


@pytest.mark.parametrize("who", CAST)
def test_who_may_bring_somebody_together_with_a_neighbour(client: FlaskClient, street: Street, who: str) -> None:
    status = client.become(street.person(who)).get(f"/introductions/for/{street.chidi.id}").status_code
    assert status == {"dora": 200, "gita": 200, "stranger": 303, "femi": 303}.get(who, 404)


def test_a_host_introduces_and_comes_along(client: FlaskClient, street: Street) -> None:
    path = both_sign_up(street)
    page = client.become(street.amina).get(path).text
    assert "Bilal S" in page
    assert "Sheikh" not in page
    answer = client.send(path, told(street, accompany="y"))
    assert answer.headers["Location"] == "/introductions?hosted=1"
    made = queries.find_between(street.bilal.id, street.chidi.id)
    assert made is not None
    assert (made.host_id, made.accompany, made.words) == (street.amina.id, True, "bread")
    asked = client.become(street.chidi).get(f"/introductions/{made.id}").text
    assert "Amina" in asked
    assert "Bilal" not in asked


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ({"second": ""}, "Choose somebody else."),
        ({"second": "9999"}, "Choose somebody else."),
        ({"words": ""}, "Write what they both like"),
        ({"words": "ring 07700 900123"}, "leave phone numbers out"),
        ({"words": "x" * 10_000}, "too many"),
        ({"minutes": "7"}, "Choose how long"),
        ({"meet_at": "hub:99"}, "Choose where"),
    ],
)
def test_bad_input_comes_back_with_what_to_change(
    client: FlaskClient, street: Street, more: dict[str, str], hint: str
) -> None:
    answer = client.become(street.amina).send(both_sign_up(street), told(street, **more))
    assert answer.status_code == 422
    assert hint in answer.text


def test_the_same_two_or_twice_the_same_one(client: FlaskClient, street: Street) -> None:
    path = both_sign_up(street)
    twice = client.become(street.amina).send(path, told(street, second=str(street.bilal.id)))
    assert "Choose two different people." in twice.text
    client.send(path, told(street))
    again_ = client.send(path, told(street))
    assert again_.status_code == 422
    assert "Nobody is asked twice." in again_.text


def test_guests_are_not_offered(client: FlaskClient, street: Street) -> None:
    path = both_sign_up(street)
    sessions.sign_up(person("Guest One", kind=PersonKind.GUEST), db.session.get_one(Session, street.session.id))
    db.session.commit()
    assert "Guest" not in client.become(street.amina).get(path).text


def test_whom_the_host_is_kept_apart_from_is_not_offered(client: FlaskClient, street: Street) -> None:
    path = both_sign_up(street)
    accounts.set_apart(street.chidi.id, street.chidi.id, street.amina.id)
    db.session.commit()
    assert "Chidi" not in client.become(street.amina).get(path).text


def test_staff_introduce_by_shared_words(client: FlaskClient, street: Street) -> None:
    likes(street.bilal)
    path = f"/introductions/for/{street.chidi.id}"
    page = client.become(street.dora).get(path).text
    assert "Bilal: baking bread" in page
    data = {"other": str(street.bilal.id), "minutes": "60", "meet_at": f"hub:{street.hub.id}"}
    assert client.send(path, data).status_code == 303
    made = queries.find_between(street.bilal.id, street.chidi.id)
    assert made is not None
    assert (made.host_id, made.words, made.minutes) == (street.dora.id, "baking bread", 60)
    assert client.send(path, data | {"other": str(street.amina.id)}).status_code == 422


def test_somebody_written_down_is_introduced_with_her_yes_alone(client: FlaskClient, street: Street) -> None:
    likes(street.bilal)
    nadia = accounts.write_down(street.dora.id, "Nadia Karim", street.hub.id)
    likes(nadia)
    path, data = f"/introductions/for/{nadia.id}", {"other": str(street.bilal.id), "minutes": "30", "meet_at": "none"}
    refused = client.become(street.dora).send(path, data)
    assert refused.status_code == 422
    assert "Ask them at the hub first." in refused.text
    accounts.note_consents(street.dora.id, nadia, [ConsentFor.INTRODUCTION], ConsentHow.SPOKEN)
    assert client.send(path, data).status_code == 303


def test_the_host_sees_how_it_stands_and_never_whose_no_it_was(client: FlaskClient, street: Street) -> None:
    made = hosted(street)
    service.answer(street.chidi.id, made, Said.YES)
    db.session.commit()
    client.become(street.amina)
    paths = ("/introductions?hosted=1", f"/introductions/{made.id}")
    before = [client.get(path).text for path in paths]
    service.answer(street.bilal.id, made, Said.NO)
    db.session.commit()
    assert [client.get(path).text for path in paths] == before
    assert "Bilal, Chidi" in before[0]
    over(made)
    assert "nobody’s fault" in client.get(paths[1]).text
    assert again(made).status == "not_this_time"


def test_few_statements(client: FlaskClient, street: Street) -> None:
    path = both_sign_up(street)
    likes(street.bilal)
    client.become(street.dora).get(f"/introductions/for/{street.chidi.id}")
    for each, most in ((path, 15), (f"/introductions/for/{street.chidi.id}", 17), ("/introductions?hosted=1", 10)):
        with count_statements() as counted:
            assert client.get(each).status_code == 200
        assert counted.number <= most, (each, counted.texts)
