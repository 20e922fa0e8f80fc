"""The list of spaces."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.organisations.rules import Spot
from participate.spaces import queries
from participate.spaces.models import Space
from participate.spaces.words import SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import CAST, SQUARE, Street


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get("/spaces")
    assert answer.status_code == 200
    assert "Kitchen at the Shop" in answer.text


def test_an_empty_list_shows_a_way_on(app: object, client: PageClient) -> None:
    page = client.get("/spaces").text
    assert "No space here yet" in page
    assert "/spaces/new" in page


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", {"Kitchen at the Shop", "Big hall", "Shed"}),
        ("kind=hall", {"Big hall"}),
        ("kind=kitchen&step_free=y", {"Kitchen at the Shop"}),
        ("step_free=y", {"Kitchen at the Shop"}),
        ("people=12", {"Kitchen at the Shop", "Big hall"}),
        ("people=13", {"Big hall"}),
        ("people=2000", set()),
        ("ward=other", {"Shed"}),
        ("ward=other&kind=hall", set()),
    ],
)
def test_it_is_narrowed(street: Street, client: PageClient, asked: str, names: set[str]) -> None:
    build_space(street, name="Big hall", kind=SpaceKind.HALL, capacity=80)
    build_space(street, name="Shed", kind=SpaceKind.WORKSHOP, capacity=3, ward_id=street.other_ward.id)
    page = client.get("/spaces?" + asked.replace("other", str(street.other_ward.id))).text
    assert {name for name in ("Kitchen at the Shop", "Big hall", "Shed") if f">{name}</a>" in page} == names
    assert bool(names) != ("No space like that yet" in page)


@pytest.mark.parametrize(
    "asked",
    ["kind=castle", "ward=0", "ward=abc", "people=abc", "people=-1", "people=0", "people=9223372036854775808",
     "people=%00", "kind=%00", "step_free=%F0%9F%8D%9E", "page=-1", "page=abc", "kind=<script>", "ward=" + "9" * 400],
)  # fmt: skip
def test_what_makes_no_sense_narrows_nothing(street: Street, client: PageClient, asked: str) -> None:
    answer = client.get(f"/spaces?{asked}")
    assert answer.status_code == 200
    assert "Kitchen at the Shop" in answer.text
    assert "<script>" not in answer.text.replace("<script src", "")


def test_a_number_that_is_none_is_said_beside_the_field(street: Street, client: PageClient) -> None:
    page = client.get("/spaces?people=abc").text
    assert "<title>Error: Spaces" in page
    assert "Write a whole number from 1 to 2000." in page
    assert 'value="abc"' in page


def test_nearest_first(street: Street) -> None:
    east = SQUARE + 10_000
    build_space(street, name="Next door", square=east)
    build_space(street, name="Far", square=SQUARE + 30 * 10_000)
    build_space(street, name="Somewhere in my ward", square=None)
    build_space(street, name="Somewhere else", square=None, ward_id=street.other_ward.id)
    listed = queries.list_spaces(queries.Wanted(), Spot(street.ward.id, SQUARE), 1).items
    assert [card.name for card in listed] == [
        "Kitchen at the Shop", "Next door", "Somewhere in my ward", "Far", "Somewhere else",
    ]  # fmt: skip
    from_the_other = queries.list_spaces(queries.Wanted(), Spot(street.other_ward.id, None), 1).items
    assert from_the_other[0].name == "Somewhere else"


def test_without_a_place_the_newest_come_first(street: Street) -> None:
    with clock.stop_at(clock.now() + timedelta(hours=1)):
        build_space(street, name="Newer")
    listed = queries.list_spaces(queries.Wanted(), Spot(), 1).items
    assert [card.name for card in listed] == ["Newer", "Kitchen at the Shop"]


def test_it_comes_in_pages(street: Street, client: PageClient) -> None:
    for number in range(24):
        build_space(street, name=f"Room {number:02}", kind=SpaceKind.ROOM)
    first, second = client.get("/spaces?kind=room").text, client.get("/spaces?kind=room&page=2").text
    assert "1 to 20 of 24" in first
    assert "21 to 24 of 24" in second
    assert "/spaces?kind=room&amp;page=2" in first
    names = [f">Room {number:02}<" for number in range(24)]
    assert all((name in first) != (name in second) for name in names)
    beyond = client.get("/spaces?kind=room&page=9")
    assert beyond.status_code == 200
    assert "That was the last page" in beyond.text


def test_the_reader_sees_how_far(street: Street, client: PageClient) -> None:
    assert "about 5 minutes’ walk" in client.become(street.chidi).get("/spaces").text
    assert "in your ward" in _without_square(street, client)


def _without_square(street: Street, client: PageClient) -> str:
    db.session.merge(street.bilal).square = None
    db.session.commit()
    return client.become(street.bilal).get("/spaces").text


@pytest.mark.parametrize("change", ["hidden", "over", "suspended", "partner hidden"])
def test_what_is_not_for_everybody_is_not_listed(street: Street, client: PageClient, change: str) -> None:
    space = build_space(street, name="Gone", keeper_id=street.amina.id)
    _take_off(street, space, change)
    db.session.commit()
    for person in (None, street.chidi, street.amina, street.dora):
        assert ">Gone<" not in client.become(person).get("/spaces").text
    assert space.id not in queries.cards_of([space.id])


def _take_off(street: Street, space: Space, change: str) -> None:
    if change == "hidden":
        space.hidden_at = clock.now()
    elif change == "over":
        space.expires_on = clock.today() - timedelta(days=1)
    elif change == "suspended":
        space.keeper_id = street.femi.id
    else:
        space.keeper_id, space.organisation_id = None, street.organisation.id
        street.organisation.hidden_at = clock.now()


def test_on_its_last_day_it_is_listed(street: Street) -> None:
    space = build_space(street, expires_on=clock.today())
    assert space.id in queries.cards_of([space.id])


@pytest.mark.parametrize("name", ["stranger", "chidi", "dora"])
def test_it_asks_little_of_the_database(street: Street, client: PageClient, name: str) -> None:
    for number in range(30):
        build_space(street, name=f"Room {number:02}")
    client.become(street.person(name))
    with count_statements() as counted:
        client.get("/spaces?people=2&ward=" + str(street.ward.id))
    assert counted.number <= 8, counted.texts


def test_cards_come_in_one_statement(street: Street) -> None:
    ids = [build_space(street, name=f"Room {number}").id for number in range(5)]
    db.session.commit()
    with count_statements() as counted:
        cards = queries.cards_of([*ids, 999_999])
    assert counted.number == 1, counted.texts
    assert sorted(cards) == sorted(ids)
    assert queries.cards_of([]) == {}
