"""The pages about the matcher itself: who may, what they show, and what they never show."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from participate.core.db import db
from participate.matching.models import SuggestedWeek, Unmatched
from participate.matching.quality.steps import QUARTER, WEEK, Nothing, Part
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from participate.projects.models import Need
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, add

MONDAY = date(2026, 6, 22)
STAFF = ("/suggestions/supply", "/suggestions/stuck", "/suggestions/nobody")


def counted(part: Part, value: str, people: int, *steps: int, week: date = MONDAY, weeks: int = 1) -> None:
    names = ("suggested", "seen", "accepted", "met", "made")
    numbers = dict(zip(names, steps, strict=True))
    add(SuggestedWeek(week=week, weeks=weeks, part=part, value=value, people=people, **numbers))


@pytest.fixture
def quarter(street: Street) -> Street:
    """Counts of one week and of thirteen, by ward: one ward is too small."""
    for week, weeks in ((MONDAY, 1), (MONDAY - (QUARTER - 1) * WEEK, QUARTER)):
        counted(Part.ALL, "", 90, 402, 198, 51, 20, 4, week=week, weeks=weeks)
        counted(Part.WARD, str(street.ward.id), 60, 303, 151, 40, 10, 4, week=week, weeks=weeks)
        counted(Part.WARD, str(street.other_ward.id), 21, 77, 41, 11, 10, 0, week=week, weeks=weeks)
        counted(Part.WARD, "", 9, 22, 6, 0, 0, 0, week=week, weeks=weeks)
    db.session.commit()
    return street


@pytest.mark.parametrize("who", CAST)
def test_who_may(client: FlaskClient, street: Street, who: str) -> None:
    client.become(street.person(who))
    assert client.get("/how-suggestions-do").status_code == 200
    closed = 303 if who in ("stranger", "femi") else 404
    assert client.get("/suggestions/quality").status_code == (200 if who in ("dora", "gita") else closed)
    for path in STAFF:
        assert client.get(path).status_code == (200 if who in ("dora", "gita") else closed), path


def test_weeks_with_their_steps_and_intervals(client: FlaskClient, quarter: Street) -> None:
    page = client.become(quarter.dora).get("/suggestions/quality").text.replace("\u00a0", " ")
    assert "Week of Monday 22 June" in page
    for words in ("400", "200", "50 in 100 (45 to 55)", "25 in 100 (20 to 31)", "fewer than 5"):
        assert words in page
    assert "402" not in page
    assert "198" not in page


@pytest.mark.parametrize("week", ["", "&week=2026-06-22"])
def test_a_small_ward_is_hidden_and_the_next_with_it(client: FlaskClient, quarter: Street, week: str) -> None:
    page = client.become(quarter.dora).get(f"/suggestions/quality?by=ward{week}").text
    lines = {row.split("</bdi>")[0].split("<bdi>")[1]: row for row in page.split("<tr>") if "<bdi>" in row}
    assert "305" in lines["Parsloes"]
    assert "Too few people to show" in lines["Ward not known"]
    assert "Too few people to show" in lines["Thames View"]
    assert "75" not in lines["Thames View"]


@pytest.mark.parametrize("query", ["by=x", "by=order&week=2020-01-01", "by=language&week=x", "page=7", "by=kind"])
def test_any_address_answers(client: FlaskClient, quarter: Street, query: str) -> None:
    assert client.become(quarter.dora).get(f"/suggestions/quality?{query}").status_code == 200


def test_everybody_reads_the_quarter_and_nothing_smaller(client: FlaskClient, quarter: Street) -> None:
    page = client.get("/how-suggestions-do").text
    assert "400" in page
    assert "25 in 100 (20 to 31)" in page
    assert "Parsloes" not in page.split("<main", 1)[1]


def test_too_few_people_are_no_figure_for_anybody(client: FlaskClient, street: Street) -> None:
    counted(Part.ALL, "", 9, 90, 80, 70, 60, 50, week=MONDAY - 12 * WEEK, weeks=QUARTER)
    db.session.commit()
    assert "Nothing to show yet" in client.get("/how-suggestions-do").text


def test_what_is_asked_and_not_offered_and_the_other_way_round(client: FlaskClient, street: Street) -> None:
    for person, kind, words, learn in (
        (street.chidi, PostingKind.INTEREST, "swimming", True),
        (street.bilal, PostingKind.SKILL, "I can show chess", False),
    ):
        profiles.add(person.id, person.id, kind, words, wants_to_learn=learn)
    db.session.commit()
    page = client.become(street.dora).get(f"/suggestions/supply?ward={street.ward.id}").text
    asked, offered = page.split('id="offered"')[0], page.split('id="offered"')[1]
    assert "Swimming" in asked
    assert "Chess" in offered
    assert "Chidi" not in page
    assert "Bilal" not in page
    other = client.become(street.gita).get(f"/suggestions/supply?ward={street.other_ward.id}").text
    assert "Swimming" not in other.split('id="asked"')[1]


def test_what_was_offered_long_and_never_asked_for(client: FlaskClient, street: Street) -> None:
    street.material.made_at = NOON - timedelta(days=40)
    db.session.merge(street.material)
    db.session.commit()
    page = client.become(street.dora).get("/suggestions/supply").text
    assert street.material.name in page
    assert street.space.name not in page  # offered today


def test_a_stuck_project_leads_to_its_best_set(client: FlaskClient, street: Street) -> None:
    assert "No project is stuck" in client.become(street.dora).get("/suggestions/stuck").text
    need = db.session.get_one(Need, street.need.id)
    need.made_at = NOON - timedelta(days=22)
    need.project.stage = "gathering"
    db.session.commit()
    with count_statements() as counts:
        page = client.get("/suggestions/stuck").text
    assert street.project.name in page
    assert f'href="/projects/{street.project.id}/set"' in page
    assert counts.number <= 14, counts.texts


def test_who_finds_nothing_and_why(client: FlaskClient, street: Street) -> None:
    add(Unmatched(person_id=street.chidi.id, because=Nothing.RARE_WORDS, since=MONDAY, checked_on=MONDAY))
    add(Unmatched(person_id=street.bilal.id, because=Nothing.SAID_NOTHING, since=MONDAY, checked_on=MONDAY))
    db.session.commit()
    page = client.become(street.dora).get("/suggestions/nobody").text
    assert "Chidi Okafor" in page
    assert "Nobody else has used their words" in page
    only = client.get("/suggestions/nobody?because=said_nothing").text
    assert "Chidi" not in only
    assert "Bilal Sheikh" in only
    away = client.get(f"/suggestions/nobody?ward={street.other_ward.id}").text  # it is her hub's too
    assert "Chidi" not in away
