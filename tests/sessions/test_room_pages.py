"""The pages of a session’s room: taken, asked, lost, found again; and kit for it."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from participate.core.db import db
from participate.materials.models import Loan
from participate.outbox import service as outbox
from participate.sessions import service as sessions
from participate.sessions.models import Session
from participate.sessions.service import When, Where
from participate.spaces import service as spaces
from participate.spaces.models import Space
from participate.spaces.rules import Slot, What, slot_of
from tests.page import PageClient
from tests.spaces.booking import open_to_all
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import CAST, Street

FRIDAY = date(2026, 7, 10)
GOOD = {"day": "2026-07-10", "hour": "14:00", "length": "120"}
TWO_HOUR, FIVE_HOUR = time(14), time(17)
TWO = slot_of(FRIDAY, TWO_HOUR, 120)


def new_page(street: Street) -> str:
    return f"/projects/{street.project.id}/sessions/new"


def taken(street: Street, slot: Slot = TWO, space: Space | None = None) -> None:
    spaces.book(street.dora.id, space or street.space, slot, What("Choir"), as_keeper=True)
    db.session.commit()


def other_space(street: Street, **more: object) -> Space:
    facts = {"name": "School hall", "capacity": 30, "hub_id": street.hub.id, "step_free": True} | more
    made = open_to_all(build_space(street, **facts))
    db.session.commit()
    return made


def all_sessions() -> list[Session]:
    return list(db.session.scalars(select(Session).order_by(Session.id)))


def in_space(street: Street, **more: str) -> dict[str, str]:
    return {**GOOD, "place": f"space:{street.space.id}", **more}


def planned(street: Street) -> Session:
    made = sessions.plan(street.amina.id, street.project, When(TWO.starts_at, TWO.ends_at), Where(street.space))
    db.session.commit()
    return made


def lost(street: Street) -> Session:
    """A session whose room was declined."""
    made = planned(street)
    spaces.decline(street.dora.id, made.booking, "The roof leaks.")
    db.session.commit()
    outbox.run_due()
    db.session.expire_all()
    return made


def test_a_taken_room_is_said_beside_the_field_with_what_is_free(street: Street, client: PageClient) -> None:
    hall = other_space(street)
    taken(street)
    answer = client.become(street.amina).send(new_page(street), in_space(street))
    assert answer.status_code == 422
    for words in ('id="place-error"', "Somebody else has it then.", "What is free", "School hall", f"space:{hall.id}"):
        assert words in answer.text
    assert "Kitchen at the Shop</bdi>" not in answer.text
    assert len(all_sessions()) == 1


def test_one_press_takes_the_other_space(street: Street, client: PageClient) -> None:
    hall = other_space(street)
    taken(street)
    answer = client.become(street.amina).send(new_page(street), in_space(street, instead=f"space:{hall.id}"))
    made = all_sessions()[-1]
    assert (answer.status_code, made.space_id, made.starts_at) == (303, hall.id, TWO.starts_at)


def test_one_press_takes_another_hour(street: Street, client: PageClient) -> None:
    taken(street)
    hour = slot_of(FRIDAY, FIVE_HOUR, 120)
    answer = client.become(street.amina).send(new_page(street), in_space(street, at=hour.starts_at.isoformat()))
    made = all_sessions()[-1]
    assert (answer.status_code, made.space_id, made.starts_at) == (303, street.space.id, hour.starts_at)


def test_the_page_says_that_the_room_is_asked_for(street: Street, client: PageClient) -> None:
    client.become(street.amina).send(new_page(street), in_space(street))
    made = all_sessions()[-1]
    page = client.get(f"/sessions/{made.id}").text
    assert "You hear when its keeper says yes" in page or "you hear when its keeper says yes" in page
    assert "Its keeper has not said yes yet." in client.become(None).get(f"/sessions/{made.id}").text
    spaces.agree(street.dora.id, made.booking)
    db.session.commit()
    assert "Its keeper has not said yes yet." not in client.get(f"/sessions/{made.id}").text


def week(number: int) -> date:
    return FRIDAY + timedelta(days=7 * number)


def series(street: Street, **more: str) -> dict[str, str]:
    return in_space(street, rhythm="weekly", times="10", **more)


def test_week_six_is_asked_about_and_nothing_is_written(street: Street, client: PageClient) -> None:
    hall = other_space(street)
    taken(street, slot_of(week(5), TWO_HOUR, 120))
    answer = client.become(street.amina).send(new_page(street), series(street))
    name = f"day-{week(5).isoformat()}"
    assert answer.status_code == 200
    needed = ("Some days need a choice", f'name="{name}"', "Leave this day out", f'value="space:{hall.id}"', "At 4pm")
    for words in needed:
        assert words in answer.text
    assert answer.text.count('type="radio"') == answer.text.count(f'name="{name}"')
    assert len(all_sessions()) == 1


@pytest.mark.parametrize(("choice", "number"), [("out", 9), ("at:16:00", 10), ("space", 10)])
def test_week_six_as_it_was_chosen(street: Street, client: PageClient, choice: str, number: int) -> None:
    hall = other_space(street)
    taken(street, slot_of(week(5), TWO_HOUR, 120))
    chosen = f"space:{hall.id}" if choice == "space" else choice
    answer = client.become(street.amina).send(new_page(street), series(street, **{f"day-{week(5)}": chosen}))
    made = all_sessions()[1:]
    assert (answer.status_code, len(made)) == (303, number)
    sixth = [each for each in made if each.series_day == week(5)]
    if choice == "out":
        assert sixth == []
    elif choice == "space":
        assert [each.space_id for each in sixth] == [hall.id]
    else:
        assert [each.starts_at for each in sixth] == [slot_of(week(5), TWO_HOUR.replace(hour=16), 120).starts_at]


@pytest.mark.parametrize(
    "nonsense", ["at:99:99", "at:", "space:", "space:999999", "space:x", "👻", "x" * 5000, "out:1"]
)
def test_nonsense_about_a_day_is_no_fault(street: Street, client: PageClient, nonsense: str) -> None:
    taken(street, slot_of(week(5), TWO_HOUR, 120))
    answer = client.become(street.amina).send(new_page(street), series(street, **{f"day-{week(5)}": nonsense}))
    assert answer.status_code in (200, 303)
    if not nonsense.startswith("out"):
        assert len(all_sessions()) == 1


def test_a_change_into_a_taken_time_is_said_and_changes_nothing(street: Street, client: PageClient) -> None:
    made = planned(street)
    other_space(street)
    taken(street, slot_of(week(1), TWO_HOUR, 120))
    sent = {**in_space(street, day=week(1).isoformat()), "name": "Mending", "language": "en"}
    answer = client.become(street.amina).send(f"/sessions/{made.id}/edit", sent)
    assert answer.status_code == 422
    assert "Somebody else has it then." in answer.text
    assert "School hall" in answer.text
    db.session.rollback()
    assert made.starts_at == TWO.starts_at


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("page", ["place", "kit"])
def test_who_may(street: Street, client: PageClient, who: str, page: str) -> None:
    path = f"/sessions/{street.session.id}/{page}"
    answer = client.become(street.person(who)).get(path)
    if who in ("amina", "dora", "gita"):
        assert answer.status_code == 200
    else:
        assert answer.status_code == (303 if who in ("stranger", "femi") else 403)
        token = client.token(f"/report/session/{street.session.id}")
        sent = {"space": str(street.space.id), "material": str(street.material.id), "csrf_token": token}
        assert client.post(path, data=sent).status_code == 403
    assert db.session.query(Loan).count() == 0


def test_a_lost_room_leaves_the_place_open(street: Street, client: PageClient) -> None:
    made = lost(street)
    page = client.get(f"/sessions/{made.id}").text
    assert "The place is still open." in page
    assert "Kitchen at the Shop" not in page
    assert f'/sessions/{made.id}/place"' not in page
    assert f'/sessions/{made.id}/place"' in client.become(street.amina).get(f"/sessions/{made.id}").text
    for path in ("/programme", f"/sessions/{made.id}.ics", f"/projects/{street.project.id}"):
        assert client.get(path).status_code == 200


def test_a_place_in_one_press(street: Street, client: PageClient) -> None:
    made, hall = lost(street), other_space(street)
    home = build_space(street, name="Chidi’s front room", keeper_id=street.chidi.id, private=True, capacity=40)
    db.session.commit()
    path = f"/sessions/{made.id}/place"
    page = client.become(street.amina).get(path).text
    assert "Find a place" in page
    assert "School hall" in page
    assert "Chidi’s front room" not in page, "nobody plans anything in somebody else’s home"
    assert client.send(path, {"space": str(home.id)}).status_code == 422
    answer = client.send(path, {"space": str(hall.id)})
    db.session.expire_all()
    assert (answer.status_code, made.space_id, made.hub_id) == (303, hall.id, street.hub.id)
    assert made.booking is not None
    assert "It has a place." in client.get(f"/sessions/{made.id}").text


def test_a_place_that_was_taken_a_moment_ago(street: Street, client: PageClient) -> None:
    made, hall = lost(street), other_space(street)
    taken(street, TWO, hall)
    answer = client.become(street.amina).send(f"/sessions/{made.id}/place", {"space": str(hall.id)})
    assert answer.status_code == 409
    assert "Somebody else has it then." in answer.text
    db.session.expire_all()
    assert made.space_id is None


def test_what_is_looked_for(street: Street, client: PageClient) -> None:
    made = lost(street)
    other_space(street, has="A piano, forty chairs")
    path = f"/sessions/{made.id}/place"
    client.become(street.amina)
    assert "School hall" in client.get(f"{path}?kit=piano&people=20").text
    assert "School hall" not in client.get(f"{path}?kit=oven").text
    assert "Nothing that fits is free then" in client.get(f"{path}?people=1999").text
    for bad in ("people=x", "people=-1", f"kit={'x' * 500}", "kit=%00", "page=9999", "people=99999999999999"):
        assert client.get(f"{path}?{bad}").status_code in (200, 422)


@pytest.mark.parametrize("bad", ["", "x", "999999", "9" * 30, "-1"])
def test_no_such_space_is_said(street: Street, client: PageClient, bad: str) -> None:
    answer = client.become(street.amina).send(f"/sessions/{street.session.id}/place", {"space": bad})
    assert answer.status_code == 422
    assert "Choose one of the spaces." in answer.text


def test_the_pages_ask_little(street: Street, client: PageClient) -> None:
    made = lost(street)
    for number in range(25):
        build_space(street, name=f"Hall {number}", capacity=20, hub_id=street.hub.id)
    db.session.commit()
    client.become(street.amina)
    for page in ("place", "kit"):
        client.get(f"/sessions/{made.id}/{page}")
        with count_statements() as counted:
            client.get(f"/sessions/{made.id}/{page}")
        assert counted.number <= 24, counted.texts


def test_kit_in_one_press(street: Street, client: PageClient) -> None:
    made = planned(street)
    street.material.keeper_id, street.material.instant = street.dora.id, True
    db.session.commit()
    path = f"/sessions/{made.id}/kit"
    client.become(street.amina)
    assert "Sewing machine" in client.get(path).text
    assert "Sewing machine" in client.get(f"{path}?words=sewing").text
    assert "Nothing like that is free then" in client.get(f"{path}?words=drill").text
    for _twice in range(2):
        sent = {"material": str(street.material.id), "units": "1"}
        assert client.send(path, sent, page=f"/sessions/{made.id}/edit").status_code == 303
    loan = db.session.query(Loan).one()
    assert (loan.subject, loan.person_id, loan.from_day, loan.due_on) == (
        f"session:{made.id}", street.amina.id, FRIDAY - timedelta(days=1), FRIDAY + timedelta(days=1),
    )  # fmt: skip
    assert "Borrowed for it" in client.get(path).text


@pytest.mark.parametrize(("sent", "status"), [
    ({"material": ""}, 422), ({"material": "x"}, 422), ({"material": "999999"}, 422), ({"material": "9" * 40}, 422),
])  # fmt: skip
def test_no_such_thing_is_said(street: Street, client: PageClient, sent: dict[str, str], status: int) -> None:
    answer = client.become(street.amina).send(f"/sessions/{street.session.id}/kit", sent)
    assert answer.status_code == status


def test_her_own_thing_she_need_not_ask_for(street: Street, client: PageClient) -> None:
    answer = client.become(street.amina).send(
        f"/sessions/{street.session.id}/kit", {"material": str(street.material.id)}
    )
    assert answer.status_code == 409
    assert "You look after this yourself." in answer.text


def test_a_season_says_what_its_rooms_say(street: Street, client: PageClient) -> None:
    taken(street)
    monday = FRIDAY - timedelta(days=4)
    sent = {
        "first": monday.isoformat(), "weeks": "1", "slots": "1", "place": f"space:{street.space.id}",
        "project-0-0-0": str(street.project.id), "day-0-0-0": "4", "hour-0-0-0": "2pm", "length-0-0-0": "60",
        "step": "check",
    }  # fmt: skip
    answer = client.become(street.amina).send("/programme/season", sent)
    assert answer.status_code == 422
    assert "Somebody else has it then." in answer.text
