"""The pages on which hosts and staff plan, change and cancel."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.core.db import db
from participate.projects.models import Project, SafetyCheck
from participate.projects.words import Tier
from participate.sessions import service
from participate.sessions.models import Session
from participate.sessions.words import SessionStatus
from participate.spaces.models import Space
from tests.page import PageClient
from tests.street import CAST, NOON, Street

GOOD = {"day": "2026-07-10", "hour": "14:00", "length": "120"}
LONG = "x" * 10_000


def new_page(street: Street) -> str:
    return f"/projects/{street.project.id}/sessions/new"


def edit_page(street: Street) -> str:
    return f"/sessions/{street.session.id}/edit"


def cancel_page(street: Street) -> str:
    return f"/sessions/{street.session.id}/cancel"


def newest() -> Session:
    return db.session.scalars(select(Session).order_by(Session.id.desc()).limit(1)).one()


def filled(street: Street, **changed: str) -> dict[str, object]:
    return {**GOOD, "place": f"hub:{street.hub.id}", "name": "Mending", "language": "en", **changed}


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("page", [new_page, edit_page, cancel_page])
def test_who_may(street: Street, client: PageClient, who: str, page: object) -> None:
    answer = client.become(street.person(who)).get(page(street))  # type: ignore[operator]
    if who in ("amina", "dora", "gita"):
        assert answer.status_code == 200
    elif who in ("stranger", "femi"):
        assert (answer.status_code, answer.location) == (303, "/sign-in")
    else:
        assert answer.status_code == 403


@pytest.mark.parametrize("who", ["stranger", "bilal", "chidi", "efua", "femi"])
@pytest.mark.parametrize("page", [new_page, edit_page, cancel_page])
def test_who_may_not_send_either(street: Street, client: PageClient, who: str, page: object) -> None:
    token = client.become(street.person(who)).token(f"/report/session/{street.session.id}")
    sent = {**filled(street), "reason": "x", "csrf_token": token}
    assert client.post(page(street), data=sent).status_code == 403  # type: ignore[operator]
    assert db.session.get_one(Session, street.session.id).status is SessionStatus.PLANNED
    assert newest().id == street.session.id


def test_four_answers_make_a_session(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    answer = client.send(new_page(street), {**GOOD, "place": f"space:{street.space.id}"})
    made = newest()
    assert (answer.status_code, answer.location) == (303, f"/sessions/{made.id}")
    assert made.starts_at.isoformat() == "2026-07-10T13:00:00+00:00"
    assert made.ends_at - made.starts_at == timedelta(hours=2)
    assert (made.name, made.step_free, made.capacity, made.host_id) == ("Mend Club", True, 12, street.amina.id)
    page = client.get(f"/sessions/{made.id}").text
    assert "It is in the programme." in page
    assert "Friday 10 July, 2pm to 4pm" in page


def test_hours_as_people_write_them(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    client.send(new_page(street), {**GOOD, "day": "10/7/2026", "hour": "2.30 pm", "place": f"hub:{street.hub.id}"})
    assert newest().starts_at.isoformat() == "2026-07-10T13:30:00+00:00"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"day": ""}, "Choose a day."),
        ({"day": "soon"}, "Write the date as day, month and year"),
        ({"day": "2026-07-01"}, "That time has gone."),
        ({"day": "2028-07-01"}, "more than a year away"),
        ({"day": "2027-03-28", "hour": "1:30am"}, "there is no 01:30"),
        ({"hour": ""}, "Write when it starts"),
        ({"hour": "teatime"}, "Write a time like"),
        ({"length": ""}, "Choose how long it lasts."),
        ({"length": "721"}, "Choose how long it lasts."),
        ({"length": "-60"}, "Choose how long it lasts."),
        ({"place": ""}, "Choose a place."),
        ({"place": "hub:999"}, "Choose a place."),
        ({"place": "space:x"}, "Choose a place."),
        ({"place": "somewhere"}, "Say where people meet"),
        ({"place": "somewhere", "place_note": "Ring 07700 900123"}, "leave phone numbers out"),
        ({"place": "somewhere", "place_note": LONG}, "too many"),
        ({"day": LONG}, "too many"),
        ({"hour": LONG}, "too many"),
        ({"day": "\x00"}, "Some of these signs cannot be shown"),
        ({"hour": "🍞"}, "Write a time like"),
        ({"day": "\u202e2026-07-01"}, "That time has gone."),
        ({"day": "<script>"}, "Write the date as"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    street: Street, client: PageClient, wrong: dict[str, str], said: str
) -> None:
    client.become(street.amina)
    answer = client.send(new_page(street), {**GOOD, "place": f"hub:{street.hub.id}", **wrong})
    assert answer.status_code == 422
    assert said in answer.text
    assert "<title>Error: Add a session" in answer.text
    assert "<script>" not in answer.text.split("<main", 1)[1]
    assert newest().id == street.session.id, "nothing was made"
    if wrong.get("hour") == "teatime":
        assert 'value="teatime"' in answer.text, "the words are kept"


@pytest.mark.parametrize(
    ("day", "hour", "kinds"),
    [("", "", ("date", "time")), ("2020-01-01", "14:00", ("date", "time")), ("Sunday", "teatime", ("text", "text"))],
)
def test_the_wheel_of_the_phone_stays_after_an_error(
    street: Street, client: PageClient, day: str, hour: str, kinds: tuple[str, str]
) -> None:
    client.become(street.amina)
    answer = client.send(new_page(street), {**GOOD, "place": f"hub:{street.hub.id}", "day": day, "hour": hour})
    assert answer.status_code == 422
    for name, typed, kind in zip(("day", "hour"), (day, hour), kinds, strict=True):
        assert f'name="{name}" type="{kind}" value="{typed}"' in answer.text


def test_no_session_is_offered_that_safety_would_refuse(street: Street, client: PageClient) -> None:
    page = f"/projects/{street.project.id}"
    client.become(street.amina)
    assert f'href="{new_page(street)}"' in client.get(page).text
    check = db.session.scalars(select(SafetyCheck).where(SafetyCheck.project_id == street.project.id)).one()
    check.tier, check.checked_at, check.checked_by_id = Tier.AMBER, None, None
    text = client.get(page).text
    assert f'href="{new_page(street)}"' not in text, "four questions, and then a no"
    assert "Tick the short list" in text


def test_a_project_that_is_looked_at_first(street: Street, client: PageClient) -> None:
    db.session.get_one(Project, street.project.id).hidden_at = NOON
    client.become(street.amina)
    assert f'href="{new_page(street)}"' not in client.get(f"/projects/{street.project.id}").text
    answer = client.send(new_page(street), {**GOOD, "place": f"hub:{street.hub.id}"})
    assert "Only the team sees this project just now" in answer.text
    assert "has ended" not in answer.text


def test_hour_length_and_place_are_those_of_last_time(street: Street, client: PageClient) -> None:
    text = client.become(street.amina).get(new_page(street)).text
    for words in ('value="12:00"', 'value="120" selected>2 hours', "selected>Kitchen at the Shop"):
        assert words in text
    assert 'name="day" type="date" value=""' in text, "the day is asked each time"
    db.session.delete(db.session.get_one(Session, street.session.id))
    assert "selected>Kitchen" not in client.get(new_page(street)).text


def test_a_project_that_has_ended(street: Street, client: PageClient) -> None:
    db.session.get_one(Project, street.project.id).source = "x"
    db.session.get_one(Project, street.project.id).source_key = "1"
    answer = client.become(street.dora).send(new_page(street), {**GOOD, "place": f"hub:{street.hub.id}"})
    assert answer.status_code == 422
    assert "it has no new sessions" in answer.text


def test_only_its_keeper_may_choose_a_home(street: Street, client: PageClient) -> None:
    space = db.session.get_one(Space, street.space.id)
    space.private, space.keeper_id = True, street.amina.id
    assert "Kitchen at the Shop" in client.become(street.amina).get(new_page(street)).text
    client.become(street.dora)
    assert "Kitchen at the Shop" not in client.get(new_page(street)).text
    assert client.send(new_page(street), {**GOOD, "place": f"space:{space.id}"}).status_code == 422


def test_the_edit_page_holds_what_is(street: Street, client: PageClient) -> None:
    text = client.become(street.amina).get(edit_page(street)).text
    chosen = ('value="120" selected>2 hours', "selected>Amina", "selected>Kitchen at the Shop")
    for words in ('value="2026-07-04"', 'value="12:00"', "Bring it broken", *chosen):
        assert words in text


def test_change(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    sent = filled(street, cost="1.50", host_id=str(street.bilal.id), quiet="y", capacity="9", about="Tea first.")
    assert client.send(edit_page(street), sent).status_code == 303
    held = db.session.get_one(Session, street.session.id)
    assert (held.name, held.cost_pence, held.host_id) == ("Mending", 150, street.bilal.id)
    assert (held.quiet, held.step_free) == (True, False)
    assert (held.space_id, held.hub_id, held.capacity, held.about) == (None, street.hub.id, 9, "Tea first.")


def test_staff_who_edit_leave_it_in_the_home_where_it_is(street: Street, client: PageClient) -> None:
    space = db.session.get_one(Space, street.space.id)
    space.private, space.hub_id, space.keeper_id = True, None, street.amina.id
    client.become(street.dora)
    assert client.send(edit_page(street), filled(street, place=f"space:{space.id}")).status_code == 303
    assert db.session.get_one(Session, street.session.id).space_id == space.id


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Give it a name"),
        ({"name": LONG}, "too many"),
        ({"name": "ring 07700 900123"}, "leave phone numbers out"),
        ({"cost": "cheap"}, "Write what it costs"),
        ({"cost": "9999999"}, "Write what it costs"),
        ({"capacity": "0"}, "from 1 to 2000"),
        ({"capacity": str(2**63)}, "from 1 to 2000"),
        ({"host_id": "999999"}, "Choose one from the list"),
        ({"language": "xx"}, "Choose a language"),
        ({"about": LONG}, "too many"),
        ({"bring": "a\x00b"}, "Some of these signs"),
        ({"name": "\u202eevil"}, None),
        ({"name": "🍞🍞 ‏مرحبا"}, None),
    ],
)
def test_what_is_wrong_with_a_change(
    street: Street, client: PageClient, wrong: dict[str, str], said: str | None
) -> None:
    answer = client.become(street.amina).send(edit_page(street), filled(street, **wrong))
    if said is None:
        assert answer.status_code == 303
        assert "\u202e" not in db.session.get_one(Session, street.session.id).name
    else:
        assert answer.status_code == 422
        assert said in answer.text


def test_cancel(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    assert client.send(cancel_page(street), {"reason": ""}).status_code == 422
    assert client.send(cancel_page(street), {"reason": "Rain."}).status_code == 303
    assert db.session.get_one(Session, street.session.id).cancelled_because == "Rain."
    assert client.get(cancel_page(street)).status_code == 409, "once is enough"
    assert client.get(edit_page(street)).status_code == 409


def test_two_hosts_cancel_at_once(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    token = client.token(cancel_page(street))
    service.cancel(street.dora.id, db.session.get_one(Session, street.session.id), "Flood.")
    answer = client.post(cancel_page(street), data={"reason": "Rain.", "csrf_token": token})
    assert answer.status_code == 409
    assert db.session.get_one(Session, street.session.id).cancelled_because == "Flood."


def test_what_is_over_cannot_change(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.starts_at, held.ends_at = NOON - timedelta(hours=3), NOON - timedelta(hours=1)
    client.become(street.amina)
    assert client.get(edit_page(street)).status_code == 409
    assert client.get(cancel_page(street)).status_code == 409


@pytest.mark.parametrize("page", ["/projects/0/sessions/new", f"/projects/{2**63}/sessions/new", "/sessions/9999/edit"])
def test_no_such_thing(street: Street, client: PageClient, page: str) -> None:
    assert client.become(street.amina).get(page).status_code == 404
