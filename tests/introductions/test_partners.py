"""A partner introduces somebody who said yes, to the host of a session, and without a label."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participate.accounts.models import Consent, Person
from participate.accounts.words import ConsentFor, PersonKind
from participate.core.db import db
from participate.introductions import queries
from participate.introductions.models import Introduction
from participate.introductions.words import Said, Way
from tests.introductions.build import letters
from tests.statements import count_statements
from tests.street import CAST, Street


def filled(street: Street, **more: str) -> dict[str, str]:
    """What Bilal, who speaks for the school, writes down."""
    return {
        "name": "Zubeida", "contact": "zubeida@example.org", "words": "bread", "session": str(street.session.id),
        "how": "spoken", "consent": "y", "adult": "y",
    } | more  # fmt: skip


def path_of(street: Street) -> str:
    return f"/organisations/{street.organisation.id}/introduce"


@pytest.mark.parametrize("who", CAST)
def test_who_may(client: FlaskClient, street: Street, who: str) -> None:
    status = client.become(street.person(who)).get(path_of(street)).status_code
    expected = {"bilal": 200, "dora": 200, "gita": 200, "stranger": 303, "femi": 303}
    assert status == expected.get(who, 403)


def test_her_yes_is_recorded_and_the_host_hears_no_label(client: FlaskClient, street: Street) -> None:
    assert client.become(street.bilal).send(path_of(street), filled(street)).status_code == 303
    her = db.session.scalars(select(Person).where(Person.email == "zubeida@example.org")).one()
    made = queries.find_between(her.id, street.amina.id)
    assert made is not None
    assert (made.way, made.organisation_id, made.host_id) == (Way.PARTNER, street.organisation.id, street.bilal.id)
    side = queries.side_of(made, her.id)
    assert side is not None
    assert (her.kind, side.said, side.said_by) == (PersonKind.ENTERED, Said.YES, street.bilal.id)
    noted = db.session.scalars(select(Consent.what).where(Consent.person_id == her.id).order_by(Consent.id)).all()
    assert noted == [ConsentFor.INTRODUCTION, ConsentFor.WRITTEN_DOWN] or set(noted) == {
        ConsentFor.INTRODUCTION, ConsentFor.WRITTEN_DOWN,
    }  # fmt: skip
    assert letters(her) == ["introduction_noted"]
    assert letters(street.amina) == ["introduction_asked"]
    asked = client.become(street.amina).get(f"/introductions/{made.id}").text
    for word in ("Elm Tree School", "Bilal", "Zubeida"):
        assert word not in asked


def test_whoever_has_an_account_is_asked_herself(client: FlaskClient, street: Street) -> None:
    data = filled(street, name="Chidi", contact="chidi@example.org")
    client.become(street.bilal).send(path_of(street), data)
    made = queries.find_between(street.chidi.id, street.amina.id)
    assert made is not None
    assert {side.said for side in made.sides} == {Said.NOTHING}
    assert letters(street.chidi) == ["introduction_asked"]


def test_the_answer_is_the_same_whether_we_know_her_or_not(client: FlaskClient, street: Street) -> None:
    client.become(street.bilal)
    first = client.send(path_of(street), filled(street))
    second = client.send(path_of(street), filled(street, name="Chidi", contact="chidi@example.org"))
    assert (first.status_code, first.headers["Location"]) == (second.status_code, second.headers["Location"])


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ({"consent": ""}, "Without their yes we introduce nobody."),
        ({"adult": ""}, "adults only"),
        ({"contact": "nobody"}, "name@example.org"),
        ({"words": "lives at 12 Bastable Avenue"}, "address of a home"),
        ({"session": "99"}, "Choose a session."),
        ({"how": ""}, "Choose how they said yes."),
        ({"name": "y" * 10_000}, "too many"),
        ({"name": "<script>"}, "Choose a session."),
    ],
)
def test_bad_input(client: FlaskClient, street: Street, more: dict[str, str], hint: str) -> None:
    data = filled(street, **({"session": ""} | more))
    if "session" not in more and hint != "Choose a session.":
        data["session"] = str(street.session.id)
    data = {name: value for name, value in data.items() if value}
    answer = client.become(street.bilal).send(path_of(street), data)
    assert answer.status_code == 422
    assert hint in answer.text
    assert db.session.scalar(select(Introduction.id)) is None


def test_few_statements(client: FlaskClient, street: Street) -> None:
    client.become(street.bilal).get(path_of(street))
    with count_statements() as counted:
        assert client.get(path_of(street)).status_code == 200
    assert counted.number <= 12, counted.texts
