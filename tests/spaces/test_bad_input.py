"""Whatever is typed: a clear message beside the field, the words kept, never a 500."""

import pytest

from participate.core.db import db
from participate.spaces.models import Space
from tests.page import PageClient
from tests.spaces.test_new import filled, newest
from tests.street import Street

ARABIC = "مطبخ صغير في الحي"
WORDS = ("name", "has", "about", "when_free", "house_rules", "access_note")


@pytest.mark.parametrize("field", [*WORDS, "address", "postcode", "cost"])
@pytest.mark.parametrize("typed", ["x" * 10_000, "a\x00b", "a\x1b[2Jb"])
def test_too_long_or_unprintable(street: Street, client: PageClient, field: str, typed: str) -> None:
    said = filled(street, **{field: typed})
    del said["private"]
    answer = client.become(street.amina).send("/spaces/new", said)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "<title>Error: Share a space" in answer.text
    if field != "name":
        assert "Kitchen at mine" in answer.text
    assert db.session.query(Space).count() == 1


@pytest.mark.parametrize("typed", ["🍞 bread table", ARABIC, "<script>alert(1)</script>", "O’Brien & Söhne"])
def test_words_of_every_kind_are_kept(street: Street, client: PageClient, typed: str) -> None:
    client.become(street.amina).send("/spaces/new", filled(street, **dict.fromkeys(WORDS, typed)))
    space = newest()
    assert {getattr(space, field) for field in WORDS} == {typed}
    page = client.get(f"/spaces/{space.id}").text
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write how many people fit in, like 12."),
        ("abc", "Write a whole number from 1 to 2000."),
        ("-1", "Write a whole number from 1 to 2000."),
        ("0", "Write a whole number from 1 to 2000."),
        ("1.5", "Write a whole number from 1 to 2000."),
        (str(2**63), "Write a whole number from 1 to 2000."),
        ("2001", "Write a whole number from 1 to 2000."),
        ("12\x00", "Write a whole number from 1 to 2000."),
    ],
)
def test_how_many_people(street: Street, client: PageClient, typed: str, said: str) -> None:
    answer = client.become(street.amina).send("/spaces/new", filled(street, capacity=typed))
    assert answer.status_code == 422
    assert said in answer.text
    assert 'href="#capacity"' in answer.text


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"name": ""}, "name", "Give it a short name"),
        ({"name": "   "}, "name", "Give it a short name"),
        ({"kind": ""}, "kind", "Choose what kind of space it is."),
        ({"kind": "castle"}, "kind", "Choose what kind of space it is."),
        ({"ward": ""}, "ward", "Choose the neighbourhood."),
        ({"ward": "999"}, "ward", "Choose the neighbourhood."),
        ({"cost": "a lot"}, "cost", "Write what an hour costs in pounds"),
        ({"about": "Ring 07700 900123"}, "about", "leave phone numbers out"),
        ({"has": "ann@example.org"}, "has", "leave e-mail addresses out"),
        ({"when_free": "Mondays at RM10 9QS"}, "when_free", "leave the postcode out"),
        ({"access_note": "12 Bastable Avenue, blue door"}, "access_note", "looks like the address of a home"),
        ({"mode": "magic"}, "mode", "Choose one from the list."),
        ({"before": "-5"}, "before", "Choose one from the list."),
        ({"after": "9" * 40}, "after", "Choose one from the list."),
        ({"ahead_days": "\x00"}, "ahead_days", "Choose one from the list."),
        ({"least_minutes": "120", "most_minutes": "60"}, "most_minutes", "The shortest time must not be longer"),
    ],
)
def test_what_is_missing_or_too_much(
    street: Street, client: PageClient, more: dict[str, str], field: str, said: str
) -> None:
    answer = client.become(street.amina).send("/spaces/new", filled(street, **more))
    assert answer.status_code == 422
    assert said in answer.text
    assert f'href="#{field}"' in answer.text
    assert db.session.query(Space).count() == 1


def test_an_empty_form_says_everything_at_once(street: Street, client: PageClient) -> None:
    answer = client.become(street.efua).send("/spaces/new", {"name": ""})
    assert answer.status_code == 422
    assert "Nearly there: 4 things to look at" in answer.text
