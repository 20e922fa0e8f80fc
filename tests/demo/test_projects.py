"""Projects and their sessions, at many dates: on paper, without a database."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta

import pytest

from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import Lack
from participate.demo.making.projects import time_of
from participate.demo.rules import first_day, is_school_day
from participate.projects.words import NeedKind, NeedStatus, Stage, TeamPart
from tests.demo.paper import Rows, neighbourhood
from tests.street import NOON

WEEKDAYS = [datetime(2026, 7, 6, 11, tzinfo=UTC) + timedelta(days=ahead) for ahead in range(7)]
CORNERS = [
    datetime(2026, 3, 28, 23, 30, tzinfo=UTC),  # the evening before the clocks go forward
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 24, 23, 30, tzinfo=UTC),  # Sunday already in London, the clocks go back
    datetime(2026, 10, 25, 12, tzinfo=UTC),
    datetime(2026, 12, 28, 12, tzinfo=UTC),
    datetime(2028, 2, 29, 6, tzinfo=UTC),
    datetime(2026, 8, 12, 12, tzinfo=UTC),  # summer holidays
]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return neighbourhood(NOON)


@pytest.mark.parametrize("at", WEEKDAYS + CORNERS, ids=lambda at: f"{at:%a-%d-%b-%Hh}")
@pytest.mark.parametrize("seed", [1, 7])
def test_sessions_in_each_week_and_on_every_day(at: datetime, seed: int) -> None:
    sessions = neighbourhood(at, seed=seed)["session"]
    today = clock.local(at).date()
    days = Counter(clock.local(session["starts_at"]).date() for session in sessions)
    monday = first_day(today)
    assert all(monday <= day < monday + timedelta(days=21) for day in days)
    assert all(days[monday + timedelta(days=ahead)] >= 3 for ahead in range(21))
    assert days[today] >= 3


@pytest.mark.parametrize("at", CORNERS, ids=lambda at: f"{at:%a-%d-%b-%Hh}")
def test_sessions_begin_at_their_hour_whatever_the_clocks_do(at: datetime) -> None:
    rows = neighbourhood(at)
    starts = {variant.name.split(",")[0]: variant.when for variant in reading.variants()}
    names = {project["id"]: project["name"].split(",")[0] for project in rows["project"]}
    seen = 0
    for session in rows["session"]:
        when = starts.get(names[session["project_id"]])
        if when:
            seen += 1
            local = clock.local(session["starts_at"])
            assert local.time() == when.start
            assert local.weekday() in when.days
            assert session["ends_at"] - session["starts_at"] == timedelta(minutes=when.minutes)
    assert seen > 100


def test_homework_is_for_school_days() -> None:
    term, summer = neighbourhood(NOON), neighbourhood(CORNERS[-1])
    for rows, some in ((term, True), (summer, False)):
        days = [clock.local(s["starts_at"]).date() for s in rows["session"] if s["name"].startswith("Homework Club")]
        assert bool(days) is some
        assert all(is_school_day(day) for day in days)


def test_counts(rows: Rows) -> None:
    assert len(rows["project"]) == 120
    assert len(rows["hub"]) == 6
    assert len(rows["organisation"]) == 12
    assert len(rows["space"]) == 80
    assert len(rows["material"]) == 300
    assert len(rows["idea"]) == 40
    assert len(rows["person"]) == 600 + 14


@pytest.mark.parametrize("wanted", [1, 5, 119, 124, 2_000])
def test_as_many_projects_as_asked_none_with_the_name_of_another(wanted: int) -> None:
    names = [project["name"] for project in neighbourhood(NOON, residents=60, projects=wanted)["project"]]
    assert len(set(names)) == len(names) == wanted


def test_every_ward_has_projects_and_a_space(rows: Rows) -> None:
    assert {project["ward_id"] for project in rows["project"]} == set(range(1, 20))
    assert {space["ward_id"] for space in rows["space"]} == set(range(1, 20))


def test_every_stage_and_every_recipe_is_there(rows: Rows) -> None:
    stages = Counter(project["stage"] for project in rows["project"])
    assert set(stages) == set(Stage)
    assert min(stages.values()) >= 3
    assert {project["recipe_id"] for project in rows["project"]} == set(range(1, 60))


def test_only_what_meets_has_sessions(rows: Rows) -> None:
    stage = {project["id"]: project["stage"] for project in rows["project"]}
    ahead = [session for session in rows["session"] if session["starts_at"] > NOON]
    assert {stage[session["project_id"]] for session in ahead} == {Stage.RUNNING, Stage.TRYING_OUT}
    assert {stage[s["project_id"]] for s in rows["session"]} <= {Stage.RUNNING, Stage.TRYING_OUT, Stage.RESTING}


def test_every_project_has_one_owner_and_its_host_leads_the_first(rows: Rows) -> None:
    owners = Counter(m["project_id"] for m in rows["team_member"] if m["part"] is TeamPart.OWNER)
    assert owners == Counter(project["id"] for project in rows["project"])
    host = next(person["id"] for person in rows["person"] if person["email"] == "host@example.org")
    mine = [m["project_id"] for m in rows["team_member"] if m["person_id"] == host and m["part"] is TeamPart.OWNER]
    names = {project["id"]: project["name"] for project in rows["project"]}
    assert "Mend Club, Parsloes Avenue" in [names[project] for project in mine]


def test_needs_are_open_or_met_with_thanks(rows: Rows) -> None:
    by_kind = Counter(need["kind"] for need in rows["need"])
    assert min(by_kind[kind] for kind in ("person", "space", "material")) >= 10
    for need in rows["need"]:
        met = need["status"] is NeedStatus.MET
        assert met == (need["met_at"] is not None) == bool(need["thanks"])


@pytest.mark.parametrize(
    ("said", "minutes", "when"),
    [
        ("One hour, once", 60, "Once"),
        ("One hour a week, six weeks", 60, "Each week, six weeks"),
        ("Two and a half hours, Fridays", 150, "Fridays"),
        ("Two hours", 120, ""),
        ("To keep or lend", None, "To keep or lend"),
        ("One phone call", None, "One phone call"),
    ],
)
def test_a_need_says_its_minutes_once(said: str, minutes: int | None, when: str) -> None:
    assert time_of(Lack(NeedKind.PERSON, "Somebody", said)) == (minutes, when)


def test_no_room_holds_two_projects_at_once(rows: Rows) -> None:
    taken = defaultdict(list)
    for session in rows["session"]:
        if session["space_id"]:
            taken[session["space_id"]].append((session["starts_at"], session["ends_at"], session["project_id"]))
    for meetings in taken.values():
        meetings.sort()
        for one, other in zip(meetings, meetings[1:], strict=False):
            assert one[1] <= other[0] or one[2] == other[2]


def test_sessions_say_where_they_are_and_never_at_home(rows: Rows) -> None:
    private = {space["id"] for space in rows["space"] if space["private"]}
    for session in rows["session"]:
        assert session["space_id"] or session["hub_id"] or session["place_note"]
        assert session["space_id"] not in private


def test_something_waits_for_an_answer(rows: Rows) -> None:
    assert rows["team_request"]
    assert any(idea["answer_by"] and idea["answer_by"] < NOON for idea in rows["idea"])
    assert any(project["idea_id"] for project in rows["project"])


def test_nothing_was_made_in_the_future(rows: Rows) -> None:
    for table, kept in rows.items():
        for row in kept:
            for column in ("made_at", "joined_at", "at", "since", "asked_at", "met_at"):
                given = row.get(column)
                last = NOON if isinstance(given, datetime) else NOON.date()
                assert given is None or given <= last, (table, column)
