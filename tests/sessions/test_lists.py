"""Lists of sessions: what is in them, in which order, and in how many statements."""

from datetime import date, datetime, timedelta

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects.models import Project
from participate.sessions import queries, service
from participate.sessions.models import Session
from participate.sessions.queries import Wanted
from participate.sessions.words import SessionStatus
from participate.spaces.models import Space
from tests.sessions.making import project, session
from tests.statements import count_statements
from tests.street import NOON, Street

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TODAY = date(2026, 7, 2)


def names(start: date, wanted: Wanted | None = None) -> list[str]:
    return [card.name for card in queries.list_week(start, wanted or Wanted(), 1).items]


def test_a_week_from_today_leaves_out_what_is_over(street: Street) -> None:
    session(street, NOON - 3 * HOUR, name="over")
    session(street, NOON - HOUR / 2, name="on now")
    session(street, NOON + 6 * DAY, name="last day")
    session(street, NOON + 7 * DAY, name="next week")
    assert names(TODAY) == ["on now", street.session.name, "last day"]
    assert names(TODAY + 7 * DAY) == ["next week"]
    assert names(TODAY - 7 * DAY) == []
    assert names(TODAY - 6 * DAY) == ["over", "on now"], "a week that has begun earlier shows all of it"


def test_same_hour_in_a_stable_order(street: Street) -> None:
    made = [session(street, NOON + DAY, name=f"{number}").id for number in range(5)]
    listed = [card.id for card in queries.list_week(TODAY, Wanted(), 1).items]
    assert listed[:5] == made


@pytest.mark.parametrize("start", [date(2026, 10, 19), date(2027, 3, 22)])
def test_a_week_with_a_clock_change_ends_at_london_midnight(street: Street, start: date) -> None:
    """Sunday 25 October 2026 has 25 hours, Sunday 28 March 2027 has 23."""
    sunday = datetime.combine(start + 6 * DAY, datetime.min.time(), tzinfo=clock.LONDON)
    session(street, sunday.replace(hour=23, minute=30), name="late on Sunday")
    session(street, sunday + DAY + HOUR / 2, name="early on Monday")
    session(street, sunday - HOUR / 2, name="late on Saturday")
    with clock.stop_at(sunday - 10 * DAY):
        assert names(start) == ["late on Saturday", "late on Sunday"]
        assert names(start + 7 * DAY) == ["early on Monday"]


def test_narrowed_by_theme_ward_and_access(street: Street) -> None:
    cook = project(street, Theme.COOK)
    session(street, NOON + DAY, name="cook", project_id=cook.id)
    session(street, NOON + 2 * DAY + HOUR, name="far", ward_id=street.other_ward.id)
    session(street, NOON + 3 * DAY, name="easy in", step_free=True, children=True)
    session(street, NOON + 4 * DAY, name="with steps", children=True)
    assert names(TODAY, Wanted(theme=Theme.COOK)) == ["cook"]
    assert names(TODAY, Wanted(theme=Theme.TRADE)) == []
    assert names(TODAY, Wanted(ward_ids=(street.other_ward.id,))) == ["far"]
    assert names(TODAY, Wanted(ward_ids=(street.ward.id,), theme=Theme.COOK)) == ["cook"]
    assert names(TODAY, Wanted(step_free=True)) == ["easy in"]
    assert names(TODAY, Wanted(children=True)) == ["easy in", "with steps"]


def test_cancelled_ones_are_marked_in_the_week_and_missing_where_one_is_invited(street: Street) -> None:
    off = {"status": SessionStatus.CANCELLED, "cancelled_at": NOON, "cancelled_because": "Rain."}
    session(street, NOON + DAY, name="off", easy=True, **off)
    assert [(card.name, card.cancelled) for card in queries.list_week(TODAY, Wanted(), 1).items][0] == ("off", True)
    assert [card.name for card in queries.list_this_week().items] == [street.session.name]
    assert queries.list_easy_near() == []
    assert [row.name for row in queries.list_for_matching()] == [street.session.name]
    assert "off" in [card.name for card in queries.list_next_of_project(street.project.id)]


@pytest.mark.parametrize("what", ["session", "project"])
def test_hidden_things_are_in_no_list(street: Street, what: str) -> None:
    street_session = db.session.get_one(Session, street.session.id)
    street_project = db.session.get_one(Project, street.project.id)
    street_session.easy = True
    db.session.commit()
    assert len(names(TODAY)) == 1
    if what == "session":
        service.hide(street.dora.id, street_session, "Spam.")
    else:
        street_project.hidden_at = NOON
    db.session.commit()
    assert names(TODAY) == []
    assert queries.list_this_week().total == 0
    assert queries.list_easy_near() == []
    assert queries.list_next_of_project(street.project.id) == []
    assert queries.cards_of([street.session.id]) == {}
    assert queries.list_for_matching() == []
    if what == "session":
        service.restore(street.dora.id, street_session)
        assert len(names(TODAY)) == 1


def test_pages_of_a_full_week(street: Street) -> None:
    for number in range(7):
        session(street, NOON + DAY + number * HOUR)
    pages = [queries.list_week(TODAY, Wanted(), number, size=3) for number in (1, 2, 3, 4)]
    assert [len(page.items) for page in pages] == [3, 3, 2, 0]
    assert {page.total for page in pages} == {8}
    listed = [card.id for page in pages for card in page.items]
    assert len(set(listed)) == 8


def test_statements(street: Street) -> None:
    for number in range(12):
        session(street, NOON + DAY + number * HOUR, easy=True)
    ward_id, project_id, session_id = street.ward.id, street.project.id, street.session.id
    for most, ask in (
        (1, lambda: queries.cards_of(range(1, 50))),
        (3, lambda: queries.list_week(TODAY, Wanted(theme=Theme.MAKE), 1)),
        (3, lambda: queries.list_this_week([ward_id])),
        (2, lambda: queries.list_easy_near([ward_id])),
        (2, lambda: queries.list_next_of_project(project_id)),
        (1, lambda: queries.get_session(session_id).project.name),
    ):
        db.session.expunge_all()
        with count_statements() as counted:
            ask()
        assert counted.number <= most, counted.texts


def test_next_of_a_project(street: Street) -> None:
    for days in range(-2, 6):
        session(street, NOON + days * DAY + HOUR, name=f"{days}")
    listed = queries.list_next_of_project(street.project.id, most=3, but=street.session.id)
    assert [card.name for card in listed] == ["0", "1", "2"]


def test_the_nearest_easy_first_step(street: Street) -> None:
    far = street.session.square + 8  # 2 km north
    session(street, NOON + DAY, name="far", square=far, ward_id=street.other_ward.id, easy=True)
    session(street, NOON + 3 * DAY, name="near", square=street.session.square + 1, easy=True)
    session(street, NOON + 2 * DAY, name="nowhere", square=None, ward_id=None, easy=True)
    session(street, NOON + 8 * DAY, name="after a week", easy=True)
    session(street, NOON + 2 * HOUR, name="not easy")

    def easy(**where: object) -> list[str]:
        return [card.name for card in queries.list_easy_near(most=3, **where)]  # type: ignore[arg-type]

    assert easy(square=street.session.square) == ["near", "far", "nowhere"]
    assert easy(ward_ids=[street.ward.id, street.other_ward.id]) == ["near", "far", "nowhere"]
    assert easy(ward_ids=[street.other_ward.id]) == ["far", "nowhere", "near"]
    assert easy() == ["far", "nowhere", "near"]


def test_the_place_of_a_card(app: Flask, street: Street) -> None:
    card = queries.cards_of([street.session.id])[street.session.id]
    assert (card.place, card.ward_name, card.project_name) == ("Kitchen at the Shop", "Parsloes", "Mend Club")
    db.session.get_one(Space, street.space.id).hidden_at = NOON
    db.session.commit()
    assert queries.cards_of([street.session.id])[street.session.id].place == "The Shop, Church Elm Lane"
    noted = session(street, NOON + DAY, hub_id=None, place_note="The gate of the park")
    assert queries.cards_of([noted.id])[noted.id].place == "The gate of the park"
