"""The figures of a quarter, as an officer reads them: each as it was published, and nothing else."""

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from participate.core import clock
from participate.core.db import db
from participate.insight.measures import TWELVE
from participate.insight.models import Budget, Commitment, Figure
from participate.insight.words import BOROUGH, WHOLE, Shown
from tests.insight import published
from tests.look_at import Element, Looked
from tests.statements import count_statements
from tests.street import CAST, Street

DOORS = (
    "/figures", "/figures/map", "/figures/map.svg", "/figures/ward/parsloes", "/figures/measure/people",
    "/figures/measure/people/trend.svg", "/figures/questions", "/figures/compare", "/figures/report",
)  # fmt: skip
NEWEST, BEFORE = "2026-Q1", "2025-Q4"


@pytest.fixture
def borough(street: Street) -> Street:
    """The street with 26 published months."""
    published.publish()
    return street


def lay(measure: str, period: str, shown: Shown, value: int | None, area: str = BOROUGH) -> None:
    """What was published says something else. (Only a test may do that.)"""
    where = (Figure.measure == measure, Figure.period == period, Figure.area == area, Figure.split == WHOLE)
    assert db.session.execute(update(Figure).where(*where).values(shown=shown, value=value)).rowcount == 1
    db.session.commit()


def tile(page: str, name: str) -> str:
    """The words of one tile."""
    return next(each.words for each in tiles(page) if each.words.startswith(name))


def tiles(page: str) -> list[Element]:
    return [each for each in Looked(page).elements("li") if each.attrs.get("class") == "stat fig"]


@pytest.mark.parametrize("who", CAST)
def test_who_may(client: FlaskClient, borough: Street, who: str) -> None:
    client.become(borough.person(who))
    closed = 303 if who in ("stranger", "femi") else 404
    for path in DOORS:
        assert client.get(path).status_code == (200 if who in ("efua", "gita") else closed), path
    assert client.get("/figures/how-we-count").status_code == 200


def test_the_twelve_as_they_were_published(client: FlaskClient, borough: Street) -> None:
    page = client.become(borough.efua).get("/figures").text
    assert "January to March 2026" in page
    assert len(tiles(page)) == len(TWELVE) == 12
    rows = db.session.query(Figure.measure, Figure.value).filter_by(period=NEWEST, area=BOROUGH, split=WHOLE)
    values = {measure: value for measure, value in rows}
    for measure in TWELVE[:-1]:
        assert f"{values[measure.key]:,}" in tile(page, measure.name)
    assert "no budget yet" in tile(page, "Cost of an hour")


def test_a_change_stands_only_where_both_are_shown(client: FlaskClient, borough: Street) -> None:
    efua = client.become(borough.efua)
    lay("regulars", NEWEST, Shown.SHOWN, 240)
    lay("regulars", BEFORE, Shown.SHOWN, 200)
    assert "40 more than before" in tile(efua.get("/figures").text, "Regulars")
    lay("regulars", BEFORE, Shown.SHOWN, 255)
    assert "15 less than before" in tile(efua.get("/figures").text, "Regulars")
    for shown in (Shown.FEW, Shown.HIDDEN):
        lay("regulars", BEFORE, shown, None)
        assert "than before" not in tile(efua.get("/figures").text, "Regulars")


@pytest.mark.parametrize(
    ("shown", "words"), [(Shown.FEW, "fewer than 5"), (Shown.HIDDEN, "not shown"), (Shown.NONE, "none")]
)
def test_what_is_not_told_says_why(client: FlaskClient, borough: Street, shown: Shown, words: str) -> None:
    lay("regulars", NEWEST, shown, None)
    said = tile(client.become(borough.efua).get("/figures").text, "Regulars")
    assert words in said
    assert "%" not in said


def test_few_of_what_is_not_people_is_not_a_small_number(client: FlaskClient, borough: Street) -> None:
    """It may be large, and made by few."""
    lay("hours", NEWEST, Shown.FEW, None)
    said = tile(client.become(borough.efua).get("/figures").text, "Hours of taking part")
    assert "not shown" in said
    assert "fewer than" not in said


def test_walk_ins_and_doubles_stand_beside_people(client: FlaskClient, borough: Street) -> None:
    lay("people", NEWEST, Shown.SHOWN, 700)
    lay("unnamed", NEWEST, Shown.SHOWN, 115)
    lay("likely_doubles", NEWEST, Shown.SHOWN, 10)
    said = tile(client.become(borough.efua).get("/figures").text, "People taking part")
    assert "700" in said
    assert "Not in it: 115 who came without a name" in said
    assert "Likely doubles in it: 10" in said
    assert "815" not in said


def test_what_an_hour_cost_and_what_is_in_it(client: FlaskClient, borough: Street) -> None:
    lay("hours", NEWEST, Shown.SHOWN, 5000)
    for pence, includes in ((9_999_900, "Too much"), (5_000_000, "Staff and rent")):
        db.session.add(
            Budget(period=NEWEST, pence=pence, includes=includes, leaves_out="Officers", made_at=clock.now())
        )
        db.session.commit()
    page = client.become(borough.efua).get("/figures").text
    said = tile(page, "Cost of an hour")
    assert "£10.00" in said
    assert "Includes: Staff and rent" in said
    assert "Leaves out: Officers" in said
    assert "Too much" not in page


def test_a_promise_stands_beside_its_result_missed_ones_too(client: FlaskClient, borough: Street) -> None:
    lay("people", NEWEST, Shown.SHOWN, 700)
    more = {"period": NEWEST, "source": "Cabinet", "owner": "Head", "made_at": clock.now()}
    db.session.add_all([Commitment(measure="people", target=705, **more)])
    db.session.commit()
    page = client.become(borough.efua).get("/figures").text
    assert "Missed" in page
    assert "Promised: at least 705. What came of it: 700." in page


def test_a_quarter_is_chosen_from_the_last_eight(client: FlaskClient, borough: Street) -> None:
    efua = client.become(borough.efua)
    assert "October to December 2024" in efua.get("/figures?quarter=2024-Q4").text
    assert len([e for e in Looked(efua.get("/figures").text).elements("a") if "?quarter=" in e.attrs["href"]]) >= 8
    for bad in ("2019-Q1", "2026-Q2", "2026", "2026-01", "x", "", "2026-Q1'--"):
        assert efua.get("/figures", query_string={"quarter": bad}).status_code == 404, bad


def test_nothing_that_could_name_a_person_changes_a_page(client: FlaskClient, borough: Street) -> None:
    """No free filter: other parameters are not looked at."""
    efua = client.become(borough.efua)
    for path in ("/figures", "/figures/map", "/figures/ward/parsloes", "/figures/report"):
        plain = Looked(efua.get(path).text).elements("main")[0].words
        asked = efua.get(path + "?person=1&name=Amina&age=30&day=2026-02-03&threshold=1&split=theme")
        assert Looked(asked.text).elements("main")[0].words == plain
        assert "Amina" not in asked.text


def test_before_the_first_quarter_it_says_when(client: FlaskClient, street: Street) -> None:
    """2 July: April to June closes ten days after its end."""
    efua = client.become(street.efua)
    for path in ("/figures", "/figures/report"):
        assert "The first figures come on Saturday 11 July" in efua.get(path).text, path
    with clock.stop_at(datetime(2026, 7, 15, tzinfo=UTC)):
        assert "The first figures come on Sunday 11 October" in efua.get("/figures").text
    assert "No ward can be told yet" in efua.get("/figures/map").text
    assert "No ward can be told yet" in efua.get("/figures/compare").text
    assert "Nothing is published yet" in efua.get("/figures/measure/people").text
    assert "No answers yet" in efua.get("/figures/questions").text
    assert efua.get("/figures/map.svg").status_code == efua.get("/figures/measure/people/trend.svg").status_code == 404


@pytest.mark.parametrize(("path", "most"), [("/figures", 12), ("/figures/map", 8), ("/figures/report", 14)])
def test_few_statements(client: FlaskClient, borough: Street, path: str, most: int) -> None:
    client.become(borough.efua)
    client.get(path)
    with count_statements() as counted:
        assert client.get(path).status_code == 200
    assert counted.number <= most, counted.texts


def test_an_officer_has_the_figures_among_her_four_places(client: FlaskClient, borough: Street) -> None:
    for who, there in (("efua", True), ("gita", True), ("amina", False), ("dora", False), ("stranger", False)):
        page = Looked(client.become(borough.person(who)).get("/programme").text)
        places = [e.words for e in page.elements("a") if e.words in ("Home", "Figures", "For you", "Programme", "Mine")]
        assert ("Figures" in places) is there, who
        assert len(places) == 4
    assert 'href="/figures"' in client.become(borough.efua).get("/").text


def test_a_month_between_two_that_are_not_shown_is_a_point(client: FlaskClient, borough: Street) -> None:
    """No line leads to it, and with 24 months there are no dots else."""
    for month in ("2025-05", "2025-07"):
        lay("people", month, Shown.HIDDEN, None)
    page = Looked(client.become(borough.efua).get("/figures/measure/people?by=month").text)
    classes = [each.attrs["class"] for each in page.elements("circle")]
    assert (classes.count("gone"), classes.count("dot")) == (2, 1)
