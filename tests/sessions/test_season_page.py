"""The sheet of a season: laid out, looked over, planned all at once or not at all."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participate.core.db import db
from participate.outbox.models import Promise
from participate.profiles.words import Theme
from participate.sessions import service
from participate.sessions.models import Session
from participate.sessions.service import When, Where
from tests.page import PageClient
from tests.sessions.making import project
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

PAGE = "/programme/season"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def frame(street: Street, **more: object) -> dict[str, object]:
    """Three weeks from Monday 6 July, at the Shop and in its kitchen."""
    places = [f"hub:{street.hub.id}", f"space:{street.space.id}"]
    return {"first": "2026-07-06", "weeks": "3", "slots": "1", "place": places, **more}


def cell(
    week: int, place: int, project_id: object, day: str = "1", hour: str = "2pm", length: str = ""
) -> dict[str, object]:
    end = f"-{week}-{place}-0"
    return {f"project{end}": str(project_id), f"day{end}": day, f"hour{end}": hour, f"length{end}": length}


def planned() -> int:
    """How many sessions there are beside the street's."""
    return (db.session.scalar(select(func.count(Session.id))) or 0) - 1


@pytest.mark.parametrize("who", CAST)
def test_who_may(street: Street, client: PageClient, who: str) -> None:
    answer = client.become(street.person(who)).get(PAGE)
    if who in ("amina", "dora", "gita"):
        assert answer.status_code == 200
        assert "Mend Club" in answer.text
    elif who in ("stranger", "femi"):
        assert (answer.status_code, answer.location) == (303, "/sign-in")
    else:
        assert answer.status_code == 404, "nobody else knows of it"


def test_a_host_lays_out_her_own_projects_alone(street: Street, client: PageClient) -> None:
    other = project(street, Theme.LEARN)
    assert "A learn club" in client.become(street.dora).get(PAGE).text
    client.become(street.amina)
    assert "A learn club" not in client.get(PAGE).text
    sent = frame(street, **cell(0, 0, other.id), step="plan")
    answer = client.send(PAGE, sent)
    assert (answer.status_code, planned()) == (422, 0)
    assert "The Shop, Church Elm Lane, week 1: Choose the project." in answer.text


def test_thirty_sessions_from_one_week(street: Street, client: PageClient) -> None:
    """Three cells and ticks: a season of thirty, looked over first."""
    others = [project(street, theme) for theme in (Theme.LEARN, Theme.PLAY)]
    client.become(street.dora)
    places = [f"hub:{street.hub.id}", f"space:{street.space.id}"]
    sent: dict[str, object] = {"first": "2026-09-07", "weeks": "10", "slots": "2", "place": places}
    sent |= cell(0, 0, street.project.id, "1", "2pm") | cell(0, 1, others[0].id, "2", "10am", "120")
    sent |= {"project-0-0-1": str(others[1].id), "day-0-0-1": "3", "hour-0-0-1": "18:00"}
    sent |= {f"same-{week}": "y" for week in range(1, 10)}
    answer = client.send(PAGE, {**sent, "step": "check"})
    assert answer.status_code == 200
    assert "30 sessions. Nothing is planned yet." in answer.text
    assert "Tuesday 27 October, 2pm to 3pm" in answer.text, "after the clocks went back it is still 2pm"
    assert planned() == 0
    answer = client.send(PAGE, {**sent, "step": "plan"})
    assert answer.status_code == 303
    assert planned() == 30
    assert "All 30 are in the programme." in client.get(answer.location).text
    letters = db.session.scalars(select(Promise).where(Promise.name == "letter")).all()
    assert letters == [], "Dora keeps the kitchen and plans it herself"


def test_the_check_page_carries_everything(street: Street, client: PageClient) -> None:
    client.become(street.dora)
    answer = client.send(PAGE, frame(street, **cell(0, 0, street.project.id, "2", "2.30 pm", "90"), step="check"))
    for words in (
        'name="hour-0-0-0" value="2.30 pm"',
        'name="length-0-0-0" value="90"',
        'name="first" value="2026-07-06"',
    ):
        assert words in answer.text
    assert answer.text.count('name="place"') == 2


def test_back_to_the_sheet_with_every_word(street: Street, client: PageClient) -> None:
    client.become(street.dora)
    answer = client.send(PAGE, frame(street, **cell(1, 1, street.project.id, "2", "2.30 pm"), step="back"))
    assert answer.status_code == 200
    assert 'name="hour-1-1-0" value="2.30 pm"' in answer.text


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"project-1-1-0": "", "day-1-1-0": "1", "hour-1-1-0": "2pm"}, "Choose the project."),
        ({"project-1-1-0": "MINE", "day-1-1-0": "", "hour-1-1-0": "2pm"}, "Choose the day."),
        ({"project-1-1-0": "MINE", "day-1-1-0": "1", "hour-1-1-0": ""}, "Write when it starts, like 2pm."),
        ({"project-1-1-0": "MINE", "day-1-1-0": "1", "hour-1-1-0": "<script>"}, "Write a time like"),
        ({"project-1-1-0": "MINE", "day-1-1-0": "1", "hour-1-1-0": "🍞\x00"}, "Write a time like"),
        ({"project-1-1-0": "9" * 10_000, "day-1-1-0": "1", "hour-1-1-0": "2pm"}, "Choose the project."),
        (
            {"project-1-1-0": "MINE", "day-1-1-0": "1", "hour-1-1-0": "2pm", "first": "2026-06-29"},
            "That time has gone.",
        ),
    ],
)
def test_one_bad_cell_stops_all_and_nothing_is_lost(
    street: Street, client: PageClient, bad: dict[str, str], said: str
) -> None:
    client.become(street.dora)
    bad = {name: value.replace("MINE", str(street.project.id)) for name, value in bad.items()}
    if "first" in bad:  # then the good cell is in the first week still to come
        bad = {name.replace("-1-1-0", "-0-1-0"): value for name, value in bad.items()}
    sent = frame(street, **{**cell(2, 0, street.project.id, "3", "4.15 pm", "120"), **bad}, step="plan")
    answer = client.send(PAGE, sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert "<title>Error: Lay out a season" in answer.text
    assert 'name="hour-2-0-0" value="4.15 pm"' in answer.text, "the good cell is kept"
    assert planned() == 0, "nothing half-written"
    assert "<script>" not in answer.text.split("<main", 1)[1]


def test_a_room_that_is_taken(street: Street, client: PageClient) -> None:
    when = When(NOON + 5 * DAY, NOON + 5 * DAY + 2 * HOUR)  # Tuesday 7 July, noon to 2pm
    service.plan(street.amina.id, street.project, when, Where(street.space))
    db.session.commit()
    client.become(street.dora)
    for hour, status in (("1pm", 422), ("2pm", 303)):
        sent = frame(street, **cell(0, 1, street.project.id, "1", hour), step="plan")
        answer = client.send(PAGE, sent)
        assert answer.status_code == status
        if status == 422:
            assert "Something else is in this room at that hour." in answer.text
            assert "12pm Mend Club" in " ".join(answer.text.split()), "what stands there already is shown"


def test_a_project_that_is_not_ready_stops_all(street: Street, client: PageClient) -> None:
    """Food: the safety list is open."""
    cook = project(street, Theme.COOK)
    client.become(street.dora)
    sent = frame(street, **cell(0, 0, street.project.id), **cell(1, 0, cook.id), step="plan")
    answer = client.send(PAGE, sent)
    assert answer.status_code == 422
    assert planned() == 0
    assert "The Shop, Church Elm Lane, week 2:" in answer.text


@pytest.mark.parametrize("step", ["check", "plan"])
def test_an_empty_sheet(street: Street, client: PageClient, step: str) -> None:
    answer = client.become(street.dora).send(PAGE, frame(street, step=step))
    assert answer.status_code == 422
    assert "Nothing is written on the sheet yet." in answer.text


def test_more_than_sixty(street: Street, client: PageClient) -> None:
    sent = frame(street, weeks="12", slots="3") | {f"same-{week}": "y" for week in range(1, 12)}
    for place in range(2):
        for slot in range(3):
            end = f"-0-{place}-{slot}"
            sent |= {
                f"project{end}": str(street.project.id),
                f"day{end}": str(slot),
                f"hour{end}": f"{9 + 4 * place}:00",
            }
    answer = client.become(street.dora).send(PAGE, {**sent, "step": "plan"})
    assert answer.status_code == 422
    assert "At most 60 sessions at once." in answer.text
    assert planned() == 0


@pytest.mark.parametrize(
    "asked",
    [
        "weeks=0", "weeks=99", "weeks=x", "weeks=%00", "slots=-1", "slots=9", "first=never", "first=1999-01-01",
        "first=9999-12-31", "place=hub:0", "place=space:x", "place=", "place=%F0%9F%8D%9E", "weeks=12&slots=3",
        "same-1=y&project-0-0-0=x", "first=0001-01-01",
    ],
)  # fmt: skip
def test_a_frame_that_makes_no_sense_is_the_usual(street: Street, client: PageClient, asked: str) -> None:
    assert client.become(street.dora).get(f"{PAGE}?{asked}").status_code == 200


def test_usual_frame(street: Street, client: PageClient) -> None:
    text = client.become(street.dora).get(PAGE).text
    assert 'name="first" type="date" value="2026-07-06"' in text, "next week"
    assert text.count('<th scope="row">') == 6
    assert '<th scope="col">The Shop, Church Elm Lane</th>' in text


def test_statements(street: Street, client: PageClient) -> None:
    client.become(street.dora)
    with count_statements() as counted:
        client.get(f"{PAGE}?weeks=12&place=hub:{street.hub.id}")
    assert counted.number <= 12, counted.texts
