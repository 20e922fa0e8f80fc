"""When a row counts: each once, in the month of its counting moment; and who counts as whom."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.insight.counting import COUNTERS, ground_of
from participate.insight.periods import Period, read
from participate.insight.words import Grain
from participate.profiles.words import Theme
from participate.sessions.models import Attendance, Session
from participate.sessions.words import AgeBand, CameBy
from tests.sessions.making import project, session
from tests.street import Street, add, person

MONTHS = [*read("2026").parts(Grain.MONTH), *read("2027").parts(Grain.MONTH)]
UTC_NOON = datetime(2026, 5, 10, 12, tzinfo=UTC)


def at(text: str) -> datetime:
    """A moment of UTC: "03-29 00:59"."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


def counted(street: Street, starts_at: datetime, counted_at: datetime | None = None, **more: object) -> Session:
    return session(street, starts_at, counted_at=counted_at or starts_at + timedelta(hours=2), **more)


def came(at_session: Session, *people: Person | None, **more: object) -> None:
    given = {"came_by": CameBy.WALK_IN, "came_at": at_session.starts_at} | more
    add(*[Attendance(session_id=at_session.id, person_id=each.id if each else None, **given) for each in people])
    db.session.commit()


def value(key: str, period: Period, area: str = "borough", split: str = "") -> int:
    ground = ground_of(db.session.connection())
    return COUNTERS[key](ground, period)[area, split].value


def months_of(key: str, months: Sequence[Period] = MONTHS) -> list[str]:
    """In which months something counts."""
    ground = ground_of(db.session.connection())
    return [each.code for each in months if COUNTERS[key](ground, each)["borough", ""].value]


@pytest.mark.parametrize(
    ("began", "written", "month"),
    [
        ("07-15 18:00", "07-15 20:00", "2026-07"),
        ("07-31 22:59", "08-01 09:00", "2026-07"),  # summer: London’s midnight is at 23:00
        ("07-31 23:00", "08-01 09:00", "2026-08"),
        ("07-31 18:00", "08-10 22:59", "2026-07"),  # ten days to write it down, to the second
        ("07-31 18:00", "08-10 23:00", "2026-08"),
        ("07-02 18:00", "09-30 12:00", "2026-09"),  # much later: the moment lies ten days before
        ("07-02 18:00", "10-10 22:59", "2026-09"),
        ("02-28 23:59", "03-01 08:00", "2026-02"),  # winter
        ("03-01 00:00", "03-01 08:00", "2026-03"),
        ("03-31 22:59", "03-31 23:30", "2026-03"),  # the clocks went forward on 29 March
        ("03-31 23:00", "03-31 23:30", "2026-04"),
        ("10-31 23:59", "11-01 08:00", "2026-10"),  # and back on 25 October
        ("11-01 00:00", "11-01 08:00", "2026-11"),
        ("10-20 18:00", "11-10 23:59", "2026-10"),  # the days of grace are days of the clock, over the change too
        ("10-20 18:00", "11-11 00:00", "2026-11"),
        ("12-31 23:59", "12-31 23:59", "2026-12"),
    ],
)
def test_a_session_counts_in_the_month_of_its_moment(street: Street, began: str, written: str, month: str) -> None:
    counted(street, at(began), at(written))
    assert months_of("sessions_held") == [month]


@pytest.mark.parametrize(
    "more", [{"status": "cancelled", "cancelled_at": UTC_NOON}, {"hidden_at": UTC_NOON}, {"counted_at": None}]
)
def test_what_did_not_take_place_or_was_not_written_up_counts_nowhere(street: Street, more: dict[str, object]) -> None:
    made = session(street, UTC_NOON, **{"counted_at": UTC_NOON} | more)
    came(made, street.amina, None)
    assert months_of("sessions_held") == months_of("attendances") == months_of("people") == []


def test_nothing_joins_a_month_that_has_closed(street: Street) -> None:
    """Whatever is written down from the closing on counts later, however long ago it was."""
    july = read("2026-07")
    for began in (july.bounds[0], UTC_NOON, july.bounds[1] - timedelta(seconds=1)):
        counted(street, began, july.closes_at)
    assert months_of("sessions_held") == ["2026-08"]


def test_somebody_who_was_another_counts_as_her(street: Street) -> None:
    """Followed to the end: Bilal was Chidi, who was Dora all along."""
    other = person("Hana Noor")
    for each in ("bilal", "chidi", "dora", "amina"):
        came(counted(street, UTC_NOON), getattr(street, each))
    came(counted(street, UTC_NOON), other)
    may = read("2026-05")
    assert value("people", may) == 5
    street.bilal.merged_into_id, street.chidi.merged_into_id = street.chidi.id, street.dora.id
    street.dora.ward_id = street.other_ward.id
    db.session.commit()
    assert value("people", may) == 3
    assert value("attendances", may) == 5
    quarter = read("2026-Q2")
    lives = {area: value("people", quarter, area) for area in ("ward:E05014067", "ward:E05014068", "unknown")}
    assert lives == {"ward:E05014067": 1, "ward:E05014068": 1, "unknown": 1}
    assert (value("new_people", may), value("regulars", quarter)) == (3, 0)


def test_four_times_under_two_names_make_a_regular(street: Street) -> None:
    for each in ("amina", "amina", "bilal", "bilal"):
        came(counted(street, at("06-10 12:00")), getattr(street, each))
    quarter = read("2026-Q2")
    assert value("regulars", quarter) == 0
    street.bilal.merged_into_id = street.amina.id
    db.session.commit()
    assert value("regulars", quarter) == 1


@pytest.mark.parametrize(
    ("second", "again"),
    [(None, False), ("07-09 12:00", True), ("07-09 12:01", False), ("05-10 12:00", True)],
)
def test_a_first_timer_has_sixty_days(street: Street, second: str | None, again: bool) -> None:
    came(counted(street, UTC_NOON), street.amina)
    if second:
        came(counted(street, at(second)), street.amina)
    assert months_of("new_people") == ["2026-05"]
    assert months_of("first_timers") == ["2026-07"]
    assert months_of("seen_again") == (["2026-07"] if again else [])


def test_children_and_the_unnamed_stand_apart(street: Street) -> None:
    made = counted(street, UTC_NOON)
    came(made, street.amina, None, None)
    came(made, None, None, None, band=AgeBand.CHILD)
    came(made, None, band=AgeBand.BABY)
    may = read("2026-05")
    found = {key: value(key, may) for key in ("people", "unnamed", "attendances", "children")}
    assert found == {"people": 1, "unnamed": 2, "attendances": 3, "children": 4}


@pytest.mark.parametrize(
    ("minutes", "actual", "heads", "hours"),
    [(60, None, 3, 3), (60, 90, 2, 3), (90, 30, 4, 2), (45, None, 1, 1), (20, None, 1, 0), (60, 91, 1, 2)],
)
def test_hours_are_the_real_length_else_the_planned_one(
    street: Street, minutes: int, actual: int | None, heads: int, hours: int
) -> None:
    made = counted(street, UTC_NOON, ends_at=UTC_NOON + timedelta(minutes=minutes), actual_minutes=actual)
    came(made, *[None] * heads)
    assert value("hours", read("2026-05")) == hours


def test_of_half_hours_one_goes_up_and_one_down(street: Street) -> None:
    """Else many small sessions would count for more than they were."""
    for _each in range(6):
        came(counted(street, UTC_NOON, actual_minutes=90), None)
    assert value("hours", read("2026-05")) == 9


def test_hours_know_who_brought_most(street: Street) -> None:
    theirs = project(street, Theme.COOK, organisation_id=street.organisation.id)
    came(counted(street, UTC_NOON, actual_minutes=600), street.amina)
    came(counted(street, UTC_NOON, actual_minutes=60, project_id=theirs.id), street.bilal, None)
    cells = COUNTERS["hours"](ground_of(db.session.connection()), read("2026-05"))
    told = {split: (cells["borough", split].people, cells["borough", split].largest) for split in ("", "theme:cook")}
    assert told == {"": (3, 10), "theme:cook": (2, 2)}


def test_every_cell_is_there_and_says_whether_anything_can_be_in_it(street: Street) -> None:
    street.ward.locality = "Dagenham East"
    came(counted(street, UTC_NOON), street.amina)
    quarter = read("2026-Q2")
    ground = ground_of(db.session.connection())
    heads, people = COUNTERS["attendances"](ground, quarter), COUNTERS["people"](ground, quarter)
    areas = {"borough", "locality:dagenham-east", "ward:E05014067", "ward:E05014068", "unknown"}
    assert {area for area, split in heads if not split} == {area for area, split in people if not split} == areas
    # No session took place in the other ward; but who lives there might have come.
    assert not heads["ward:E05014068", ""].possible
    assert people["ward:E05014068", ""].possible
    assert not people["borough", "theme:trade"].possible
    assert people["borough", "theme:make"].value == 1


def test_a_month_of_nothing_has_its_cells_too(app: Flask) -> None:
    with clock.stop_at(UTC_NOON):
        ground = ground_of(db.session.connection())
        for key, counter in COUNTERS.items():
            assert counter(ground, read("2026-03"))["borough", ""].value == 0, key
