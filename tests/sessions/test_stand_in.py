""" "I can't host": others are asked one by one; somebody hosts, or it is called off in time and everybody hears."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participate.accounts.service import set_apart
from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.outbox.service import run_due
from participate.sessions import queries, service
from participate.sessions.models import Session, SignUp
from participate.sessions.rules import stand_ins as rules
from participate.sessions.words import SessionStatus, SignUpStatus, StandInStatus
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, add, person


def starting_in(street: Street, hours: float) -> Session:
    """The street's session, hosted by Amina, so many hours from now."""
    held = db.session.get_one(Session, street.session.id)
    held.starts_at = clock.now() + timedelta(hours=hours)
    held.ends_at = held.starts_at + timedelta(hours=1)
    db.session.commit()
    return held


def line(held: Session) -> list[tuple[str, str]]:
    db.session.expire_all()
    return [(each.person.first_name, each.status.value) for each in queries.list_stand_ins(held.id)]


def letters(name: str) -> list[int]:
    rows = db.session.scalars(select(Promise).where(Promise.name == "letter").order_by(Promise.id))
    return [each.payload["person_id"] for each in rows if each.payload.get("name") == name]


def come(held: Session, who: object, **more: object) -> None:
    add(SignUp(
        session_id=held.id, person_id=who.id, status=SignUpStatus.GOING, salt="s" * 32, made_at=clock.now(),  # type: ignore[attr-defined]
        changed_at=clock.now(), **more,
    ))  # fmt: skip
    held.taken += 1
    db.session.commit()


def ask_round(street: Street, hours: float = 30) -> Session:
    held = starting_in(street, hours)
    service.cannot_host(street.amina.id, held, plans=True)
    db.session.commit()
    return held


def test_the_team_then_the_hub_is_asked_one_at_a_time(street: Street) -> None:
    held = ask_round(street)
    assert line(held) == [("Bilal", "asked"), ("Dora", "waiting")]
    assert letters("stand_in_asked") == [street.bilal.id]
    assert held.host_id is None


def test_the_buddy_comes_first(street: Street) -> None:
    db.session.get_one(Session, street.session.id).buddy_id = street.dora.id
    held = ask_round(street)
    assert line(held) == [("Dora", "asked"), ("Bilal", "waiting")]


def test_who_hosts_or_is_kept_apart_or_is_not_reached_is_not_asked(street: Street) -> None:
    street.bilal.email = None
    other = Session(
        project_id=street.project.id, name="Tea", starts_at=NOON + timedelta(hours=30), host_id=street.dora.id,
        ends_at=NOON + timedelta(hours=31), made_at=NOON, changed_at=NOON,
    )  # fmt: skip
    add(other)
    assert line(ask_round(street)) == [], "no way to reach Bilal, and Dora hosts elsewhere"
    street.bilal.email = "bilal@example.org"
    set_apart(street.bilal.id, street.bilal.id, street.amina.id)
    held = db.session.get_one(Session, street.session.id)
    held.host_id = street.amina.id
    service.cannot_host(street.amina.id, held, plans=True)
    assert line(held) == [], "nobody is told of somebody she is kept apart from"


def test_no_is_fine_and_the_next_is_asked(street: Street) -> None:
    held = ask_round(street)
    service.cannot_either(street.bilal.id, held)
    assert line(held) == [("Bilal", "no"), ("Dora", "asked")]
    assert letters("stand_in_asked") == [street.bilal.id, street.dora.id]
    with pytest.raises(rules.NotAsked):
        service.cannot_either(street.bilal.id, held)


def test_yes_makes_her_the_host_and_the_project_hears_once(street: Street) -> None:
    held = ask_round(street)
    service.stand_in(street.bilal.id, held, plans=False)
    service.stand_in(street.bilal.id, held, plans=False)
    db.session.commit()
    assert line(held) == [("Bilal", "yes"), ("Dora", "waiting")]
    assert held.host_id == street.bilal.id
    assert letters("stand_in_found") == [street.amina.id]
    with pytest.raises(rules.SomebodyHosts):
        service.stand_in(street.dora.id, held, plans=True)
    with pytest.raises(rules.NotAsked):
        service.stand_in(street.chidi.id, ask_round(street), plans=False)


def test_if_she_falls_ill_too_the_rest_is_asked(street: Street) -> None:
    held = ask_round(street)
    service.stand_in(street.bilal.id, held, plans=False)
    service.cannot_host(street.bilal.id, held, plans=False)
    assert line(held)[:2] == [("Bilal", "no"), ("Dora", "asked")]


def test_staff_may_step_in_unasked(street: Street) -> None:
    held = ask_round(street)
    service.stand_in(street.gita.id, held, plans=True)
    assert held.host_id == street.gita.id
    assert line(held) == [("Bilal", "waiting"), ("Dora", "waiting"), ("Gita", "yes")]


def test_time_passes_and_the_next_is_asked_until_nobody_is_left(street: Street) -> None:
    held = ask_round(street, 8)
    come(held, street.chidi)
    seen = [line(held)]
    for hours in (3, 6, 7):
        with clock.stop_at(NOON + timedelta(hours=hours, minutes=1)):
            run_due()
            seen.append(line(held))
    assert seen == [
        [("Bilal", "asked"), ("Dora", "waiting")], [("Bilal", "late"), ("Dora", "asked")],
        [("Bilal", "late"), ("Dora", "late")], [("Bilal", "late"), ("Dora", "late")],
    ]  # fmt: skip
    db.session.refresh(held)
    assert held.status is SessionStatus.CANCELLED
    assert held.cancelled_because == "Nobody could host this time."
    told = db.session.scalars(select(Promise).where(Promise.key.like("session_off:%"))).all()
    assert len(told) == 1, "whoever meant to come hears, once"


def test_a_late_yes_is_welcome_while_nobody_hosts(street: Street) -> None:
    held = ask_round(street, 30)
    with clock.stop_at(NOON + timedelta(hours=4)):
        run_due()
        assert line(held) == [("Bilal", "late"), ("Dora", "asked")]
        service.stand_in(street.bilal.id, held, plans=False)
        db.session.commit()
        assert line(held) == [("Bilal", "yes"), ("Dora", "waiting")]


def test_with_days_to_go_the_hub_hears_and_it_is_called_off_a_day_before(street: Street) -> None:
    held = ask_round(street, 72)
    for who in (street.bilal, street.dora):
        service.cannot_either(who.id, held)
    db.session.commit()
    assert sorted(letters("stand_in_nobody")) == sorted([street.amina.id, street.dora.id])
    assert held.status is SessionStatus.PLANNED
    assert [each.id for each in queries.list_hostless(street.hub.id)] == [held.id]
    with clock.stop_at(NOON + timedelta(hours=49)):
        run_due()
    db.session.refresh(held)
    assert held.status is SessionStatus.CANCELLED


def test_somebody_found_meanwhile_it_takes_place(street: Street) -> None:
    held = ask_round(street, 72)
    for who in (street.bilal, street.dora):
        service.cannot_either(who.id, held)
    service.stand_in(street.bilal.id, held, plans=False)
    db.session.commit()
    with clock.stop_at(NOON + timedelta(hours=49)):
        run_due()
    db.session.refresh(held)
    assert held.status is SessionStatus.PLANNED
    assert queries.list_hostless(street.hub.id) == []


def test_an_hour_before_it_is_called_off_at_once_and_the_page_says_whom_to_ring(
    client: PageClient, street: Street
) -> None:
    held = starting_in(street, 1)
    come(held, street.chidi)
    old = person("Edna Brown", street.ward, ring="020 8000 0000", reach_note="Let it ring")
    old.email = None
    come(held, old)
    page = f"/sessions/{held.id}/cannot-host"
    client.become(street.amina)
    assert "too late to ask round" in client.get(page).text
    assert client.send(page, {}).headers["Location"] == f"/sessions/{held.id}/whom-to-ring"
    mine = client.get(f"/sessions/{held.id}/whom-to-ring").text
    assert mine.index("Edna Brown") < mine.index("Chidi Okafor"), "whom no letter reaches comes first"
    assert "020 8000 0000" not in mine, "numbers are for staff"
    theirs = client.become(street.dora).get(f"/sessions/{held.id}/whom-to-ring").text
    assert "020 8000 0000" in theirs
    assert "Let it ring" in theirs


def test_pressed_twice_asks_once(client: PageClient, street: Street) -> None:
    held = starting_in(street, 30)
    client.become(street.amina)
    for _each in range(2):
        assert client.send(f"/sessions/{held.id}/cannot-host").status_code == 303
    assert letters("stand_in_asked") == [street.bilal.id]


def test_yes_and_no_by_the_page(client: PageClient, street: Street) -> None:
    held = ask_round(street)
    page = f"/sessions/{held.id}/stand-in"
    client.become(street.bilal)
    assert "Not this time" in client.get(page).text
    assert client.send(page, {"answer": "maybe"}).status_code == 422
    assert client.send(page, {"answer": "no"}).headers["Location"] == f"/sessions/{held.id}"
    assert client.become(street.dora).send(page, {"answer": "yes"}).status_code == 303
    db.session.refresh(held)
    assert held.host_id == street.dora.id
    assert "You host" in client.get(page).text


@pytest.mark.parametrize("name", CAST)
def test_who_sees_what(client: PageClient, street: Street, name: str) -> None:
    held = ask_round(street)
    client.become(street.person(name))
    signed_out = name in ("stranger", "femi")
    hosts = name in ("amina", "dora", "gita")
    shut = 303 if signed_out else 404
    expected = {"stand-in": 200 if hosts or name == "bilal" else shut,
                "cannot-host": 200 if hosts else 303 if signed_out else 403,
                "whom-to-ring": 200 if hosts else 303 if signed_out else 403}  # fmt: skip
    assert {path: client.get(f"/sessions/{held.id}/{path}").status_code for path in expected} == expected
    if name == "bilal":
        assert "Dora" not in client.get(f"/sessions/{held.id}/stand-in").text, (
            "who else is asked is the hosts' business"
        )


def test_the_pages_cost_few_statements(client: PageClient, street: Street) -> None:
    held = ask_round(street)
    client.become(street.dora)
    for path in ("stand-in", "cannot-host", "whom-to-ring"):
        client.get(f"/sessions/{held.id}/{path}")
        with count_statements() as counted:
            client.get(f"/sessions/{held.id}/{path}")
        assert counted.number <= 12, path


@pytest.mark.parametrize("status", [StandInStatus.YES, StandInStatus.ASKED])
def test_nobody_is_asked_beside_another_and_one_yes_is_enough(street: Street, status: StandInStatus) -> None:
    """The database says so, whatever two requests do at once."""
    for each in queries.list_stand_ins(ask_round(street).id):
        each.status, each.answer_by = status, NOON if status is StandInStatus.ASKED else None
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()
