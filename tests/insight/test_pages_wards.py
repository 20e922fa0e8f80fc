"""The map, a ward, a measure, the questions, comparing, the report: the same numbers everywhere."""

import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete, select, update

from participate.core import clock
from participate.core.db import db
from participate.insight.measures import BY_KEY, MEASURES, TWELVE
from participate.insight.measures.definition import Wording
from participate.insight.models import Commitment, StoryBeside
from participate.insight.views import report
from participate.insight.words import Answer, Shown
from participate.places.models import Ward, WardFigure
from participate.stories.models import Story
from tests.insight.test_pages_overview import borough, lay
from tests.look_at import Looked
from tests.street import NOON, Street

__all__ = ["borough"]
PARSLOES = "ward:E05014067"
SPACE = "{http://www.w3.org/2000/svg}"


def row(page: str, name: str, table: int = 0) -> list[str]:
    """The cells of a line of the page's tables that begins with `name`."""
    rows = [[cell.words for cell in line.children] for line in Looked(page).elements("tr")]
    return [cells for cells in rows if cells and cells[0] == name][table]


def draw_boundaries(but: str = "") -> None:
    """Every ward has a boundary, but one."""
    for ward in db.session.scalars(select(Ward).where(Ward.slug != but)):
        ring = [[ward.lon + x, ward.lat + y] for x, y in ((0, 0), (0.01, 0), (0.01, 0.01), (0, 0.01), (0, 0))]
        ward.boundary = {"type": "Polygon", "coordinates": [ring]}
    db.session.commit()


def test_the_table_has_what_the_map_shows(client: FlaskClient, borough: Street) -> None:
    lay("people", "2025", Shown.SHOWN, 85, PARSLOES)
    page = client.become(borough.efua).get("/figures/map").text
    assert row(page, "Parsloes") == ["Parsloes", "5.6", "85"]
    assert row(page, "Abbey") == ["Abbey", "few", "fewer than 5"]
    assert row(page, "Beam") == ["Beam", "–", "not shown"]
    drawn = [each.words for each in Looked(page).elements("text")]
    assert drawn[drawn.index("Parsloes") - 1] == "5.6"
    assert drawn[drawn.index("Abbey") - 1] == "few"
    assert len(Looked(page).elements("rect")) == 19 + 5
    assert "Census 2021" in page


def test_the_map_is_of_boundaries_where_all_are_there(client: FlaskClient, borough: Street) -> None:
    efua = client.become(borough.efua)
    draw_boundaries(but="abbey")
    assert Looked(efua.get("/figures/map").text).elements("path") == []
    draw_boundaries()
    paths = Looked(efua.get("/figures/map").text).elements("path")
    assert len(paths) == 19
    classes = {path.attrs["class"] for path in paths}
    assert {"w hid", "w away"} <= classes
    assert len(classes & {f"w q{step}" for step in range(1, 6)}) >= 2


def test_the_map_is_small_on_the_wire(client: FlaskClient, borough: Street) -> None:
    """Even with boundaries of 2,000 corners each."""
    for ward in db.session.scalars(select(Ward)):
        corners = [[ward.lon + n / 1e5, ward.lat + (n % 3) / 1e6] for n in range(2000)]
        ring = [*corners, [ward.lon, ward.lat + 0.01], corners[0]]
        ward.boundary = {"type": "Polygon", "coordinates": [ring]}
    db.session.commit()
    assert len(client.become(borough.efua).get("/figures/map").data) < 60_000


@pytest.mark.parametrize(
    "query", ["show=nobody", "period=2019", "period=2026-01", "show=people", "show=", "period=2026-Q2"]
)
def test_what_is_not_on_the_list_is_no_page(client: FlaskClient, borough: Street, query: str) -> None:
    efua = client.become(borough.efua)
    assert efua.get(f"/figures/map?{query}").status_code == 404
    assert efua.get(f"/figures/map.svg?{query}").status_code == 404


def test_the_three_factors(client: FlaskClient, borough: Street) -> None:
    lay("civic_assets", "2025-Q4", Shown.SHOWN, 30, PARSLOES)
    efua = client.become(borough.efua)
    assert row(efua.get("/figures/map?show=assets&period=2025-Q4").text, "Parsloes") == ["Parsloes", "2.0", "30"]
    for show in ("engagement", "connectedness"):
        assert efua.get(f"/figures/map?show={show}&period=2026-Q1").status_code == 200


def test_a_ward_beside_its_locality_and_the_borough(client: FlaskClient, borough: Street) -> None:
    lay("people", "2025", Shown.SHOWN, 85, PARSLOES)
    lay("people", "2024", Shown.SHOWN, 40, PARSLOES)
    lay("people", "2025", Shown.SHOWN, 330, "locality:dagenham")
    lay("people", "2025", Shown.SHOWN, 1220)
    page = client.become(borough.efua).get("/figures/ward/parsloes").text
    # 56,610 people live in the wards of Dagenham, 218,880 in the borough
    assert row(page, "People taking part") == ["People taking part", "5.6 85 in all", "5.9", "5.6"]
    assert row(page, "People taking part", 1) == ["People taking part", "85", "40"]
    assert "45 more than before" in page
    assert "What they did, 2025" in page


def test_a_ward_that_is_small_says_so_everywhere(client: FlaskClient, borough: Street) -> None:
    efua = client.become(borough.efua)
    assert row(efua.get("/figures/ward/abbey").text, "People taking part")[:2] == [
        "People taking part", "fewer than 5",
    ]  # fmt: skip
    assert row(efua.get("/figures/ward/beam").text, "People taking part")[1] == "not shown"
    for path in ("/figures/ward/nowhere", "/figures/ward/parsloes?period=2019", "/figures/ward/Parsloes"):
        assert efua.get(path).status_code == 404, path


def test_every_measure_has_its_page(client: FlaskClient, borough: Street) -> None:
    efua = client.become(borough.efua)
    for measure in MEASURES:
        page = efua.get(f"/figures/measure/{measure.key}")
        assert page.status_code == 200, measure.key
        assert "Wording 1, since 1 January 2026" in page.text
    assert efua.get("/figures/measure/nothing").status_code == 404
    assert efua.get("/figures/measure/how_often?by=month").status_code == 404


def test_a_measure_over_time_by_ward_and_told_apart(client: FlaskClient, borough: Street) -> None:
    lay("people", "2026-Q1", Shown.SHOWN, 65, PARSLOES)
    lay("people", "2025-Q2", Shown.HIDDEN, None)
    page = client.become(borough.efua).get("/figures/measure/people").text
    assert row(page, "April to June 2025") == ["April to June 2025", "not shown"]
    assert row(page, "Parsloes") == ["Parsloes", "65", "4.3"]
    assert row(page, "Abbey") == ["Abbey", "fewer than 5", "fewer than 5"]
    assert row(page, "Cook")[0] == "Cook"
    assert len(Looked(page).elements("polyline")) == 2, "the line has a gap"
    steps = client.get("/figures/measure/met").text
    assert row(steps, "Suggestions made")[0] == "Suggestions made"


@pytest.mark.parametrize(
    "path",
    [
        "/figures/map.svg", "/figures/measure/people/trend.svg?by=month", "/figures/measure/people/by-theme.svg",
        "/figures/measure/met/steps.svg",
    ],
)  # fmt: skip
def test_a_chart_is_a_file(client: FlaskClient, borough: Street, path: str) -> None:
    answer = client.become(borough.efua).get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="participate-')
    root = ElementTree.fromstring(answer.text)  # noqa: S314 - it is our own
    assert [child.tag for child in root][:2] == [f"{SPACE}title", f"{SPACE}desc"]
    inks = {each.attrib.get("fill") for each in root.iter()} | {each.attrib.get("stroke") for each in root.iter()}
    assert "#14453d" in inks
    assert not any("class" in each.attrib or each.tag == f"{SPACE}a" for each in root.iter())
    assert client.get("/figures/measure/people/nothing.svg").status_code == 404


def test_the_questions_are_answered_with_figures(client: FlaskClient, borough: Street) -> None:
    for key, value in (
        ("people", 1000),
        ("new_people", 600),
        ("regulars", 200),
        ("first_timers", 100),
        ("seen_again", 40),
    ):
        lay(key, "2025", Shown.SHOWN, value)
    more = {"period": "2025", "source": "Cabinet", "owner": "Head", "made_at": clock.now()}
    db.session.add(Commitment(measure="people", target=2000, **more))
    wards = db.session.scalars(select(Ward)).all()
    for key in ("age_16_24", "age_25_34", "age_35_49", "age_50_64", "age_65_plus"):
        db.session.add_all([WardFigure(ward_id=ward.id, measure=key, value=100.0, source="x") for ward in wards])
    db.session.commit()
    page = client.become(borough.efua).get("/figures/questions").text
    assert "600 of them were new, about 60 of 100." in page
    assert "200 were regulars at the end of that time, about 20 of 100." in page
    assert "Of 100 first-timers, about 60 did not come a second time within 60 days." in page
    assert "Promises missed: 1 of 1." in page
    assert "We do not know. Nobody has typed in what it cost." in page
    assert row(page, "16 to 24")[3] == "20%", "of all residents of 16 and over, a fifth in each band"
    assert len(row(page, "Asian")) == 3, "no column for a figure of the Census that was not brought in"
    assert "came once only" in page
    assert client.get("/figures/questions?period=2019").status_code == 404


def test_what_is_not_shown_is_not_known(client: FlaskClient, borough: Street) -> None:
    for key in ("people", "new_people", "regulars"):
        lay(key, "2025", Shown.HIDDEN, None)
    page = client.become(borough.efua).get("/figures/questions").text
    assert "Neither figure is shown for this time." in page
    assert "people took part" not in page


def test_two_times_side_by_side(client: FlaskClient, borough: Street) -> None:
    lay("people", "2024", Shown.SHOWN, 700)
    lay("people", "2025", Shown.SHOWN, 660)
    lay("children", "2024", Shown.FEW, None)
    efua = client.become(borough.efua)
    page = efua.get("/figures/compare?first=2024&second=2025").text
    assert row(page, "People taking part") == ["People taking part", "700", "660", "−40"]
    assert row(page, "Children’s attendances")[3] == "–"
    unlike = efua.get("/figures/compare?first=2025&second=2026-Q1")
    assert unlike.status_code == 422
    assert "Choose two times of the same length" in unlike.text
    for query in ("first=2019&second=2025", "ward=nowhere", "ward=parsloes&period=x", "first=&second="):
        assert efua.get(f"/figures/compare?{query}").status_code == 404, query


def test_a_ward_and_the_borough(client: FlaskClient, borough: Street) -> None:
    lay("people", "2025", Shown.SHOWN, 85, PARSLOES)
    lay("people", "2025", Shown.SHOWN, 1220)
    page = client.become(borough.efua).get("/figures/compare?ward=parsloes&period=2025").text
    assert row(page, "People taking part") == ["People taking part", "5.6", "5.6"]
    chosen = [each.attrs["value"] for each in Looked(page).elements("option") if "selected" in each.attrs]
    assert chosen == ["2025-Q1", "2026-Q1", "parsloes", "2025"], "the other question keeps two times, a year apart"


def test_the_report_has_everything_and_only_stories_that_may_be_printed(client: FlaskClient, borough: Street) -> None:
    told = {}
    for answer in Answer:
        story = Story(
            project_id=borough.project.id, person_id=borough.chidi.id, title=f"It was {answer}", words="We mended.",
            made_at=NOON, changed_at=NOON,
        )  # fmt: skip
        db.session.add(story)
        db.session.flush()
        place = {Answer.YES: 1, Answer.ASKED: 2, Answer.NO: None}[answer]
        told[answer] = StoryBeside(
            period="2026-Q1", place=place, story_id=story.id, answer=answer, asked_at=NOON,
            answered_at=None if answer is Answer.ASKED else NOON,
        )  # fmt: skip
    db.session.add_all(told.values())
    db.session.commit()
    efua = client.become(borough.efua)
    page = efua.get("/figures/report").text
    assert "It was yes" in page
    assert "Chidi" in page
    assert "Okafor" not in page
    assert "It was asked" not in page
    assert "It was no" not in page
    for words in ("A quarter of participation", "The twelve figures", "How we count", "Control and P"):
        assert words in page
    assert page.count("A host has ten days after a month") == 1, "what holds for many is said once"
    assert "“Before” is October to December 2025." in page
    assert "What is published never changes." in page
    db.session.execute(update(Story).where(Story.title == "It was yes").values(hidden_at=NOON))
    db.session.commit()
    assert "It was yes" not in efua.get("/figures/report").text


def test_how_we_count_is_for_everybody(client: FlaskClient, street: Street) -> None:
    page = client.get("/figures/how-we-count").text
    for measure in MEASURES:
        assert f'id="{measure.key}"' in page
    assert "Wording 1, since 1 January 2026" in page
    assert "rounded to the nearest 5" in page
    assert 'href="/figures/map"' not in page
    assert 'href="/figures/map"' in client.become(street.efua).get("/figures/how-we-count").text
    assert json.dumps(page).count("None") == 0


def test_a_factor_is_offered_only_for_times_that_it_is_counted_for(client: FlaskClient, borough: Street) -> None:
    """What there is to use is a picture of the end of a quarter: a map of a year would be empty."""
    efua = client.become(borough.efua)
    links = [each.attrs["href"] for each in Looked(efua.get("/figures/map?period=2025").text).elements("a")]
    assert "/figures/map?show=assets" in links
    assert "/figures/map?show=connectedness&period=2025" in links
    page = efua.get("/figures/map?show=assets").text
    assert "January to March 2026" in page
    assert "No ward can be shown" not in page
    assert not [each for each in Looked(page).elements("a") if each.attrs["href"].endswith("show=assets&period=2025")]
    assert efua.get("/figures/map?show=assets&period=2025").status_code == 404


def test_no_rate_rests_on_a_part_of_the_residents(client: FlaskClient, borough: Street) -> None:
    """One ward was not brought in: a sum without it would make every rate of the borough too high."""
    one = select(WardFigure.id).join(Ward).where(Ward.slug == "abbey", WardFigure.measure == "pop_2021")
    db.session.execute(delete(WardFigure).where(WardFigure.id.in_(one)))
    db.session.commit()
    efua = client.become(borough.efua)
    assert "of each 1,000 residents" not in efua.get("/figures").text
    found = row(efua.get("/figures/ward/parsloes").text, "People taking part")
    assert found[1] != "–"
    assert found[-1] == "–"
    assert row(efua.get("/figures/measure/people").text, "The whole borough")[2] == "–"


def test_the_report_prints_the_words_by_which_its_quarter_was_counted(
    client: FlaskClient, borough: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = BY_KEY["people"]
    later = Wording(date(2026, 3, 1), "Everybody who came, in other words.")
    changed = replace(people, wordings=(*people.wordings, later))
    monkeypatch.setattr(report, "TWELVE", (changed, *TWELVE[1:]))
    page = client.become(borough.efua).get("/figures/report?quarter=2026-Q1").text
    assert people.wordings[0].words in page.partition('id="definitions"')[2]
    assert "in other words" not in page.partition('id="definitions"')[2]
