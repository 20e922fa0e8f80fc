"""Take what you need: a hub's stock is counted, and nothing anywhere says who took anything."""

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.materials import queries as listing
from participate.materials.models import Material, StockDay
from participate.materials.queries import stock as queries
from participate.materials.rules import stock as rules
from participate.materials.service import stock as service
from participate.materials.words import Deal
from tests.materials.build import build_material
from tests.page import PageClient
from tests.street import CAST, Street


def coats(street: Street, **more: object) -> Material:
    """Twenty coats at the hub."""
    made = build_material(
        street, **({"deal": Deal.TAKE, "name": "Coats", "how_many": 20, "hub_id": street.hub.id} | more)
    )
    db.session.commit()
    return made


@pytest.mark.parametrize(
    ("left", "level"), [(0, "none"), (-1, "none"), (1, "few"), (5, "few"), (6, "plenty"), (900, "plenty")]
)
def test_how_much_is_said_in_words(left: int, level: str) -> None:
    assert rules.level_of(left) == level


@pytest.mark.parametrize("deal", list(Deal))
def test_only_a_hub_keeps_a_stock(deal: Deal) -> None:
    rules.check_whose(deal, 1)
    if deal is Deal.TAKE:
        with pytest.raises(rules.StockIsAHubs):
            rules.check_whose(deal, None)
    else:
        rules.check_whose(deal, None)


def test_it_is_counted_day_by_day(app: Flask, street: Street) -> None:
    stock = coats(street)
    service.count_taken(street.dora.id, stock, 3)
    service.count_taken(street.dora.id, stock, 2)
    service.count_taken(street.dora.id, stock, -1)
    assert queries.stock_of(stock).left == 16
    taken = queries.taken_of(stock.id)
    assert [(day.day, day.taken) for day in taken.days] == [(clock.today(), 4)]
    with pytest.raises(rules.NotTakenToday):
        service.count_taken(street.dora.id, stock, -5)
    with pytest.raises(rules.NotSoMany):
        service.count_taken(street.dora.id, stock, 17)
    assert queries.taken_of(stock.id).ever == 4


@pytest.mark.parametrize("here", [0, 1, 40])
def test_the_shelf_is_counted_anew(app: Flask, street: Street, here: int) -> None:
    stock = coats(street)
    service.count_taken(street.dora.id, stock, 3)
    service.count_here(street.dora.id, stock, here)
    assert queries.stock_of(stock).left == here
    assert queries.taken_of(stock.id).ever == 3
    service.bring_in(street.dora.id, stock, 5)
    assert queries.stock_of(stock).left == here + 5


def test_what_is_lent_is_not_counted(app: Flask, street: Street) -> None:
    with pytest.raises(NotFound):
        service.count_taken(street.dora.id, street.material, 1)


def test_the_tables_know_nobody() -> None:
    assert set(StockDay.__table__.columns.keys()) == {"id", "material_id", "day", "taken"}


@pytest.mark.parametrize("name", CAST)
def test_its_page_asks_nothing_of_anybody(street: Street, client: PageClient, name: str) -> None:
    stock = coats(street)
    page = client.become(street.person(name)).get(f"/materials/{stock.id}")
    assert "Plenty are there" in page.text
    assert street.hub.name in page.text
    for path in ("like", "borrow", "ask", "offer"):
        assert f"/materials/{stock.id}/{path}" not in page.text
    assert 'href="#ask"' not in page.text
    assert client.get(f"/materials/{stock.id}/like").status_code in (303, 404)


@pytest.mark.parametrize("name", CAST)
def test_only_staff_count(street: Street, client: PageClient, name: str) -> None:
    stock = coats(street)
    client.become(street.person(name))
    if name in ("dora", "gita"):
        client.send(f"/materials/{stock.id}/count", {"taken": "2"})
        db.session.rollback()
        assert queries.stock_of(listing.get_material(stock.id)).left == 18
    else:
        assert client.get(f"/materials/{stock.id}/count").status_code in (303, 404)
        assert client.post(f"/materials/{stock.id}/count", data={"taken": "2"}).status_code in (400, 403, 404)


@pytest.mark.parametrize(
    ("given", "said"),
    [({"taken": "0"}, "from 1 to 1000"), ({"taken": "x"}, "from 1 to 1000"), ({"taken": "21"}, "By our count 20"),
     ({"taken": ""}, "Write how many"), ({"here": "-1"}, "from 0 to 1000"), ({"taken": "1", "back": "y"}, "Today 0")],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_the_field(
    street: Street, client: PageClient, given: dict[str, str], said: str
) -> None:
    stock = coats(street)
    answer = client.become(street.dora).send(f"/materials/{stock.id}/count", given)
    assert answer.status_code == 422
    assert said in answer.text


def test_a_button_counts_one_too_many_back(street: Street, client: PageClient) -> None:
    stock = coats(street)
    client.become(street.dora)
    client.send(f"/materials/{stock.id}/count", {"taken": "5"})
    client.send(f"/materials/{stock.id}/count", {"taken": "1", "back": "y"})
    client.send(f"/materials/{stock.id}/count", {"here": "0"})
    page = client.get(f"/materials/{stock.id}").text
    assert "None left just now" in page
    assert "4 were taken in all" in client.get(f"/materials/{stock.id}/count").text


@pytest.mark.parametrize("name", ["chidi", "dora"])
def test_neighbours_list_no_stock(street: Street, client: PageClient, name: str) -> None:
    page = client.become(street.person(name)).get("/materials/new").text
    assert ('value="take"' in page) == (name == "dora")
    said = {"deal": "take", "name": "Coats", "how_many": "5", "ward": str(street.ward.id), "behalf": "me"}
    assert client.send("/materials/new", said).status_code == 422
