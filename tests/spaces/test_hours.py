"""Saying when a space is open: the usual week, and days that differ."""

from datetime import date, time

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.spaces import lines, queries
from participate.spaces.models import OpeningHour, SpecialDays
from participate.spaces.rules import Opening, Special, Stretch
from participate.spaces.words import DayKind, SpaceKind
from tests.page import PageClient
from tests.spaces.booking import agreed, asked, at
from tests.spaces.build import build_space
from tests.spaces.test_typed_hours import NIGHT
from tests.street import CAST, Street, add

WEEK = {f"day_{weekday}": "9am to 5pm" for weekday in range(5)} | {"day_5": "9am to 1pm, 2pm to 6pm", "day_6": ""}
DAYS = {"what": "days", "kind": "closed", "first": "2026-08-03", "last": "2026-08-07", "hours": "", "note": "Away"}


@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str) -> None:
    space = build_space(street)
    path = f"/spaces/{space.id}/hours"
    answer = client.become(street.person(name)).get(path)
    signed_out, may = name in ("stranger", "femi"), name in ("amina", "dora", "gita")
    assert answer.status_code == (303 if signed_out else 200 if may else 403)
    if not may:
        assert client.post(path, data=WEEK).status_code in (400, 403)
        assert client.post(f"/spaces/{space.id}/days/1/remove").status_code in (400, 403)
        assert not queries.list_hours(space.id)


@pytest.mark.parametrize("name", ["chidi", "bilal"])
def test_with_a_good_token_of_one_s_own_it_is_still_refused(street: Street, client: PageClient, name: str) -> None:
    space = build_space(street)
    client.become(street.person(name))
    for path, data in ((f"/spaces/{space.id}/hours", WEEK), (f"/spaces/{space.id}/days/1/remove", {})):
        assert client.send(path, data, page="/spaces/new").status_code == 403
    assert not queries.list_hours(space.id)


def test_a_week_is_kept_and_comes_back_as_typed(street: Street, client: PageClient) -> None:
    space = build_space(street)
    answer = client.become(street.amina).send(f"/spaces/{space.id}/hours", WEEK)
    assert answer.headers["Location"] == f"/spaces/{space.id}"
    kept = [(each.weekday, each.opens, each.closes) for each in queries.list_hours(space.id)]
    assert kept == [
        *((weekday, time(9), time(17)) for weekday in range(5)), (5, time(9), time(13)), (5, time(14), time(18)),
    ]  # fmt: skip
    assert [row.verb for row in audit.list_of("space", space.id)] == ["hours"]
    page = client.get(f"/spaces/{space.id}/hours").text
    assert page.count('value="9am to 5pm"') == 5
    assert 'value="9am to 1pm, 2pm to 6pm"' in page
    page = client.get(f"/spaces/{space.id}").text
    for words in ("Monday to Friday", "9am to 5pm", "9am to 1pm and 2pm to 6pm", "Sunday", "Open today: 9am to 5pm"):
        assert words in page


def test_an_empty_week_is_open_at_all_hours(street: Street, client: PageClient) -> None:
    space = build_space(street)
    add(OpeningHour(space_id=space.id, weekday=1, opens=time(9), closes=time(17)))
    client.become(street.amina).send(f"/spaces/{space.id}/hours", dict.fromkeys(WEEK, ""))
    assert not queries.list_hours(space.id)
    assert "It keeps no fixed hours." in client.get(f"/spaces/{space.id}").text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mornings", "Write both when it opens and when it closes."),
        ("9am to late", "Write a time like 9am"),
        ("6 to 9", "Is that morning or evening?"),
        ("9am to 1pm, 12pm to 5pm", "Two of these times overlap."),
        (", ".join(f"{hour}:00 to {hour}:30" for hour in range(8, 14)), "at most"),
        ("x" * 10_000, "too many"),
        ("a\x00b", "Some of these signs cannot be shown."),
        ("🍞", "Write both when it opens and when it closes."),
        ("<script>alert(1)</script>", "Write"),
        ("مفتوح", "Write both when it opens and when it closes."),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_day(street: Street, client: PageClient, typed: str, said: str) -> None:
    space = build_space(street)
    answer = client.become(street.amina).send(f"/spaces/{space.id}/hours", WEEK | {"day_2": typed})
    assert answer.status_code == 422
    assert 'id="day_2-error"' in answer.text
    assert 'id="day_1-error"' not in answer.text
    assert said in answer.text
    assert "<title>Error: When is it open?" in answer.text
    assert 'value="9am to 1pm, 2pm to 6pm"' in answer.text
    assert "<script>alert" not in answer.text
    assert not queries.list_hours(space.id)


def test_a_night_that_reaches_into_the_next_day(street: Street, client: PageClient) -> None:
    space = build_space(street)
    path = f"/spaces/{space.id}/hours"
    night = dict.fromkeys(WEEK, "") | {"day_4": "8pm to 2am"}
    assert client.become(street.amina).send(path, night).status_code == 303
    kept = [(each.weekday, each.opens, each.closes) for each in queries.list_hours(space.id)]
    assert kept == [(4, time(20), NIGHT), (5, NIGHT, time(2))]
    answer = client.send(path, night | {"day_5": "1am to 3am"})
    assert answer.status_code == 422
    assert 'id="day_5-error"' in answer.text


def test_days_that_differ_are_kept_and_taken_away(street: Street, client: PageClient) -> None:
    space = build_space(street)
    path = f"/spaces/{space.id}/hours"
    assert client.become(street.amina).send(path, DAYS).headers["Location"] == f"{path}#days"
    client.send(path, DAYS | {"kind": "hours", "first": "1/9/2026", "last": "", "hours": "10am to 1pm", "note": ""})
    client.send(path, DAYS | {"kind": "term", "first": "2026-07-01", "last": "2026-12-18", "note": ""})
    kept = {(each.kind, each.first_day, each.last_day, each.opens) for each in queries.list_special(space.id)}
    assert kept == {
        (DayKind.CLOSED, date(2026, 8, 3), date(2026, 8, 7), None),
        (DayKind.HOURS, date(2026, 9, 1), date(2026, 9, 1), time(10)),
        (DayKind.TERM, date(2026, 7, 1), date(2026, 12, 18), None),
    }
    page = client.get(f"/spaces/{space.id}").text
    for words in (
        "Closed Monday 3 to Friday 7 August (Away)", "Tuesday 1 September: 10am to 1pm",
        "Term: Wednesday 1 July to Friday 18 December",
    ):  # fmt: skip
        assert words in page
    gone = queries.list_special(space.id)[0]
    client.send(f"/spaces/{space.id}/days/{gone.id}/remove", page=path)
    assert len(queries.list_special(space.id)) == 2


def test_days_of_another_space_stay(street: Street, client: PageClient) -> None:
    space, other = build_space(street), build_space(street, keeper_id=street.bilal.id, name="His room")
    days = SpecialDays(space_id=other.id, kind=DayKind.CLOSED, first_day=date(2026, 8, 3), last_day=date(2026, 8, 3))
    add(days)
    client.become(street.amina).send(f"/spaces/{space.id}/days/{days.id}/remove", page=f"/spaces/{space.id}/hours")
    assert db.session.get(SpecialDays, days.id) is not None


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"kind": ""}, "kind", "Choose what is different."),
        ({"kind": "party"}, "kind", "Choose what is different."),
        ({"first": ""}, "first", "Choose the first day."),
        ({"first": "soon"}, "first", "Write the date as day, month and year"),
        ({"first": "2026-02-30"}, "first", "Write the date as day, month and year"),
        ({"first": "x" * 10_000}, "first", "too many"),
        ({"last": "2026-08-01"}, "last", "The last day must not be before the first."),
        ({"last": "2036-08-01"}, "last", "That is too far away."),
        ({"first": "0001-01-01", "last": "0001-01-02"}, "last", "These days are over."),
        ({"first": "9999-12-31", "last": ""}, "first", "That is too far away."),
        ({"first": "2026-06-01", "last": "2026-06-05"}, "last", "These days are over."),
        ({"kind": "hours"}, "hours", "Write one time, like 10am to 1pm."),
        ({"kind": "hours", "hours": "9-12, 1pm-3pm"}, "hours", "Write one time, like 10am to 1pm."),
        ({"kind": "hours", "hours": "late"}, "hours", "Write both when it opens"),
        ({"note": "Ring 07700 900123"}, "note", "leave phone numbers out"),
        ({"note": "y" * 121}, "note", "too many"),
        ({"note": "a\x00b"}, "note", "Some of these signs cannot be shown."),
    ],
)
def test_days_that_make_no_sense_are_said_beside_the_field(
    street: Street, client: PageClient, more: dict[str, str], field: str, said: str
) -> None:
    space = build_space(street)
    answer = client.become(street.amina).send(f"/spaces/{space.id}/hours", DAYS | more)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert said in answer.text
    assert not queries.list_special(space.id)


def test_words_are_never_markup(street: Street, client: PageClient) -> None:
    space, evil = build_space(street), "<script>alert(1)</script>"
    client.become(street.amina).send(f"/spaces/{space.id}/hours", DAYS | {"note": evil})
    for path in (f"/spaces/{space.id}/hours", f"/spaces/{space.id}", f"/spaces/{space.id}/week?from=2026-08-03"):
        page = client.get(path).text
        assert "alert(1)" in page
        assert evil not in page


def test_a_part_has_its_site_s_hours(street: Street, client: PageClient) -> None:
    site = build_space(street, name="Plots", kind=SpaceKind.SITE)
    part = build_space(street, name="Shed", kind=SpaceKind.WORKSHOP, site_id=site.id)
    client.become(street.amina).send(f"/spaces/{site.id}/hours", WEEK)
    page = client.get(f"/spaces/{part.id}/hours").text
    assert "Leave all seven empty, and it is open when Plots is." in page
    assert "Monday to Friday: 9am to 5pm" in page
    assert "Open today: 9am to 5pm" in client.get(f"/spaces/{part.id}").text


def test_the_week_in_words(app: object) -> None:
    open_ = Opening((Stretch(0, time(9), NIGHT), Stretch(1, time(9), NIGHT), Stretch(6, NIGHT, NIGHT)))
    assert [(each.days, each.hours) for each in lines.week_lines(open_)] == [
        ("Monday and Tuesday", "From 9am"), ("Wednesday to Saturday", "Closed"), ("Sunday", "All day"),
    ]  # fmt: skip
    assert lines.week_lines(Opening()) == []


@pytest.mark.parametrize(
    ("special", "line"),
    [
        (Special(DayKind.CLOSED, date(2026, 8, 3), date(2026, 8, 3)), "Closed Monday 3 August"),
        (Special(DayKind.CLOSED, date(2026, 7, 31), date(2026, 8, 3)), "Closed Friday 31 July to Monday 3 August"),
        (
            Special(DayKind.HOURS, date(2026, 8, 3), date(2026, 8, 4), time(10), NIGHT, "Fair"),
            "Monday 3 to Tuesday 4 August: from 10am (Fair)",
        ),
    ],
)
def test_days_in_words(app: object, street: Street, special: Special, line: str) -> None:
    assert lines.special_line(special) == line


@pytest.mark.parametrize(
    ("days", "line"),
    [(7, "7 days"), (14, "2 weeks"), (29, "4 weeks"), (31, "1 month"), (183, "6 months"), (366, "a year")],
)
def test_how_far_ahead_in_words(app: object, days: int, line: str) -> None:
    assert lines.ahead_line(days) == line


def test_whoever_changes_the_hours_hears_what_is_agreed_outside_them(street: Street, client: PageClient) -> None:
    space = build_space(street, capacity=20)
    for hour in (7, 10, 19):  # a Saturday
        agreed(street.bilal, space, at(hour, 60))
    asked(street.chidi, space, at(21, 60))
    client.become(street.amina).send(f"/spaces/{space.id}/hours", WEEK)
    page = client.get(f"/spaces/{space.id}").text
    assert "also outside these hours: Saturday 11 July, 7am to 8am; Saturday 11 July, 7pm to 8pm." in page
    assert len(queries.list_outside_hours(space)) == 2
    client.send(f"/spaces/{space.id}/hours", WEEK | {"day_5": "6am to 8pm"})
    assert "outside these hours" not in client.get(f"/spaces/{space.id}").text
