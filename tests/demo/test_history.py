"""The years before the three weeks around today."""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta

import pytest

from participate.core import clock
from participate.demo import rules
from tests.demo.paper import Rows, neighbourhood

AT = datetime(2026, 11, 12, 11, tzinfo=UTC)
RESIDENTS, YEARS = 1500, 2


@pytest.fixture(scope="module")
def rows() -> Rows:
    return neighbourhood(AT, RESIDENTS, years=YEARS)


@pytest.fixture(scope="module")
def days(rows: Rows) -> dict[int, list[datetime]]:
    """Person → when she came, in order."""
    found: dict[int, list[datetime]] = defaultdict(list)
    for row in rows["attendance"]:
        if row["person_id"]:
            found[row["person_id"]].append(row["came_at"])
    return {person: sorted(each) for person, each in found.items()}


@pytest.mark.parametrize(
    ("years", "first", "count"), [(0, None, 0), (1, date(2025, 11, 17), 50), (2, date(2024, 11, 18), 102)]
)
def test_weeks_end_where_the_three_weeks_begin(years: int, first: date | None, count: int) -> None:
    weeks = rules.weeks_before(clock.local(AT).date(), years)
    assert len(weeks) == count
    assert not weeks or weeks[0] == first
    assert not weeks or weeks[-1] + rules.WEEK == rules.first_day(clock.local(AT).date()) == date(2026, 11, 2)


def test_years_have_bounds() -> None:
    rules.check_years(0)
    rules.check_years(rules.MOST_YEARS)
    for wrong in (-1, rules.MOST_YEARS + 1):
        with pytest.raises(rules.BadYears):
            rules.check_years(wrong)


def test_many_come_once_and_a_fifth_again_and_again(days: dict[int, list[datetime]]) -> None:
    once = sum(len(each) == 1 for each in days.values()) / len(days)
    quarter = timedelta(days=90)
    regular = sum(any(d[i + 3] - d[i] <= quarter for i in range(len(d) - 3)) for d in days.values()) / len(days)
    assert 0.3 < once < 0.55
    assert 0.15 < regular < 0.32
    assert len(days) > RESIDENTS / 2


def test_it_grows_and_rests_in_august(rows: Rows) -> None:
    months = Counter((row["came_at"].year, row["came_at"].month) for row in rows["attendance"])
    for year in (2025, 2026):
        assert months[year, 8] < 0.9 * months[year, 6]
    assert months[2026, 6] > 1.3 * months[2025, 6]


def test_a_first_time_is_the_first(rows: Rows) -> None:
    seen = set[int]()
    for row in sorted(rows["attendance"], key=lambda each: (each["came_at"], each["id"])):
        if row["person_id"]:
            assert row["first_time"] == (row["person_id"] not in seen), row
            seen.add(row["person_id"])


def test_only_counted_sessions_have_attendances(rows: Rows) -> None:
    past = [row for row in rows["session"] if row["ends_at"] < AT and row["status"] == "planned"]
    counted = {row["id"]: row for row in past if row["counted_at"]}
    assert {row["session_id"] for row in rows["attendance"]} == set(counted)
    waits = [row["counted_at"] - row["ends_at"] for row in counted.values()]
    assert min(waits) == timedelta(minutes=10)
    assert max(waits) > timedelta(days=10), "some were written down late"
    assert all(row["counted_at"] < AT for row in counted.values())
    assert 0.88 < len(counted) / len(past) < 0.99, "some never were"


def test_rooms_hold_who_came_and_who_signed_up(rows: Rows) -> None:
    limits = {row["id"]: row["capacity"] for row in rows["session"]}
    heads = Counter(row["session_id"] for row in rows["attendance"])
    assert all(count <= limits[number] for number, count in heads.items())
    held = Counter[int]()
    for row in rows["sign_up"]:
        held[row["session_id"]] += row["heads"] * (row["status"] == "going")
    for row in rows["session"]:
        assert row["taken"] == held[row["id"]] <= row["capacity"]


def test_sign_ups_are_of_those_who_came_and_of_some_who_did_not(rows: Rows) -> None:
    sign_ups = {row["id"]: row for row in rows["sign_up"]}
    used = Counter[int]()
    for row in rows["attendance"]:
        if row["sign_up_id"]:
            used[row["sign_up_id"]] += 1
            assert sign_ups[row["sign_up_id"]]["session_id"] == row["session_id"]
            assert row["person_id"] in (None, sign_ups[row["sign_up_id"]]["person_id"])
            assert row["came_by"] == "sign_up"
    assert all(sign_ups[number]["heads"] == count for number, count in used.items())
    adults = [row for row in rows["attendance"] if row["band"] == "adult"]
    assert 0.15 < sum(bool(row["sign_up_id"]) for row in adults) / len(adults) < 0.35
    statuses = Counter(row["status"] for row in rows["sign_up"] if row["id"] not in used)
    assert all(statuses[each] for each in ("going", "waiting", "cancelled", "lapsed"))


def test_projects_meet_between_their_beginning_and_their_end(rows: Rows) -> None:
    projects = {row["id"]: row for row in rows["project"]}
    assert min(row["made_at"] for row in projects.values()) < AT - timedelta(days=600)
    over = {
        row["thing_id"]: row["at"]
        for row in rows["audit_row"]
        if row["kind"] == "project" and row["verb"] in ("moved to ended", "moved to handed_over")
    }
    assert set(over) == {row["id"] for row in projects.values() if row["stage"] in ("ended", "handed_over")}
    for session in rows["session"]:
        assert session["starts_at"] > projects[session["project_id"]]["made_at"]
        assert session["starts_at"].date() <= over.get(session["project_id"], session["starts_at"]).date()


def test_ideas_come_before_their_projects(rows: Rows) -> None:
    ideas = {row["id"]: row for row in rows["idea"]}
    grown = [row for row in rows["project"] if row["idea_id"]]
    assert grown
    for project in grown:
        assert ideas[project["idea_id"]]["made_at"] < project["made_at"]
        assert ideas[project["idea_id"]]["answered_at"]


def test_some_tell_how_it_feels_and_who_they_are(rows: Rows, days: dict[int, list[datetime]]) -> None:
    known = sum(map(len, days.values()))
    assert 0.05 < len(rows["pulse"]) / known < 0.1
    assert all(row["week"].weekday() == 0 for row in rows["pulse"])
    asked = {row["person_id"] for row in rows["equality_ask"]}
    assert asked <= {person for person, each in days.items() if len(each) >= 3}
    assert 0.15 < len(rows["equality_answer"]) / len(asked) < 0.45


def test_no_space_is_booked_twice_nor_before_it_was_offered(rows: Rows) -> None:
    made = {row["id"]: row["made_at"] for row in rows["space"]}
    held: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for row in rows["booking"]:
        if row["status"] == "agreed":
            held[row["space_id"]].append((row["held_from"], row["held_until"]))
            assert row["starts_at"] > made[row["space_id"]] - timedelta(days=1)
    for spans in held.values():
        spans.sort()
        assert all(first[1] <= second[0] for first, second in zip(spans, spans[1:], strict=False))


def test_the_hour_of_the_day_decides_nothing_of_the_past() -> None:
    monday = clock.moment_of(date(2026, 11, 2), datetime.min.time())
    early, late = (neighbourhood(AT.replace(hour=hour), 300, years=1) for hour in (7, 22))
    for table in ("session", "attendance", "sign_up"):
        of_past = [{row["id"] for row in each["session"] if row["starts_at"] < monday} for each in (early, late)]
        key = "id" if table == "session" else "session_id"
        before, after = (
            [row for row in each[table] if row[key] in past] for each, past in zip((early, late), of_past, strict=True)
        )
        assert before == after, table
    assert len(early["project"]) == len(late["project"])


def test_this_week_is_as_full_as_without_a_history(rows: Rows) -> None:
    without = neighbourhood(AT, RESIDENTS)
    monday = clock.moment_of(date(2026, 11, 9), datetime.min.time())
    now, then = (sum(row["starts_at"] >= monday for row in each["session"]) for each in (rows, without))
    assert abs(now - then) < 0.15 * then
    people = [
        [row["name"] for row in each["person"] if ".along" not in (row["email"] or "")] for each in (rows, without)
    ]
    assert people[0] == people[1]  # beside those who only came along
