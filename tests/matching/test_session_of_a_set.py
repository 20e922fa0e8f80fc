"""“Make it a session”: what a set settled stands in the form already, and its room becomes the session's."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.matching.models import AskLine, ProjectSet
from participate.matching.queries import sets
from participate.matching.service import answering_asks, asking
from participate.projects.models import SafetyCheck
from participate.projects.words import Tier
from participate.sessions.models import Session
from participate.spaces import service as spaces
from participate.spaces.models import Booking
from participate.spaces.rules import Slot, What
from participate.spaces.words import BookingStatus
from tests.look_at import Looked
from tests.matching.set_street import Spinning, build
from tests.page import PageClient
from tests.street import CAST, Street, add
from tests.walks.hands import Hands

DAY, HOUR = "2026-07-09", "18:00"


@pytest.fixture
def spinning(app: Flask, street: Street) -> Spinning:
    return build(street)


@pytest.fixture
def ready(spinning: Spinning) -> ProjectSet:
    """A set that is on: the hub gave its loom room at once, two spinners said yes."""
    street = spinning.street
    line = sets.propose(spinning.project, 8, street.dora.id).line
    made = asking.ask_all(street.dora.id, spinning.project, 8, line)
    db.session.commit()
    for each in spinning.spinners:
        if ask := spinning.asked(each):
            answering_asks.answer(each.id, ask.id, yes=True)
    answering_asks.go_ahead(street.dora.id, made)
    now, green = clock.now(), {"tier": Tier.GREEN, "risks": [], "ticked": [], "allergens": []}
    add(SafetyCheck(project_id=spinning.project.id, **green, made_at=now, changed_at=now))
    db.session.commit()
    return made


def hands(app: Flask, street: Street, name: str) -> Hands:
    return Hands(app.test_client().become(street.person(name)))  # type: ignore[attr-defined]


def link(reader: Hands, spinning: Spinning) -> str:
    """Where the button leads."""
    page = Looked(reader.read(f"/projects/{spinning.project.id}/set"))
    return next(each.attrs["href"] for each in page.elements("a") if each.words == "Make it a session")


def drafted(page: str) -> dict[str, str]:
    """What stands in the form."""
    source = Looked(page)
    found = {each.attrs["name"]: each.attrs.get("value", "") for each in source.elements("input") if each.attrs["name"]}
    for each in source.elements("option"):
        if "selected" in each.attrs:
            found |= {"place" if ":" in each.attrs["value"] else "length": each.attrs["value"]}
    return {name: found.get(name, "") for name in ("day", "hour", "length", "place")}


def newest() -> Session:
    db.session.expire_all()
    return db.session.scalars(db.select(Session).order_by(Session.id.desc()).limit(1)).one()


def bookings(spinning: Spinning) -> list[Booking]:
    query = db.select(Booking).where(Booking.space_id == spinning.room.id).order_by(Booking.starts_at)
    return list(db.session.scalars(query.execution_options(populate_existing=True)))


@pytest.mark.parametrize("name", ["amina", "dora"])
def test_day_time_and_space_stand_in_the_form(
    app: Flask, street: Street, spinning: Spinning, ready: ProjectSet, name: str
) -> None:
    reader = hands(app, street, name)
    address = link(reader, spinning)
    room = f"space:{spinning.room.id}"
    carried = {"day": [DAY], "hour": [HOUR], "length": ["90"], "place": [room]}
    assert parse_qs(urlsplit(address).query) == carried, "and nobody's name"
    form = drafted(reader.read(address))
    assert form == {"day": DAY, "hour": HOUR, "length": "90", "place": room}


def test_one_press_makes_the_session_in_the_room_that_was_given(
    app: Flask, street: Street, spinning: Spinning, ready: ProjectSet
) -> None:
    amina = hands(app, street, "amina")
    [held] = bookings(spinning)
    assert (held.status, held.subject) == (BookingStatus.AGREED, f"project:{spinning.project.id}")
    amina.fill(link(amina, spinning), {})
    made = newest()
    assert clock.local(made.starts_at).isoformat() == f"{DAY}T{HOUR}:00+01:00"
    assert (made.project_id, made.space_id) == (spinning.project.id, spinning.room.id)
    [held] = bookings(spinning)
    assert made.booking_id == held.id
    assert (held.status, held.subject) == (BookingStatus.AGREED, f"session:{made.id}")
    assert db.session.scalar(db.select(AskLine.booking_id).where(AskLine.space_id == spinning.room.id)) == held.id


def test_all_of_it_can_be_changed(app: Flask, street: Street, spinning: Spinning, ready: ProjectSet) -> None:
    amina = hands(app, street, "amina")
    address = link(amina, spinning)
    amina.fill(address, {"length": "60"})
    assert newest().booking_id == bookings(spinning)[0].id, "the room is held long enough"
    amina.fill(address, {"day": "2026-07-10", "hour": "2pm", "place": f"hub:{street.hub.id}"})
    made = newest()
    assert clock.local(made.starts_at).isoformat() == "2026-07-10T14:00:00+01:00"
    assert (made.space_id, made.booking_id) == (None, None)


def test_a_series_begins_with_the_room_that_was_given(
    app: Flask, street: Street, spinning: Spinning, ready: ProjectSet
) -> None:
    dora = hands(app, street, "dora")
    dora.fill(link(dora, spinning), {"rhythm": "weekly", "times": "2"})
    first, second = bookings(spinning)
    made = db.session.scalars(db.select(Session).where(Session.project_id == spinning.project.id)).all()
    assert {each.booking_id for each in made} == {first.id, second.id}
    assert len(made) == 2


@pytest.mark.parametrize("subject", ["", "project:999", "session:999"])
def test_what_somebody_else_holds_is_not_taken_over(
    app: Flask, street: Street, spinning: Spinning, ready: ProjectSet, subject: str
) -> None:
    amina = hands(app, street, "amina")
    address = link(amina, spinning)
    [held] = bookings(spinning)
    slot = Slot(held.starts_at, held.ends_at)
    spaces.cancel(street.dora.id, held)
    spaces.book(street.dora.id, spinning.room, slot, What("Choir", subject=subject), as_keeper=True)
    db.session.commit()
    answer = amina.client.send(
        address, {"day": DAY, "hour": HOUR, "length": "90", "place": f"space:{spinning.room.id}"}
    )
    assert answer.status_code == 422
    assert newest().project_id != spinning.project.id


@pytest.mark.parametrize("name", CAST)
def test_the_address_opens_no_door(
    app: Flask, street: Street, spinning: Spinning, ready: ProjectSet, name: str
) -> None:
    address = link(hands(app, street, "amina"), spinning)
    reader: PageClient = app.test_client().become(street.person(name))  # type: ignore[attr-defined]
    expected = 200 if name in ("amina", "dora", "gita") else 303 if name in ("stranger", "femi") else 403
    assert reader.get(address).status_code == expected


@pytest.mark.parametrize(
    "query",
    ["day=2020-01-01&hour=18:00", "day=x&hour=y&length=z&place=w", "place=space:999999", "place=space:999999999999",
     "day=%00&place=%F0", "day=2026-07-09&day=2026-07-10", "project_id=7&asked=1&csrf_token=x&rhythm=weekly",
     "length=" + "9" * 400, "day=9999-12-31&hour=23:59"],
)  # fmt: skip
def test_wrong_or_old_words_in_the_address_are_passed_over(
    app: Flask, street: Street, spinning: Spinning, query: str
) -> None:
    page = hands(app, street, "amina").read(f"/projects/{spinning.project.id}/sessions/new?{query}")
    form = drafted(page)
    assert form["place"] == ""
    assert form["day"] in ("", "2026-07-09")
    assert form["length"] == "90", "as the project says"
    assert "Error" not in page


def test_an_address_that_is_over_still_asks_for_a_day(
    app: Flask, street: Street, spinning: Spinning, ready: ProjectSet
) -> None:
    amina = hands(app, street, "amina")
    address = link(amina, spinning)
    with clock.stop_at(ready.ends_at):
        assert drafted(amina.read(address))["day"] == ""
