"""Bookings of the demo, on paper: nobody stands before a taken door, and everything is there that a page can show."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from participate.core import clock
from participate.demo.making.diary import Diary
from participate.demo.rules import HOLIDAYS, terms_around
from participate.spaces.rules.opening import Opening, Special, Stretch, is_open
from participate.spaces.words import BookingMode, BookingStatus, SpaceKind
from tests.demo.paper import Rows, neighbourhood
from tests.street import NOON

# Noon in July; Christmas Eve late; the nights on which the clocks change.
MOMENTS = (
    NOON, datetime(2026, 12, 24, 23, 30, tzinfo=UTC), datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
)  # fmt: skip
AGREED, ASKED = BookingStatus.AGREED, BookingStatus.ASKED


@pytest.fixture(scope="module", params=MOMENTS, ids=lambda moment: f"{moment:%d.%m.%y %H:%M}")
def moment(request: pytest.FixtureRequest) -> datetime:
    return request.param


@pytest.fixture(scope="module")
def rows(moment: datetime) -> Rows:
    return neighbourhood(moment)


def by_id(rows: Rows, table: str) -> dict[int, dict[str, Any]]:
    return {row["id"]: row for row in rows[table]}


def opening_of(rows: Rows) -> dict[int, Opening]:
    """When each space is open, by its rows."""
    week, special = defaultdict(list), defaultdict(list)
    for row in rows["opening_hour"]:
        week[row["space_id"]].append(Stretch(row["weekday"], row["opens"], row["closes"]))
    for row in rows["special_days"]:
        special[row["space_id"]].append(
            Special(row["kind"], row["first_day"], row["last_day"], row["opens"], row["closes"], row["note"])
        )
    return {row["id"]: Opening(tuple(week[row["id"]]), tuple(special[row["id"]])) for row in rows["space"]}


def test_a_session_in_a_space_has_its_booking(rows: Rows) -> None:
    bookings = by_id(rows, "booking")
    inside = [session for session in rows["session"] if session["space_id"]]
    assert len(inside) >= 20
    for session in rows["session"]:
        assert (session["space_id"] is None) == (session["booking_id"] is None)
    for session in inside:
        booking = bookings[session["booking_id"]]
        for column in ("space_id", "starts_at", "ends_at"):
            assert booking[column] == session[column]
        assert booking["subject"] == f"session:{session['id']}"
        assert booking["status"] is (AGREED if session["status"] == "planned" else BookingStatus.CANCELLED)


def test_never_two_at_once(rows: Rows) -> None:
    held = defaultdict(list)
    for booking in rows["booking"]:
        if booking["status"] in (AGREED, ASKED):
            held[booking["space_id"]].append((booking["held_from"], booking["held_until"]))
    for spans in held.values():
        spans.sort()
        assert all(until <= since for (_start, until), (since, _end) in zip(spans, spans[1:], strict=False))


def test_each_is_as_its_space_wants_it(rows: Rows) -> None:
    spaces, opening = by_id(rows, "space"), opening_of(rows)
    sessions = {session["booking_id"] for session in rows["session"]}
    for booking in rows["booking"]:
        space = spaces[booking["space_id"]]
        long = booking["ends_at"] - booking["starts_at"]
        assert is_open(opening[space["id"]], booking["starts_at"], booking["ends_at"]), space["name"]
        assert booking["starts_at"] - booking["held_from"] == timedelta(minutes=space["before"])
        assert booking["held_until"] - booking["ends_at"] == timedelta(minutes=space["after"])
        assert space["least_minutes"] <= long / timedelta(minutes=1) <= space["most_minutes"]
        assert 1 <= booking["heads"] <= space["capacity"]
        assert space["kind"] is not SpaceKind.SITE
        if space["mode"] is not BookingMode.ASK and booking["id"] not in sessions:
            assert booking["status"] in (AGREED, BookingStatus.CANCELLED)


def test_moments_follow_each_other(rows: Rows, moment: datetime) -> None:
    for booking in rows["booking"]:
        assert booking["made_at"] <= booking["changed_at"] <= moment
        assert booking["made_at"] <= booking["starts_at"]
        assert (booking["status"] is ASKED) <= (booking["starts_at"] > moment)
        assert (booking["answered_at"] is None) == (booking["status"] in (ASKED, BookingStatus.LAPSED))


def test_homes_have_their_address_apart(rows: Rows) -> None:
    private = {space["id"] for space in rows["space"] if space["private"]}
    assert private
    assert {row["space_id"] for row in rows["home_address"]} == private
    for space in rows["space"]:
        assert bool(space["address"]) != space["private"]


def test_the_site_has_parts_that_are_booked_in_its_stead(rows: Rows) -> None:
    sites = [space for space in rows["space"] if space["kind"] is SpaceKind.SITE]
    assert len(sites) == 1
    parts = [space for space in rows["space"] if space["site_id"] == sites[0]["id"]]
    assert len(parts) == 3
    assert all(part["ward_id"] == sites[0]["ward_id"] for part in parts)


def test_what_the_cast_sees(rows: Rows, moment: datetime) -> None:
    people = {person["email"]: person["id"] for person in rows["person"] if person["email"]}
    garden = next(space for space in rows["space"] if space["keeper_id"] == people["keeper@example.org"])
    assert garden["kind"] is SpaceKind.GARDEN
    mine = [booking for booking in rows["booking"] if booking["person_id"] == people["resident@example.org"]]
    ahead = [booking for booking in mine if booking["starts_at"] > moment]
    assert any(booking["space_id"] == garden["id"] and booking["status"] is AGREED for booking in mine)
    assert ahead
    waits = [each for each in rows["booking"] if each["space_id"] == garden["id"] and each["status"] is ASKED]
    assert len(waits) >= 2


def test_somebody_asks_for_ten_weeks(rows: Rows) -> None:
    asked = Counter(row["series_id"] for row in rows["booking"] if row["status"] is ASKED and row["series_id"])
    (number,) = asked.values()
    assert number in (8, 9, 10), "two of the weeks may be Christmas"


def test_every_status_is_there() -> None:
    found = Counter(row["status"] for row in neighbourhood(NOON, residents=5_000)["booking"])
    assert set(found) == set(BookingStatus)


def test_hours_are_written_for_every_kind(rows: Rows) -> None:
    open_ones = {row["space_id"] for row in rows["opening_hour"]}
    assert {space["id"] for space in rows["space"] if space["kind"] is not SpaceKind.SITE} == open_ones
    assert {space["mode"] for space in rows["space"]} == set(BookingMode)


def test_terms_lie_between_the_holidays() -> None:
    terms = terms_around(NOON.date())
    for first, last in terms:
        assert first <= last
        for day in (first, last):
            assert not any(start <= (day.month, day.day) <= end for start, end in HOLIDAYS)
    assert len(terms) >= 2


class Cupboard:
    id, opening, before, after = (
        1,
        Opening((Stretch(3, clock.local(NOON).time().replace(hour=9), NOON.time().replace(hour=17)),)),
        15,
        30,
    )


def test_the_diary_keeps_the_minutes_around() -> None:
    diary, room = Diary(), Cupboard()
    start = clock.moment_of(NOON.date(), NOON.time().replace(hour=10))
    hour = timedelta(hours=1)
    assert diary.take(room, [(start, start + hour)])
    assert not diary.free(room, [(start + hour, start + 2 * hour)]), "45 minutes are held"
    assert diary.free(room, [(start + timedelta(minutes=105), start + 2 * hour)])
    assert not diary.free(room, [(start + 8 * hour, start + 9 * hour)]), "closed"
