"""Calendar files and feeds, read as a phone reads them."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events

from participate.core import clock
from participate.core.db import db
from participate.projects.models import Project
from participate.sessions import queries, service
from participate.sessions.models import CalendarFeed, Session, SignUp
from participate.sessions.service import When, Where, facts_of
from participate.sessions.words import FeedKind, Reach, Rhythm, SessionStatus, SignUpStatus
from participate.spaces.models import Space
from tests.page import PageClient
from tests.sessions.making import session
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)


def series(street: Street, start: datetime, count: int) -> list[Session]:
    """A weekly series at the Shop. Committed."""
    when, where = When(start, start + 2 * HOUR), Where(street.hub)
    with clock.stop_at(start - 5 * DAY):
        made = service.plan_series(street.amina.id, street.project, when, where, Rhythm.WEEKLY, count=count)
        db.session.commit()
    return made


def read(client: PageClient, path: str) -> icalendar.Calendar:
    """The calendar behind an address, parsed."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(answer.data)


def shown(calendar: icalendar.Calendar, first: date, last: date) -> list[tuple[str, str, str]]:
    """(start in London, its offset, status) of the events that a program shows between two days."""
    events = recurring_ical_events.of(calendar, keep_recurrence_attributes=True).between(first, last)
    moments = sorted((event["DTSTART"].dt, str(event["STATUS"])) for event in events)
    return [(f"{at:%d.%m. %H:%M}", f"{at:%z}", status) for at, status in moments]


@pytest.mark.parametrize(
    ("start", "weeks"),
    [
        (
            datetime(2026, 10, 13, 13, tzinfo=UTC),
            [
                ("13.10. 14:00", "+0100"),
                ("20.10. 14:00", "+0100"),
                ("28.10. 15:00", "+0000"),
                ("03.11. 14:00", "+0000"),
            ],
        ),
        (
            datetime(2027, 3, 16, 14, tzinfo=UTC),
            [
                ("16.03. 14:00", "+0000"),
                ("23.03. 14:00", "+0000"),
                ("31.03. 15:00", "+0100"),
                ("06.04. 14:00", "+0100"),
            ],
        ),
    ],
)
def test_a_changed_series_across_a_clock_change(
    street: Street, client: PageClient, start: datetime, weeks: list[tuple[str, str]]
) -> None:
    """Four Tuesdays at 2pm, the second cancelled, the third moved to Wednesday at 3pm."""
    made = series(street, start, 4)
    with clock.stop_at(start - 5 * DAY):
        service.cancel(street.amina.id, made[1], "Rain.")
        moved = When(made[2].starts_at + DAY + HOUR, made[2].ends_at + DAY + HOUR)
        service.change(street.amina.id, made[2], moved, Where(street.hub), facts_of(made[2]))
        statuses = ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"]
        wanted = [(*week, status) for week, status in zip(weeks, statuses, strict=True)]
        for path in (f"/series/{made[0].series_id}.ics", f"/projects/{street.project.id}/sessions.ics"):
            calendar = read(client, path)
            assert shown(calendar, start.date(), start.date() + 4 * WEEK) == wanted
        ids = {str(event["UID"]): int(event["SEQUENCE"]) for event in calendar.walk("VEVENT")}
    assert [ids[f"session-{each.id}@127.0.0.1"] for each in made] == [0, 1, 1, 0]


def test_this_and_later_in_a_feed(street: Street, client: PageClient) -> None:
    made = series(street, datetime(2026, 10, 13, 13, tzinfo=UTC), 4)
    with clock.stop_at(made[0].starts_at - DAY):
        later = When(made[2].starts_at + 2 * DAY, made[2].ends_at + 2 * DAY)
        service.change(street.amina.id, made[2], later, Where(street.hub), facts_of(made[2]), Reach.LATER)
        calendar = read(client, f"/projects/{street.project.id}/sessions.ics")
    days = [start for start, _offset, _status in shown(calendar, date(2026, 10, 12), date(2026, 12, 1))]
    assert days == ["13.10. 14:00", "20.10. 14:00", "29.10. 14:00", "05.11. 14:00"]


def test_one_session(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.cost_pence, held.bring = 150, "a torn coat; thread"
    calendar = read(client, f"/sessions/{held.id}.ics")
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event["DTSTART"].dt == held.starts_at
    assert event["DTEND"].dt == held.ends_at
    assert event["DTSTAMP"].dt == held.changed_at
    assert event["URL"] == f"http://127.0.0.1:8000/sessions/{held.id}"
    assert event["LOCATION"] == "Kitchen at the Shop, Church Elm Lane"
    assert "£1.50\nBring: a torn coat; thread" in event["DESCRIPTION"]
    assert "Amina" not in calendar.to_ical().decode()


def test_a_home_shows_no_address(street: Street, client: PageClient) -> None:
    space = db.session.get_one(Space, street.space.id)
    space.private, space.hub_id, space.address = True, None, "12 Bastable Avenue"
    db.session.get_one(Session, street.session.id).hub_id = None
    words = client.get(f"/sessions/{street.session.id}.ics").text
    assert "Bastable" not in words
    assert "LOCATION:Parsloes" in words


@pytest.mark.parametrize("who", CAST)
def test_everybody_may_have_what_everybody_reads(street: Street, client: PageClient, who: str) -> None:
    made = series(street, NOON + 10 * DAY, 2)
    client.become(street.person(who))
    for path in (
        f"/sessions/{made[0].id}.ics",
        f"/series/{made[0].series_id}.ics",
        f"/projects/{street.project.id}/sessions.ics",
    ):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("what", ["session", "project"])
def test_what_is_hidden_is_in_no_file(street: Street, client: PageClient, what: str) -> None:
    made = series(street, NOON + 10 * DAY, 2)
    hidden = made[0] if what == "session" else db.session.get_one(Project, street.project.id)
    hidden.hidden_at = NOON
    assert client.get(f"/sessions/{made[0].id}.ics").status_code == 404
    answer = client.get(f"/series/{made[0].series_id}.ics")
    assert answer.status_code == (200 if what == "session" else 404)
    assert f"session-{made[0].id}@" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/sessions/0.ics", "/sessions/99999.ics", "/series/99999.ics", "/projects/99999/sessions.ics", "/calendar/.ics",
        "/calendar/1-.ics", f"/calendar/1-{'0' * 32}.ics", f"/calendar/1-{'é' * 32}.ics", f"/calendar/{'9' * 5000}.ics",
        "/calendar/%00.ics", "/calendar/%F0%9F%8D%9E.ics", f"/calendar/{2**63}-{'0' * 32}.ics",
    ],
)  # fmt: skip
def test_no_such_calendar(street: Street, client: PageClient, path: str) -> None:
    assert client.get(path).status_code == 404


def feed_of(street: Street, kind: FeedKind, subject_id: int = 0) -> tuple[CalendarFeed, str]:
    """A feed of Chidi's and its path. Committed."""
    feed = service.make_feed(street.chidi.id, kind, subject_id)
    db.session.commit()
    return feed, f"/calendar/{queries.token_of_feed(feed)}.ics"


def names(calendar: icalendar.Calendar) -> set[str]:
    return {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}


def test_hers(street: Street, client: PageClient) -> None:
    _feed, path = feed_of(street, FeedKind.MINE)
    assert names(read(client, path)) == set()
    statuses = {
        "a": SignUpStatus.GOING,
        "b": SignUpStatus.WAITING,
        "c": SignUpStatus.LIKELY,
        "d": SignUpStatus.CANCELLED,
    }
    for number, (name, status) in enumerate(statuses.items(), 1):
        made = session(street, NOON + number * DAY, name=name)
        held = SignUp(
            session_id=made.id, person_id=street.chidi.id, status=status, salt="s", made_at=NOON, changed_at=NOON
        )  # fmt: skip
        db.session.add(held)
    db.session.commit()
    found = {str(event["SUMMARY"]): str(event["STATUS"]) for event in read(client, path).walk("VEVENT")}
    assert found == {"a": "CONFIRMED", "b": "TENTATIVE", "c": "TENTATIVE"}
    assert "Chidi" not in client.get(path).text


def test_of_a_project_a_hub_and_a_ward(street: Street, client: PageClient) -> None:
    session(street, NOON + DAY, name="elsewhere", ward_id=street.other_ward.id, hub_id=None, place_note="The park")
    for kind, subject, wanted in (
        (FeedKind.PROJECT, street.project.id, {"Bring it broken, take it home working", "elsewhere"}),
        (FeedKind.HUB, street.hub.id, {"Bring it broken, take it home working"}),
        (FeedKind.WARD, street.other_ward.id, {"elsewhere"}),
    ):
        _feed, path = feed_of(street, kind, subject)
        calendar = read(client, path)
        assert names(calendar) == wanted
        assert calendar["X-WR-CALNAME"] in ("Mend Club", "The Shop, Church Elm Lane", "Thames View")


def test_a_feed_is_bounded(street: Street, client: PageClient) -> None:
    for days, name in ((-31, "too old"), (-29, "old"), (364, "far"), (367, "too far")):
        session(street, NOON + days * DAY, name=name)
    _feed, path = feed_of(street, FeedKind.WARD, street.ward.id)
    assert names(read(client, path)) == {"old", "far", "Bring it broken, take it home working"}
    db.session.add_all(
        Session(
            project_id=street.project.id, name="many", starts_at=NOON + DAY + number * HOUR / 60,
            ward_id=street.ward.id, ends_at=NOON + 2 * DAY, place_note="x", made_at=NOON, changed_at=NOON,
        )
        for number in range(310)
    )  # fmt: skip
    db.session.commit()
    with count_statements() as counted:
        assert len(read(client, path).walk("VEVENT")) == 300
    assert counted.number <= 6, counted.texts


def test_a_new_address_and_none(street: Street, client: PageClient) -> None:
    feed, old = feed_of(street, FeedKind.MINE)
    service.renew_feed(street.chidi.id, feed)
    db.session.commit()
    new = f"/calendar/{queries.token_of_feed(feed)}.ics"
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)
    service.remove_feed(street.chidi.id, feed)
    assert client.get(new).status_code == 404


def test_a_closed_account_has_no_feed(street: Street, client: PageClient) -> None:
    feed = service.make_feed(street.femi.id, FeedKind.MINE)
    assert client.get(f"/calendar/{queries.token_of_feed(feed)}.ics").status_code == 404


def test_what_has_not_changed_is_not_sent_again(street: Street, client: PageClient) -> None:
    _feed, path = feed_of(street, FeedKind.PROJECT, street.project.id)
    for each in (path, f"/sessions/{street.session.id}.ics"):
        tag = client.get(each).headers["ETag"]
        again = client.get(each, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
    with clock.stop_at(NOON + HOUR):
        assert client.get(path, headers={"If-None-Match": client.get(path).headers["ETag"]}).status_code == 304
        since = client.get(f"/sessions/{street.session.id}.ics").headers["Last-Modified"]
        assert client.get(f"/sessions/{street.session.id}.ics", headers={"If-Modified-Since": since}).status_code == 304
        tag = client.get(path).headers["ETag"]
        service.cancel(street.amina.id, db.session.get_one(Session, street.session.id), "Rain.")
        answer = client.get(path, headers={"If-None-Match": tag})
    assert answer.status_code == 200
    (event,) = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert "Rain." in event["DESCRIPTION"]
    assert db.session.get_one(Session, street.session.id).status is SessionStatus.CANCELLED
