"""Planning a series, changing and cancelling it, the same again: as a host does it; and what a session's page says."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core.db import db
from participate.outbox import service as outbox
from participate.sessions import service
from participate.sessions.models import Session
from participate.sessions.service import When, Where
from participate.sessions.words import Reach, Rhythm, SessionStatus
from tests.page import PageClient
from tests.sessions.letters import letters as laid_letters
from tests.sessions.making import session
from tests.sessions.test_series import coming, letters, weekly
from tests.street import CAST, NOON, Street

GOOD = {"day": "2026-07-07", "hour": "2pm", "length": "60"}
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
PLANNERS = ("amina", "dora", "gita")


def new_page(street: Street) -> str:
    return f"/projects/{street.project.id}/sessions/new"


def filled(street: Street, held: Session, **changed: str) -> dict[str, object]:
    """The edit form as it stands, with some of it changed."""
    return {
        "day": f"{held.starts_at:%Y-%m-%d}", "hour": "14:00", "length": "120", "place": f"hub:{street.hub.id}",
        "name": held.name, "language": "en", "host_id": str(street.amina.id), "step_free": "y",
        "toilet": "y", **changed,
    }  # fmt: skip


def made_by(street: Street) -> list[Session]:
    found = db.session.scalars(select(Session).where(Session.id != street.session.id).order_by(Session.starts_at))
    return list(found)


@pytest.mark.parametrize(
    ("rhythm", "end", "days"),
    [
        ("weekly", {"times": "3"}, ["07", "14", "21"]),
        ("weekly", {"until": "2026-07-21"}, ["07", "14", "21"]),
        ("weekly", {"until": "21/7/2026"}, ["07", "14", "21"]),
        ("fortnightly", {"times": "2"}, ["07", "21"]),
        ("monthly", {"times": "2"}, ["07", "04"]),
        ("", {"times": "3"}, ["07"]),
    ],
)
def test_plan(street: Street, client: PageClient, rhythm: str, end: dict[str, str], days: list[str]) -> None:
    client.become(street.amina)
    sent = {**GOOD, "place": f"hub:{street.hub.id}", "rhythm": rhythm, **end}
    answer = client.send(new_page(street), sent)
    made = made_by(street)
    assert (answer.status_code, answer.location) == (303, f"/sessions/{made[0].id}")
    assert [f"{each.starts_at:%d}" for each in made] == days
    if rhythm == "weekly":
        text = client.get(answer.location).text
        assert "3 sessions are in the programme, the last on Tuesday 21 July." in text
        assert "Every Tuesday until Tuesday 21 July." in text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"rhythm": "weekly"}, "Say how many times, or until which day."),
        ({"rhythm": "weekly", "times": "1"}, "from 2 to 60"),
        ({"rhythm": "weekly", "times": "61"}, "from 2 to 60"),
        ({"rhythm": "weekly", "times": "x"}, "from 2 to 60"),
        ({"rhythm": "weekly", "times": "60"}, "That is too many"),
        ({"rhythm": "weekly", "until": "2026-07-07"}, "That is only one time."),
        ({"rhythm": "weekly", "until": "soon"}, "Write the date as"),
        ({"rhythm": "weekly", "until": "\x00"}, "Some of these signs"),
        ({"rhythm": "daily", "times": "3"}, "Choose one from the list."),
        ({"rhythm": "weekly", "times": "53", "day": "2026-08-04"}, "more than a year away"),
    ],
)
def test_what_is_wrong(street: Street, client: PageClient, wrong: dict[str, str], said: str) -> None:
    client.become(street.amina)
    answer = client.send(new_page(street), {**GOOD, "place": f"hub:{street.hub.id}", **wrong})
    assert answer.status_code == 422
    assert said in answer.text
    assert made_by(street) == [], "nothing of it was made"


def test_edit_asks_which_ones_only_in_a_series(street: Street, client: PageClient) -> None:
    made = weekly(street)
    client.become(street.amina)
    assert "For which ones?" not in client.get(f"/sessions/{street.session.id}/edit").text
    assert "For which ones?" not in client.get(f"/sessions/{made[-1].id}/edit").text
    text = client.get(f"/sessions/{made[3].id}/edit").text
    assert "This and the 2 later ones, until Tuesday 10 November" in text
    assert "This and the later one, Tuesday 10 November" in client.get(f"/sessions/{made[4].id}/cancel").text


def test_edit_this_and_later(street: Street, client: PageClient) -> None:
    made = weekly(street)
    coming(made[4], street.chidi.id)
    client.become(street.amina)
    path = f"/sessions/{made[3].id}/edit"
    assert client.send(path, filled(street, made[3], reach="some")).status_code == 422
    answer = client.send(path, filled(street, made[3], hour="6pm", reach="later", door="The blue door"))
    assert answer.status_code == 303
    assert "Saved. 3 sessions have changed." in client.get(answer.location).text
    db.session.expire_all()
    assert [each.starts_at.hour for each in made[3:]] == [18, 18, 18]
    assert [each.door for each in made] == ["", "", "", "The blue door", "The blue door", "The blue door"]
    assert len(letters("session_moved")) == 1


def test_edit_only_this_one(street: Street, client: PageClient) -> None:
    made = weekly(street)
    client.become(street.amina)
    client.send(f"/sessions/{made[3].id}/edit", filled(street, made[3], hour="6pm", reach="one"))
    db.session.expire_all()
    assert [each.starts_at.hour for each in made] == [13, 13, 13, 18, 14, 14]


@pytest.mark.parametrize(("reach", "off"), [("one", 1), ("later", 3)])
def test_cancel(street: Street, client: PageClient, reach: str, off: int) -> None:
    made = weekly(street)
    client.become(street.amina)
    answer = client.send(f"/sessions/{made[3].id}/cancel", {"reason": "Rain.", "reach": reach})
    text = client.get(answer.location).text
    assert ("3 sessions are cancelled." if off == 3 else "It is cancelled.") in text
    db.session.expire_all()
    assert [each.status for each in made].count(SessionStatus.CANCELLED) == off


@pytest.mark.parametrize("reach", ["", "all", "x" * 10_000, "\x00", "<b>"])
def test_a_reach_that_makes_no_sense(street: Street, client: PageClient, reach: str) -> None:
    made = weekly(street)
    answer = client.become(street.amina).send(f"/sessions/{made[3].id}/cancel", {"reason": "Rain.", "reach": reach})
    assert answer.status_code == 422
    assert "Choose which ones it is for." in answer.text


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("where", ["session", "project"])
def test_who_may_do_the_same_again(street: Street, client: PageClient, who: str, where: str) -> None:
    client.become(street.person(who))
    path = {
        "session": f"/sessions/{street.session.id}/again",
        "project": f"/projects/{street.project.id}/sessions/again",
    }[where]
    answer = client.send(path, page=f"/report/session/{street.session.id}")
    if who in PLANNERS:
        made = made_by(street)[0]
        assert (answer.status_code, answer.location) == (303, f"/sessions/{made.id}")
        assert made.starts_at == NOON + 9 * DAY
        assert "The same again is in the programme." in client.get(answer.location).text
    else:
        assert answer.status_code == 403
        assert made_by(street) == []
    assert client.get(path).status_code in (404, 405), "a GET changes nothing"


def test_a_project_that_has_not_met_yet_is_asked_when(street: Street, client: PageClient) -> None:
    db.session.delete(db.session.get_one(Session, street.session.id))
    client.become(street.amina)
    path = f"/projects/{street.project.id}/sessions/again"
    answer = client.send(path, page=new_page(street))
    assert (answer.status_code, answer.location) == (303, new_page(street))


def test_the_button_is_on_both_pages(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    assert f'action="/sessions/{street.session.id}/again"' in client.get(f"/sessions/{street.session.id}").text
    assert f'action="/projects/{street.project.id}/sessions/again"' in client.get(f"/projects/{street.project.id}").text


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        (Rhythm.WEEKLY, "Every Tuesday until Tuesday 20 October."),
        (Rhythm.FORTNIGHTLY, "Every second Tuesday until Tuesday 3 November."),
        (Rhythm.MONTHLY, "The first Tuesday of the month until Tuesday 1 December."),
    ],
)
def test_how_a_series_is_said(street: Street, client: PageClient, rhythm: Rhythm, said: str) -> None:
    when = When(NOON + 96 * DAY, NOON + 96 * DAY + HOUR)  # Tuesday 6 October
    made = service.plan_series(street.amina.id, street.project, when, Where(street.hub), rhythm, count=3)
    db.session.commit()
    assert said in client.get(f"/sessions/{made[0].id}").text
    assert said not in client.get(f"/sessions/{made[2].id}").text, "the last one is no series"
    service.cancel(street.amina.id, made[2], "Rain.")
    assert said not in client.get(f"/sessions/{made[0].id}").text, "it ends earlier now"


def test_facts_on_the_page(street: Street, client: PageClient) -> None:
    held = session(
        street, NOON + DAY, door="The blue door", women_only=True, swap=True, drop_in=True, language="ro",
        host_id=street.amina.id, buddy_id=street.bilal.id,
    )  # fmt: skip
    text = client.get(f"/sessions/{held.id}").text
    for words in (
        "Which door",
        "The blue door",
        "Women only",
        "All ages swap skills",
        "Drop in, no sign-up",
        "In română",
    ):
        assert words in text
    assert re.search(r"<dt>Who welcomes you</dt><dd>Amina and Bilal</dd>", text)
    assert f'href="/sessions/{held.id}.ics"' in text


def test_more_places_than_room_is_said_beside_the_field(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    sent = filled(street, street.session, capacity="4", places="5")
    answer = client.send(f"/sessions/{street.session.id}/edit", sent)
    assert answer.status_code == 422
    assert re.search(r'id="places-error".*?more places than people who fit in', answer.text, re.DOTALL)


def test_the_letters_are_written(street: Street, app: Flask) -> None:
    """One letter for the move, one for the days that are off, one for the team, one for the keeper."""
    made = weekly(street)
    for each in made[1:]:
        coming(each, street.chidi.id)
    moved = When(made[1].starts_at + HOUR, made[1].ends_at + HOUR)
    service.change(street.amina.id, made[1], moved, Where(street.space), service.facts_of(made[1]))
    service.cancel(street.amina.id, made[2], "The heating is broken.", Reach.LATER)
    db.session.commit()
    outbox.run_due()
    outgoing = laid_letters()
    found = {(letter.subject, letter.to): letter for letter in outgoing}
    assert len(found) == len(outgoing) == 4, [(letter.subject, letter.to) for letter in outgoing]
    text = found[("Moved: Mend Club", "chidi@example.org")].body
    for words in (
        "Tuesday 13 October, 3pm to 5pm",
        "It was Tuesday 13 October, 2pm to 4pm",
        "Kitchen at the Shop",
        "/come/",
    ):
        assert words in text
    text = found[("Cancelled: Mend Club", "chidi@example.org")].body
    assert text.count("- Tuesday") == 4
    assert "The heating is broken." in text
    assert ("Cancelled: Mend Club", "bilal@example.org") in found
