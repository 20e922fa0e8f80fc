"""Series: all there at once, one week moved, one cancelled, the rest cut off; everybody told once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from participate.audit.queries import list_of
from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.profiles.words import Theme
from participate.projects.models import Recipe
from participate.projects.rules.safety import NotLiveYet
from participate.projects.service import begin_safety
from participate.sessions import queries, rules, service
from participate.sessions.models import Series, Session, SignUp
from participate.sessions.service import SessionFacts, When, Where, facts_of
from participate.sessions.words import Reach, Rhythm, SessionStatus, SignUpStatus
from tests.sessions.making import project, session
from tests.street import NOON, Street, add

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
AUTUMN = datetime(2026, 10, 6, 13, tzinfo=UTC)  # Tuesday 6 October, 2pm in London


def weekly(street: Street, start: datetime = AUTUMN, count: int = 6) -> list[Session]:
    """A weekly series of two hours at the Shop, planned by Amina. Committed."""
    when, where = When(start, start + 2 * HOUR), Where(street.hub)
    made = service.plan_series(street.amina.id, street.project, when, where, Rhythm.WEEKLY, count=count)
    db.session.commit()
    return made


def coming(session: Session, person_id: int, status: SignUpStatus = SignUpStatus.GOING) -> SignUp:
    """A sign-up. Committed."""
    made = SignUp(
        session_id=session.id, person_id=person_id, status=status, salt="s", made_at=NOON, changed_at=NOON
    )  # fmt: skip
    session.taken += 1 if status is SignUpStatus.GOING else 0
    db.session.add(made)
    db.session.commit()
    return made


def letters(name: str) -> list[Promise]:
    """The letters of this name, promised to anybody."""
    rows = db.session.scalars(select(Promise).order_by(Promise.id))
    return [row for row in rows if row.payload.get("name") == name]


def starts(sessions: Sequence[Session]) -> list[str]:
    return [f"{clock.local(each.starts_at):%d.%m. %H:%M}" for each in sessions]


def test_all_are_there_at_once_at_the_same_hour_on_the_wall(street: Street) -> None:
    made = weekly(street)
    assert starts(made) == [
        "06.10. 14:00",
        "13.10. 14:00",
        "20.10. 14:00",
        "27.10. 14:00",
        "03.11. 14:00",
        "10.11. 14:00",
    ]
    assert [each.starts_at.hour for each in made] == [13, 13, 13, 14, 14, 14], "the clocks go back on 25 October"
    assert {each.ends_at - each.starts_at for each in made} == {2 * HOUR}
    series = db.session.get_one(Series, made[0].series_id)
    assert (series.rule, series.first_day, series.hour, series.minutes) == (
        "FREQ=WEEKLY;COUNT=6", date(2026, 10, 6), time(14), 120,
    )  # fmt: skip
    assert [each.series_day for each in made] == rules.days_of(series.rule, series.first_day)
    assert all(list_of("session", each.id)[0].verb == "made" for each in made)


def test_forward_in_spring(street: Street) -> None:
    with clock.stop_at(datetime(2027, 3, 1, 12, tzinfo=UTC)):
        made = weekly(street, datetime(2027, 3, 16, 14, tzinfo=UTC), count=3)
    assert [each.starts_at.hour for each in made] == [14, 14, 13]
    with clock.stop_at(datetime(2027, 3, 1, 12, tzinfo=UTC)), pytest.raises(rules.NoSuchHour):
        weekly(street, datetime(2027, 3, 21, 1, 30, tzinfo=UTC), count=2)


def test_one_that_is_too_far_stops_them_all(street: Street) -> None:
    start = clock.now() + timedelta(days=360)
    with pytest.raises(rules.SessionTooFar):
        weekly(street, start, count=3)
    db.session.rollback()
    assert db.session.scalars(select(Session.id)).all() == [street.session.id]


def test_the_keeper_hears_once(street: Street) -> None:
    when, where = When(AUTUMN, AUTUMN + HOUR), Where(street.space)
    service.plan_series(street.amina.id, street.project, when, where, Rhythm.WEEKLY, count=4)
    told = letters("booking_asked")
    assert [row.payload["person_id"] for row in told] == [street.dora.id]
    assert len(told[0].payload["facts"]["dates"]) == 4


def test_only_this_one_moves(street: Street) -> None:
    made = weekly(street)
    coming(made[2], street.chidi.id)
    coming(made[3], street.bilal.id)
    moved = When(made[2].starts_at + DAY, made[2].ends_at + DAY)
    service.change(street.amina.id, made[2], moved, Where(street.hub), facts_of(made[2]))
    assert starts(made)[1:4] == ["13.10. 14:00", "21.10. 14:00", "27.10. 14:00"]
    assert (made[2].apart, made[2].series_day, made[2].sequence) == (True, date(2026, 10, 20), 1)
    assert [each.sequence for each in made if each is not made[2]] == [0] * 5
    told = letters("session_moved")
    assert [queries.find_sign_up(row.payload["sign_up_id"]).person_id for row in told] == [street.chidi.id]
    assert told[0].payload["facts"]["dates"] == [
        {"was": "Tuesday 20 October, 2pm to 4pm", "now": "Wednesday 21 October, 2pm to 4pm"}
    ]


def test_this_and_later_move_to_another_day_and_hour(street: Street) -> None:
    made = weekly(street)
    old = made[0].series_id
    for each in made[1:4]:
        coming(each, street.chidi.id)
    coming(made[1], street.bilal.id)
    when = When(datetime(2026, 10, 22, 17, tzinfo=UTC), datetime(2026, 10, 22, 18, tzinfo=UTC))  # Thursday 6pm
    changed = service.change(street.amina.id, made[2], when, Where(street.hub), facts_of(made[2]), Reach.LATER)
    assert changed == made[2:]
    assert starts(made) == [
        "06.10. 14:00",
        "13.10. 14:00",
        "22.10. 18:00",
        "29.10. 18:00",
        "05.11. 18:00",
        "12.11. 18:00",
    ]
    cut = db.session.get_one(Series, made[2].series_id)
    assert (cut.follows_id, cut.rule, cut.hour, cut.minutes) == (old, "FREQ=WEEKLY;COUNT=4", time(18), 60)
    assert [each.series_day for each in made[2:]] == rules.days_of(cut.rule, cut.first_day)
    assert db.session.get_one(Series, old).rule == "FREQ=WEEKLY;COUNT=2"
    told = letters("session_moved")
    assert len(told) == 1, "Chidi comes to two of them and hears once; Bilal’s week did not move"
    assert [each["now"] for each in told[0].payload["facts"]["dates"]] == [
        "Thursday 22 October, 6pm to 7pm", "Thursday 29 October, 6pm to 7pm",
    ]  # fmt: skip


def test_a_week_that_moved_by_itself_and_a_cancelled_one_stay(street: Street) -> None:
    made = weekly(street)
    own = When(made[3].starts_at - DAY, made[3].ends_at - DAY)
    service.change(street.amina.id, made[3], own, Where(street.hub), facts_of(made[3]))
    service.cancel(street.amina.id, made[4], "Holiday.")
    later = When(made[2].starts_at + HOUR, made[2].ends_at + HOUR)
    service.change(street.amina.id, made[2], later, Where(street.hub), facts_of(made[2]), Reach.LATER)
    assert starts(made[2:]) == ["20.10. 15:00", "26.10. 14:00", "03.11. 14:00", "10.11. 15:00"]
    assert made[4].status is SessionStatus.CANCELLED
    assert len({each.series_id for each in made[2:]}) == 1


def test_what_is_changed_here_changes_later_and_the_rest_stays(street: Street) -> None:
    made = weekly(street)
    special = facts_of(made[4])
    service.change(
        street.amina.id, made[4], When(made[4].starts_at, made[4].ends_at), Where(street.hub),
        SessionFacts(**{**vars(special), "bring": "a pumpkin"}),
    )  # fmt: skip
    facts = SessionFacts(**{**vars(facts_of(made[2])), "cost_pence": 200, "women_only": True})
    service.change(
        street.amina.id, made[2], When(made[2].starts_at, made[2].ends_at), Where(street.hub), facts, Reach.LATER
    )  # fmt: skip
    assert [each.cost_pence for each in made] == [0, 0, 200, 200, 200, 200]
    assert [each.women_only for each in made] == [False, False, True, True, True, True]
    assert made[4].bring == "a pumpkin"
    assert len({each.series_id for each in made}) == 1, "nothing is cut where no time changes"
    assert letters("session_moved") == [], "nobody’s diary changes"


def test_another_place_is_a_move(street: Street) -> None:
    made = weekly(street)
    coming(made[1], street.chidi.id)
    when = When(made[0].starts_at, made[0].ends_at)
    service.change(street.amina.id, made[0], when, Where(street.space), facts_of(made[0]), Reach.LATER)
    assert {each.space_id for each in made} == {street.space.id}
    assert len(letters("session_moved")) == 1
    assert [row.payload["person_id"] for row in letters("booking_asked")] == [street.dora.id]


def test_nothing_changed_is_no_news(street: Street) -> None:
    made = weekly(street)
    coming(made[0], street.chidi.id)
    when = When(made[0].starts_at, made[0].ends_at)
    assert service.change(street.amina.id, made[0], when, Where(street.hub), facts_of(made[0]), Reach.LATER) == []
    assert (made[0].sequence, made[0].apart, letters("session_moved")) == (0, False, [])


def test_cancel_this_and_later_is_one_letter_with_the_days(street: Street) -> None:
    made = weekly(street)
    for each in made[1:4]:
        coming(each, street.chidi.id)
    coming(made[5], street.efua.id, SignUpStatus.WAITING)
    coming(made[5], street.bilal.id)
    off = service.cancel(street.amina.id, made[2], "The heating is broken.", Reach.LATER)
    assert off == made[2:]
    assert [each.status for each in made[:2]] == [SessionStatus.PLANNED] * 2
    assert [each.sequence for each in made] == [0, 0, 1, 1, 1, 1]
    told = letters("session_off")
    people = {queries.find_sign_up(row.payload["sign_up_id"]).person_id: row.payload["facts"] for row in told}
    assert set(people) == {street.chidi.id, street.efua.id}, "Bilal is on the team and hears as such"
    assert len(told) == 2
    assert people[street.chidi.id]["dates"] == ["Tuesday 20 October, 2pm to 4pm", "Tuesday 27 October, 2pm to 4pm"]
    team = letters("session_cancelled")
    assert [row.payload["person_id"] for row in team] == [street.bilal.id]
    assert len(team[0].payload["facts"]["dates"]) == 4
    with pytest.raises(rules.SessionCancelled):
        service.cancel(street.amina.id, made[3], "Again.")


def test_cancel_only_this_one(street: Street) -> None:
    made = weekly(street)
    assert service.cancel(street.amina.id, made[1], "Rain.") == [made[1]]
    assert [each.status for each in made].count(SessionStatus.CANCELLED) == 1


def test_the_room_limit_is_never_set_below_those_who_come(street: Street) -> None:
    made = weekly(street)
    coming(made[3], street.chidi.id)
    coming(made[3], street.efua.id)
    facts = SessionFacts(**{**vars(facts_of(made[1])), "capacity": 1})
    when = When(made[1].starts_at, made[1].ends_at)
    with pytest.raises(rules.RoomTooSmall) as broken:
        service.change(street.amina.id, made[1], when, Where(street.hub), facts, Reach.LATER)
    assert broken.value.facts == {"taken": 2, "day": "Tuesday 27 October"}


@pytest.mark.parametrize("held", [None, SessionStatus.CANCELLED])
def test_the_same_again(street: Street, held: SessionStatus | None) -> None:
    last = db.session.get_one(Session, street.session.id)
    last.bring, last.door, last.language, last.capacity = "a coat", "the blue one", "ro", 9
    if held is not None:
        last.status, last.cancelled_at, last.cancelled_because = held, NOON, "Rain."
    made = service.again(street.amina.id, last)
    assert (made.starts_at - last.starts_at, made.ends_at - made.starts_at) == (WEEK, last.ends_at - last.starts_at)
    assert (made.space_id, made.bring, made.door, made.language, made.capacity) == (
        street.space.id, "a coat", "the blue one", "ro", 9,
    )  # fmt: skip
    assert (made.status, made.taken, made.series_id, made.sequence) == (SessionStatus.PLANNED, 0, None, 0)
    assert service.again(street.amina.id, last).starts_at - last.starts_at == 2 * WEEK, "the next free week"


def test_the_same_again_leaves_out_a_week_when_the_room_is_taken(street: Street) -> None:
    last = db.session.get_one(Session, street.session.id)
    when = When(last.starts_at + WEEK + HOUR, last.ends_at + WEEK + HOUR)
    service.plan(street.gita.id, project(street, Theme.LEARN), when, Where(street.space))
    assert service.again(street.amina.id, last).starts_at == last.starts_at + 2 * WEEK


def test_the_same_again_across_a_clock_change(street: Street) -> None:
    with clock.stop_at(datetime(2026, 10, 19, 9, tzinfo=UTC)):
        when = When(datetime(2026, 10, 20, 13, tzinfo=UTC), datetime(2026, 10, 20, 15, tzinfo=UTC))
        last = service.plan(street.amina.id, street.project, when, Where(street.hub))
        made = service.again(street.amina.id, last)
    assert starts([made]) == ["27.10. 14:00"]


def test_the_facts_of_a_new_session_fall_back_on_the_recipe_and_the_last_time(street: Street) -> None:
    recipe = Recipe(
        slug="toys", name="Toy swap", theme=Theme.LEARN, summary="Swap.", space="A room", materials="Toys",
        skills="None", people="4", rhythm="Weekly", starter_time="An hour", joiner_time="One hour",
        match_words=[], take_home="A toy", flags="children with their adults, allergens",
    )  # fmt: skip
    add(recipe)
    held = project(street, Theme.LEARN, recipe_id=recipe.id)
    session(street, NOON - WEEK, project_id=held.id, language="bn")
    soon = When(NOON + DAY, NOON + DAY + HOUR)
    with pytest.raises(NotLiveYet):
        service.plan(street.gita.id, held, soon, Where(street.hub))
    begin_safety(street.gita.id, held, "none")
    made = service.plan(street.gita.id, held, soon, Where(street.hub))
    assert (made.language, made.take_home, made.children) == ("bn", "A toy", True)
