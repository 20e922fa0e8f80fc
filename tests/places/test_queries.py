"""Finding wards, hubs and streets."""

import pytest
from flask import Flask

from participate.core.db import db
from participate.core.errors import NotFound
from participate.places import queries, service
from participate.places.models import Hub
from participate.places.rules import square_of


@pytest.fixture
def borough(app: Flask) -> Flask:
    service.ensure_borough()
    db.session.commit()
    return app


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Parsloes", "Parsloes"),
        ("  parsloes ", "Parsloes"),
        ("E05014067", "Parsloes"),
        ("e05014067", "Parsloes"),
        ("thames view", "Thames View"),
        ("Thames", "Thames View"),
        ("Barking", "Barking Riverside"),
        ("Eastbrook & Rush Green", "Eastbrook & Rush Green"),
        ("eastbrook and rush green", "Eastbrook & Rush Green"),
        ("Eastbrook", "Eastbrook & Rush Green"),
        ("River", "Beam"),
        ("Abbey", "Abbey"),
        ("E05000026", "Northbury"),
        ("E05000039", "Barking Riverside"),
    ],
)
def test_a_ward_by_name_or_code(borough: Flask, text: str, name: str) -> None:
    assert queries.get_ward_by_name_or_code(text).name == name


@pytest.mark.parametrize("text", ["", " ", "East", "Camden", "E05099999", "\0", "x" * 10_000, "<script>", "🏠", "%"])
def test_no_such_ward(borough: Flask, text: str) -> None:
    with pytest.raises(NotFound):
        queries.get_ward_by_name_or_code(text)


def test_wards_come_by_name(borough: Flask) -> None:
    names = [ward.name for ward in queries.list_wards()]
    assert names == sorted(names)
    assert len(names) == 19


def test_codes_of_today_and_older_lead_to_ids(borough: Flask) -> None:
    ids = queries.ward_ids_by_code()
    assert len(ids) == 19 + 17
    assert ids["E05000041"] == ids["E05014070"]


def test_the_own_ward_comes_first_then_its_neighbours(borough: Flask) -> None:
    names = {ward.id: ward.name for ward in queries.list_wards()}
    own = queries.get_ward("thames-view").id
    assert [names[ward] for ward in queries.wards_near(own)] == [
        "Thames View",
        "Barking Riverside",
        "Eastbury",
        "Gascoigne",
    ]


def test_a_ward_that_nobody_knows_has_only_itself(borough: Flask) -> None:
    assert queries.wards_near(99_999) == [99_999]


def test_one_figure_of_every_ward(borough: Flask) -> None:
    figures = queries.list_figures("pop_2021")
    assert sum(figure.value for figure in figures.values()) == 218_880
    assert queries.list_figures("no such measure") == {}


def test_what_is_not_there(borough: Flask) -> None:
    assert queries.find_ward(None) is None
    assert queries.find_ward_by_code(None) is None
    assert queries.find_ward_by_code("E05099999") is None
    assert queries.find_hub(None) is None
    for get in (queries.get_hub, queries.get_street):
        with pytest.raises(NotFound):
            get(1)
    with pytest.raises(NotFound):
        queries.get_ward("nowhere")


def _hub(name: str, slug: str, place: tuple[float, float] | None) -> Hub:
    square = square_of(*place) if place else None
    hub = Hub(name=name, address="Somewhere", ward_id=queries.get_ward(slug).id, square=square)
    db.session.add(hub)
    db.session.flush()
    return hub


def test_the_nearest_hub(borough: Flask) -> None:
    assert queries.nearest_hub(None, None) is None
    library = _hub("Library", "village", (51.54007, 0.1496))
    thames = _hub("Thames", "thames-view", (51.52794, 0.10386))
    table = _hub("Table", "valence", None)
    here = square_of(51.53, 0.1)
    assert queries.nearest_hub(None, here) is thames
    assert queries.nearest_hub(table.ward_id, here) is thames
    assert queries.nearest_hub(table.ward_id, None) is table
    assert queries.nearest_hub(queries.get_ward("alibon").id, None) is library  # next door
    assert queries.nearest_hub(queries.get_ward("longbridge").id, None) is None


def test_hubs_of_one_ward(borough: Flask) -> None:
    second, first = _hub("B", "village", None), _hub("A", "village", None)
    _hub("C", "valence", None)
    assert queries.list_hubs(first.ward_id) == [first, second]
    assert len(queries.list_hubs()) == 3


def test_loading_wards_leaves_their_boundaries_alone(borough: Flask) -> None:
    db.session.expunge_all()
    ward = queries.list_wards()[0]
    assert "boundary" not in ward.__dict__
    assert ward.boundary is None
