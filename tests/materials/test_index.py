"""The list of materials."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.materials import queries
from participate.materials.models import Material
from participate.materials.words import Deal
from participate.organisations.rules import Spot
from tests.materials.build import build_material
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, SQUARE, Street


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get("/materials")
    assert answer.status_code == 200
    assert ">Sewing machine</a>" in answer.text


@pytest.mark.parametrize("deal", list(Deal))
def test_an_empty_list_shows_a_way_on(app: object, client: PageClient, deal: Deal) -> None:
    page = client.get(f"/materials?deal={deal}").text
    assert "Nothing here yet" in page
    assert f"/materials/new?deal={'give' if deal is Deal.TAKE else deal}" in page


def test_a_tab_each_with_its_number(street: Street, client: PageClient) -> None:
    build_material(street, name="Wool", deal=Deal.GIVE)
    build_material(street, name="Chairs", deal=Deal.WANT, how_many=12)
    build_material(street, name="Old tent", deal=Deal.GIVE, expires_on=clock.today() - timedelta(days=1))
    lent, given, wanted = (client.get(f"/materials?deal={deal}").text for deal in (Deal.LEND, Deal.GIVE, Deal.WANT))
    for page in (lent, given, wanted):
        assert "To lend 1" in page
        assert "To give 1" in page
        assert "Wanted 1" in page
    shown = [
        {n for n in ("Sewing machine", "Wool", "Chairs", "Old tent") if f">{n}</a>" in p} for p in (lent, given, wanted)
    ]
    assert shown == [{"Sewing machine"}, {"Wool"}, {"Chairs"}]
    assert "12 of them" in wanted
    assert "Things neighbours look for" in wanted


def test_one_ward(street: Street, client: PageClient) -> None:
    build_material(street, name="Ladder", ward_id=street.other_ward.id)
    page = client.get(f"/materials?ward={street.other_ward.id}").text
    assert ">Ladder</a>" in page
    assert ">Sewing machine</a>" not in page
    assert "To lend 1" in page


@pytest.mark.parametrize(
    "asked",
    ["deal=steal", "deal=%00", "ward=0", "ward=abc", "ward=" + "9" * 400, "page=0", "page=%F0%9F%8D%9E", "deal=<b>"],
)
def test_what_makes_no_sense_narrows_nothing(street: Street, client: PageClient, asked: str) -> None:
    answer = client.get(f"/materials?{asked}")
    assert answer.status_code == 200
    assert ">Sewing machine</a>" in answer.text


def test_nearest_first(street: Street) -> None:
    build_material(street, name="Far", square=SQUARE + 40)
    build_material(street, name="Near", square=SQUARE + 1)
    listed = queries.list_materials(Deal.LEND, None, Spot(street.ward.id, SQUARE), 1).items
    assert [card.name for card in listed] == ["Sewing machine", "Near", "Far"]


def test_it_comes_in_pages(street: Street, client: PageClient) -> None:
    for number in range(22):
        build_material(street, name=f"Wool {number:02}", deal=Deal.GIVE)
    first, second = client.get("/materials?deal=give").text, client.get("/materials?deal=give&page=2").text
    names = [f">Wool {number:02}<" for number in range(22)]
    assert all((name in first) != (name in second) for name in names)
    assert "21 to 22 of 22" in second


@pytest.mark.parametrize("change", ["hidden", "over", "suspended", "partner hidden"])
def test_what_is_not_for_everybody_is_not_listed(street: Street, client: PageClient, change: str) -> None:
    material = build_material(street, name="Gone")
    _take_off(street, material, change)
    for person in (None, street.chidi, street.dora):
        assert ">Gone<" not in client.become(person).get("/materials").text
    assert queries.cards_of([material.id]) == {}
    assert queries.count_by_deal(None)[Deal.LEND] == 1


def _take_off(street: Street, material: Material, change: str) -> None:
    if change == "hidden":
        material.hidden_at = clock.now()
    elif change == "over":
        material.expires_on = clock.today() - timedelta(days=1)
    elif change == "suspended":
        material.keeper_id = street.femi.id
    else:
        material.keeper_id, material.organisation_id = None, street.organisation.id
        street.organisation.hidden_at = clock.now()


@pytest.mark.parametrize("name", ["stranger", "chidi", "dora"])
def test_it_asks_little_of_the_database(street: Street, client: PageClient, name: str) -> None:
    for number in range(30):
        build_material(street, name=f"Drill {number:02}")
    client.become(street.person(name))
    with count_statements() as counted:
        client.get("/materials")
    assert counted.number <= 9, counted.texts


def test_cards_come_in_one_statement(street: Street) -> None:
    partner = build_material(street, organisation_id=street.organisation.id)
    hub, own = build_material(street, hub_id=street.hub.id), build_material(street)
    ids = [partner.id, hub.id, own.id]
    with count_statements() as counted:
        cards = queries.cards_of(ids)
    assert counted.number == 1, counted.texts
    assert [cards[each].by for each in ids] == ["Elm Tree School", "The Shop, Church Elm Lane", "Chidi"]
    assert cards[own.id].ward_name == "Parsloes"
