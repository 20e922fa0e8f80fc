"""The showcase of a season."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.profiles.words import Theme
from participate.projects.models import Project
from participate.projects.words import Stage
from participate.sessions.models import Session
from participate.sessions.words import SessionStatus
from participate.stories import queries, rules
from tests.page import PageClient
from tests.projects.build import build_elsewhere, build_project
from tests.statements import count_statements
from tests.stories.making import DAY, past_session, story
from tests.street import CAST, Street

SUMMER = "2026-summer"  # the tests' clock stands on 2 July 2026


def met(street: Street, project: Project, days: float = 3, **more: object) -> Session:
    return past_session(street, days, project_id=project.id, **more)


def names(season: str = SUMMER) -> list[str]:
    found = rules.season_from(season)
    assert found is not None
    return [one.name for one in queries.list_showcase(found, 1).items]


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    bread = build_project(street, asks_next="A bigger oven", backed_by="Two bakers")
    met(street, bread)
    page = client.become(street.person(name)).get("/showcase").text
    for words in ("Showcase: Summer 2026", ">Bread Club</bdi></a>", "A bigger oven", "Two bakers", "1 time"):
        assert words in page


@pytest.mark.parametrize(
    ("stage", "more", "stands"),
    [
        (Stage.GATHERING, {}, False), (Stage.TRYING_OUT, {}, False), (Stage.RUNNING, {}, True),
        (Stage.RESTING, {}, False), (Stage.ENDED, {}, True), (Stage.HANDED_OVER, {}, True),
        (Stage.TRYING_OUT, {"selling": True}, False),
        (Stage.TRYING_OUT, {"selling": True, "test_result": "Thirty loaves sold"}, True),
        (Stage.TRYING_OUT, {"test_result": "Thirty loaves sold"}, False),
        (Stage.RUNNING, {"hidden_at": clock.moment_of(clock.today(), clock.now().time())}, False),
    ],
)  # fmt: skip
def test_what_was_tested(street: Street, stage: Stage, more: dict[str, object], stands: bool) -> None:
    met(street, build_project(street, stage=stage, **more))
    assert (names() == ["Bread Club"]) is stands


@pytest.mark.parametrize(
    ("days", "more", "stands"),
    [
        (3, {}, True), (-3, {}, False), (31, {}, True), (32.5, {}, False),
        (3, {"status": SessionStatus.CANCELLED, "cancelled_at": clock.now()}, False),
        (3, {"hidden_at": clock.now()}, False),
    ],
)  # fmt: skip
def test_it_met_in_the_season(street: Street, days: float, more: dict[str, object], stands: bool) -> None:
    met(street, build_project(street), days, **more)
    assert (names() == ["Bread Club"]) is stands


def test_or_was_told_of(street: Street, client: PageClient) -> None:
    bread = build_project(street, stage=Stage.ENDED)
    story(street, project_id=bread.id, title="First loaf", made_at=clock.now() - 40 * DAY)
    assert names() == []
    assert names("2026-spring") == ["Bread Club"]
    story(street, project_id=bread.id, title="Last loaf")
    assert names() == ["Bread Club"]
    assert ">Last loaf</bdi></a>" in client.get("/showcase").text
    assert ">First loaf</bdi></a>" in client.get("/showcase?season=2026-spring").text


def test_what_was_tested_for_sale_stands_with_its_result(street: Street, client: PageClient) -> None:
    project = build_project(
        street, selling=True, product="Sourdough", test_days="Four Saturdays", test_result="Thirty loaves sold",
        organisation_id=street.organisation.id,
    )  # fmt: skip
    met(street, project)
    page = client.get("/showcase").text
    assert "Sourdough. Four Saturdays. Thirty loaves sold" in page
    assert "Elm Tree School" in page
    street.organisation.hidden_at = clock.now()
    assert "Elm Tree School" not in client.get("/showcase").text


def test_elsewhere_never_stands(street: Street) -> None:
    met(street, build_elsewhere())
    assert names() == []


def test_by_theme_and_name_and_nobody_first(street: Street) -> None:
    for name, theme in (("Zips", Theme.MAKE), ("Bread", Theme.MAKE), ("Apples", Theme.GROW)):
        met(street, build_project(street, name=name, theme=theme))
    assert names() == ["Apples", "Bread", "Zips"]


@pytest.mark.parametrize("asked", ["", "2026-monsoon", "x", "%00", "2027-summer", "2099-winter", "9" * 400])
def test_what_is_no_season_is_this_one(street: Street, client: PageClient, asked: str) -> None:
    page = client.get(f"/showcase?season={asked}")
    assert page.status_code == 200
    assert "Showcase: Summer 2026" in page.text
    assert 'rel="next"' not in page.text


def test_one_leads_to_the_other(street: Street, client: PageClient) -> None:
    assert "season=2026-spring" in client.get("/showcase").text
    page = client.get("/showcase?season=2025-winter").text
    assert "Winter 2025/26" in page
    assert "season=2026-spring" in page
    assert "season=2025-autumn" in page
    with clock.stop_at(clock.now() + timedelta(days=365)):
        assert "Showcase: Summer 2027" in client.get("/showcase").text


def test_it_comes_in_pages_and_asks_little(street: Street, client: PageClient) -> None:
    for number in range(26):
        project = build_project(street, name=f"Club {number:02}")
        met(street, project)
        story(street, project_id=project.id)
    with count_statements() as counted:
        first = client.get("/showcase").text
    assert counted.number <= 8, counted.texts
    second = client.get("/showcase?page=2").text
    assert all((f">Club {n:02}<" in first) != (f">Club {n:02}<" in second) for n in range(26))
