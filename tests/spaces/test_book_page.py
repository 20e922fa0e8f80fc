"""Asking for a space, once: the form, the look over, and what comes of it."""

from datetime import date

import pytest
from sqlalchemy import func, select

from participate.core.db import db
from participate.spaces import service
from participate.spaces.models import Booking, Space
from participate.spaces.rules import SpaceTaken
from participate.spaces.views import booking as view
from participate.spaces.words import BookingMode, BookingStatus, SpaceKind
from tests.page import PageClient
from tests.spaces.booking import DAY, agreed, at, open_to_all
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import CAST, Street

FORM = {"day": DAY.isoformat(), "hour": "14:00", "length": "120", "label": "Lunch", "heads": "4"}
EVIL = (
    "", "x" * 10_000, "a\x00b", "😀" * 9, "\u202eevil", "<script>alert(1)</script>", "-1", "1e9", "٣", "9999-12-31",
)  # fmt: skip
MAY = ("amina", "bilal", "chidi", "dora", "efua", "gita")


def made() -> list[Booking]:
    db.session.rollback()
    return list(db.session.scalars(select(Booking).order_by(Booking.id)))


def path(space: Space) -> str:
    return f"/spaces/{space.id}/book"


@pytest.mark.parametrize("name", CAST)
def test_residents_ask_and_strangers_sign_in_first(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(path(street.space))
    if name in MAY:
        assert answer.status_code == 200
        assert "<h1>Book Kitchen at the Shop</h1>" in answer.text
    else:
        assert answer.status_code == 303
    posted = client.post(path(street.space), data=FORM)
    assert posted.status_code in (400, 403)  # no token, or no account
    assert made() == []


def test_a_link_fills_it_in(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    subject = f"project:{street.project.id}"
    page = client.get(f"{path(street.space)}?day=2026-07-11&hour=14:00&length=90&heads=5&for={subject}")
    for words in ('value="2026-07-11"', 'value="14:00"', 'value="90" selected', 'value="5"', "Mend Club</option>"):
        assert words in page.text
    assert f'value="{subject}" selected' in page.text
    written = client.get(f"{path(street.space)}?day=11/7/2026&hour=2pm").text
    assert 'value="2026-07-11"' in written
    assert 'value="14:00"' in written


def test_a_link_with_nonsense_is_a_form_like_any_other(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    for value in EVIL:
        given = {name: value for name in ("day", "hour", "length", "heads", "for")}
        answer = client.get(path(street.space), query_string=given)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


@pytest.mark.parametrize("field", [*FORM, "every", "times", "subject", "note", "step", "at"])
def test_nonsense_is_met_beside_its_field(street: Street, client: PageClient, field: str) -> None:
    client.become(street.chidi)
    token = client.token(path(street.space))
    for value in EVIL:
        answer = client.post(path(street.space), data=FORM | {field: value, "csrf_token": token})
        assert answer.status_code in (200, 422), value
        assert "<script>alert" not in answer.text
    assert made() == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"day": ""}, "Choose a day."),
        ({"day": "soon"}, "Write the date as day, month and year"),
        ({"hour": ""}, "Write when you start"),
        ({"length": "7"}, "Choose how long."),
        ({"label": ""}, "Say in a few words what it is for"),
        ({"heads": ""}, "Write about how many people come"),
        ({"heads": "13"}, "There is room for 12 people."),
        ({"every": "week"}, "Write how many times"),
        ({"every": "week", "times": "54"}, "Write a whole number from 2 to 53."),
        ({"every": "day", "times": "5"}, "Choose one from the list."),
        ({"subject": "project:999"}, "Choose one from the list."),
        ({"day": "2026-07-01"}, "That time has gone."),
        ({"day": "2027-07-01"}, "It can be booked 183 days ahead."),
    ],
)
def test_what_is_wrong_is_said_and_the_words_are_kept(
    street: Street, client: PageClient, changes: dict[str, str], says: str
) -> None:
    client.become(street.chidi)
    answer = client.send(path(street.space), FORM | {"note": "We bring pans."} | changes)
    assert answer.status_code == 422
    assert says in answer.text
    assert "We bring pans." in answer.text
    assert "<title>Error:" in answer.text


def test_nothing_is_written_before_the_last_step(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    page = client.send(path(street.space), FORM)
    assert page.status_code == 200
    assert "Nothing is booked yet." in page.text
    assert "Saturday 11 July, 2pm to 4pm" in page.text
    assert made() == []
    back = client.send(path(street.space), FORM | {"step": "back"})
    assert back.status_code == 200
    assert 'value="Lunch"' in back.text


def test_asked_it_waits_for_a_yes(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    done = client.send(path(street.space), FORM | {"step": "book", "note": "We bring pans."})
    found = made()
    assert [(each.status, each.label, each.note, each.heads) for each in found] == [
        (BookingStatus.ASKED, "Lunch", "We bring pans.", 4)
    ]
    assert done.headers["Location"] == f"/bookings/{found[0].id}"
    assert "Until then the time is not held" in client.get(done.headers["Location"]).text


def test_at_once_it_is_hers(street: Street, client: PageClient) -> None:
    open_to_all(street.space, cost_pence=750)
    client.become(street.chidi)
    page = client.send(path(street.space), FORM)
    assert "It is yours as soon as you press." in page.text
    assert "£15 in all, paid to the keeper" in page.text
    client.send(path(street.space), FORM | {"step": "book"})
    assert [each.status for each in made()] == [BookingStatus.AGREED]


@pytest.mark.parametrize(("name", "status"), [("amina", "agreed"), ("dora", "asked"), ("gita", "asked")])
def test_a_neighbours_kitchen_is_hers_alone(street: Street, client: PageClient, name: str, status: str) -> None:
    space = build_space(street)
    client.become(street.person(name))
    page = client.get(path(space)).text
    assert ("You look after it" in page) is (status == "agreed")
    client.send(path(space), FORM | {"step": "book"})
    assert [each.status.value for each in made()] == [status]


def test_for_a_project_its_name_is_enough(street: Street, client: PageClient) -> None:
    client.become(street.bilal)
    subject = f"project:{street.project.id}"
    client.send(path(street.space), FORM | {"step": "book", "label": "", "subject": subject})
    assert [(each.label, each.subject) for each in made()] == [("Mend Club", subject)]


def test_nobody_books_for_a_project_that_is_not_hers(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    answer = client.send(path(street.space), FORM | {"step": "book", "subject": f"project:{street.project.id}"})
    assert answer.status_code == 422
    assert made() == []


def test_taken_it_says_what_is_free(street: Street, client: PageClient) -> None:
    other = build_space(street, name="Kitchen two doors on", capacity=9)
    agreed(street.dora, street.space, at(14))
    client.become(street.chidi)
    answer = client.send(path(street.space), FORM | {"note": "We bring pans."})
    assert answer.status_code == 422
    assert "Somebody else has it then." in answer.text
    for words in ("12pm to 2pm", "4pm to 6pm", "Sunday 12 July", "Kitchen two doors on", f'formaction="{path(other)}"'):
        assert words in answer.text
    assert "1:30pm to 3:30pm" not in answer.text
    assert "Dora" not in answer.text
    assert len(made()) == 1
    pressed = client.send(path(street.space), FORM | {"at": "2026-07-11T16:00+01:00"})
    assert pressed.status_code == 200
    assert "Saturday 11 July, 4pm to 6pm" in pressed.text


def test_touching_is_allowed(street: Street, client: PageClient) -> None:
    agreed(street.dora, street.space, at(12))
    agreed(street.dora, street.space, at(16))
    open_to_all(street.space)
    client.become(street.chidi).send(path(street.space), FORM | {"step": "book"})
    assert len(made()) == 3


def test_pressed_twice_it_is_one(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    first = client.send(path(street.space), FORM | {"step": "book"})
    again = client.send(path(street.space), FORM | {"step": "book"})
    assert again.headers["Location"] == first.headers["Location"]
    assert len(made()) == 1
    assert "You have done this already." in client.get(again.headers["Location"]).text


def test_pressed_twice_what_is_hers_at_once_is_one(street: Street, client: PageClient) -> None:
    open_to_all(street.space)
    client.become(street.chidi)
    first = client.send(path(street.space), FORM | {"step": "book"})
    again = client.send(path(street.space), FORM | {"step": "book"})
    assert again.headers["Location"] == first.headers["Location"]
    assert len(made()) == 1


def test_somebody_was_quicker(street: Street, client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    client.become(street.chidi)

    def taken(*_: object, **__: object) -> None:
        raise SpaceTaken

    monkeypatch.setattr(view.service, "book_once", taken)
    answer = client.send(path(street.space), FORM | {"step": "book"})
    assert answer.status_code == 409
    assert "Somebody was quicker a moment ago." in answer.text
    assert made() == []


def test_one_asks_only_so_often_a_day(street: Street, client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "MOST_A_DAY", 2)
    client.become(street.chidi)
    for hour, status in (("10:00", 303), ("12:00", 303), ("14:00", 429)):
        assert client.send(path(street.space), FORM | {"hour": hour, "step": "book"}).status_code == status
    assert len(made()) == 2


@pytest.mark.parametrize(("name", "opens"), [("chidi", False), ("dora", True)])
def test_one_that_is_rung_for_says_so(street: Street, client: PageClient, name: str, opens: bool) -> None:
    street.space.mode = BookingMode.RING
    db.session.commit()
    answer = client.become(street.person(name)).get(path(street.space))
    assert answer.status_code == (200 if opens else 303)
    if not opens:
        assert "booked by ringing" in client.get(answer.headers["Location"]).text


def test_a_site_leads_to_its_parts(street: Street, client: PageClient) -> None:
    site = build_space(street, kind=SpaceKind.SITE, name="The old depot")
    build_space(street, name="Potting shed", site_id=site.id)
    answer = client.become(street.chidi).get(path(site))
    assert answer.status_code == 303
    assert "Choose one of its parts." in client.get(answer.headers["Location"]).text


def test_what_is_hidden_is_not_there(street: Street, client: PageClient) -> None:
    space = build_space(street)
    service.hide(street.dora.id, space, "No.")
    client.become(street.chidi)
    assert client.get(path(space)).status_code == 404
    assert client.send(path(space), FORM, page=path(street.space)).status_code == 404


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2026, 7, 11)])
def test_two_hours_are_two_hours_when_the_clocks_change(street: Street, client: PageClient, day: date) -> None:
    open_to_all(street.space)
    client.become(street.chidi)
    client.send(path(street.space), FORM | {"step": "book", "day": day.isoformat(), "hour": "00:30"})
    assert [(each.ends_at - each.starts_at).total_seconds() for each in made()] == [7200]


def test_it_asks_little_of_the_database(street: Street, client: PageClient) -> None:
    agreed(street.dora, street.space, at(14))
    where = path(street.space)
    client.become(street.chidi)
    token = client.token(where)
    for data, most in ((FORM, 25), (FORM | {"hour": "18:00"}, 16), (FORM | {"hour": "18:00", "step": "book"}, 45)):
        with count_statements() as counted:
            client.post(where, data=data | {"csrf_token": token})
        assert counted.number <= most, counted.texts
    with count_statements() as counted:
        client.get(where)
    assert counted.number <= 12, counted.texts
    assert db.session.scalar(select(func.count(Booking.id))) == 2
