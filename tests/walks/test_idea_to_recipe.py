"""(a) From an idea to a recipe that is started in another ward: everything in between, without scripts."""

import re
from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.core.mail import list_laid
from participate.outbox import service as outbox
from participate.projects import service as projects
from participate.projects.models import Project, Recipe
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import SignUpStatus
from tests.page import PageClient
from tests.street import Street
from tests.walks.hands import fill, press

DAY = timedelta(days=1)


def letters_to(app: Flask, mail: str) -> list[str]:
    """The letters that lie at this address, the newest first, after the worker ran."""
    outbox.run_due()
    db.session.remove()
    return [each.body for each in list_laid(app.extensions["settings"].data / "letters") if each.to == mail]


def secret_link(letter: str) -> str:
    """The secret page that a letter leads to."""
    found = re.search(r"/come/[\w-]+", letter)
    assert found, letter
    return found.group(0)


def number_in(address: str) -> int:
    found = re.search(r"/(\d+)", address)
    assert found, address
    return int(found.group(1))


def test_from_an_idea_to_a_recipe_in_another_ward(app: Flask, street: Street) -> None:
    projects.plant_recipes()
    db.session.commit()
    ward, other_ward, space = (str(each.id) for each in (street.ward, street.other_ward, street.space))
    chidi, bilal, dora = (app.test_client().become(street.person(name)) for name in ("chidi", "bilal", "dora"))

    # An idea; a neighbour adds to it; the hub answers and says what comes next.
    fill(chidi, "/ideas/new", {"words": "Wouldn’t it be good if we mended broken toasters together?"})
    idea = db.session.scalar(select(func.max(street.idea.__class__.id)))
    fill(bilal, f"/ideas/{idea}/replies/new?kind=join", {"kind": "join"})
    fill(
        dora,
        f"/ideas/{idea}/answer",
        {"words": "Lovely. The shop is free on Thursdays.", "next_step": "Chidi and Dora look at the room."},
    )
    page = app.test_client().get(f"/ideas/{idea}").text
    assert "Bilal" in page
    assert "Chidi and Dora look at the room." in page

    # The recipe is started near him: four questions make a project with its needs, weeks and safety list.
    where = fill(
        chidi, "/recipes/repair-cafe/start", {"name": "Toaster Café", "ward": ward, "when": "Thursday evenings"}
    )
    project = db.session.scalar(select(Project).where(Project.name == "Toaster Café"))
    assert where == f"/projects/{project.id}"
    shown = chidi.get(where).text
    assert "Dora" in shown, "somebody at the hub rings him"
    assert project.needs
    need = next(each for each in project.needs if each.kind.value == "person")
    project_id, need_id = project.id, need.id
    fill(bilal, f"/projects/{project_id}/help?need={need_id}", {"words": "I can solder."})
    fill(chidi, f"/projects/{project_id}/team", {"answer": "welcomed"}, to="/answer")

    # Tools are amber: the host's short list comes before the first session.
    fill(chidi, f"/projects/{project_id}/safety", {"lines": _all_of(chidi, f"/projects/{project_id}/safety", "lines")})

    # The first session: day, hour, place; then it is made small, with children.
    day = (clock.local(clock.now()) + 7 * DAY).date()
    where = fill(
        chidi, f"/projects/{project_id}/sessions/new",
        {"day": day.isoformat(), "hour": "6pm", "length": "120", "place": f"space:{space}"},
    )  # fmt: skip
    session_id = number_in(where)
    fill(chidi, f"/sessions/{session_id}/edit", {"capacity": "3", "children": "y"})

    # Hana signs up without an account with two children; Ivo waits; she gives up; he says yes.
    hana, ivo = app.test_client(), app.test_client()
    place = fill(
        hana, f"/sessions/{session_id}",
        {"name": "Hana", "contact": "hana@example.org", "toddlers": "1", "children": "1"},
    )  # fmt: skip
    fill(ivo, f"/sessions/{session_id}", {"name": "Ivo", "contact": "ivo@example.org"})
    assert _statuses(session_id) == ["going", "waiting"]
    assert secret_link(letters_to(app, "hana@example.org")[0]) == place
    press(hana, place, "/away")
    assert _statuses(session_id) == ["cancelled", "offered"]
    press(ivo, secret_link(letters_to(app, "ivo@example.org")[0]), "/yes")
    assert _statuses(session_id) == ["cancelled", "going"]

    # He comes; so do a walk-in and two children. The count is closed.
    session = db.session.get(Session, session_id)
    starts_at = session.starts_at
    with clock.stop_at(starts_at + timedelta(minutes=10)):
        sign_up = db.session.scalar(select(SignUp.id).where(SignUp.status == SignUpStatus.GOING))
        counted = f"/sessions/{session_id}/check-in"
        press(chidi, counted, f"/{sign_up}/came")
        fill(chidi, counted, {"band": "adult", "name": "Jo"}, to="/walk-in")
        fill(chidi, counted, {"band": "child"}, to="/walk-in")
        fill(chidi, counted, {"band": "toddler"}, to="/walk-in")
    with clock.stop_at(starts_at + timedelta(hours=3)):
        fill(chidi, counted, {"minutes": "130"}, to="/close")
    bands = db.session.scalars(select(Attendance.band).where(Attendance.session_id == session_id)).all()
    assert sorted(bands) == ["adult", "adult", "child", "toddler"]

    # The day after: a story; then it runs, and is written down as a recipe.
    with clock.stop_at(starts_at + DAY):
        story = fill(
            chidi, f"/sessions/{session_id}/story",
            {"title": "Four toasters live again", "words": "We mended four toasters and ate the proof."},
        )  # fmt: skip
        assert "Four toasters live again" in app.test_client().get(story).text
        assert "Four toasters live again" in app.test_client().get(f"/projects/{project_id}").text
        fill(chidi, f"/projects/{project_id}/stage", {"stage": "trying_out"})
        fill(chidi, f"/projects/{project_id}/stage", {"stage": "running"})
        written = fill(
            chidi, f"/projects/{project_id}/recipe",
            {"steps": "Find a room with sockets.\nAsk two people who can mend.\nPut up a poster.\nOpen the door.", "credit": "Chidi and Bilal, Parsloes"},
        )  # fmt: skip

        # Bilal starts it in another ward, and the family tree knows.
        fill(bilal, f"{written}/start", {"name": "Toaster Café, Thames", "ward": other_ward, "when": "Sundays"})
        tree = app.test_client().get(written).text
        assert "Toaster Café, Thames" in tree
        assert "Chidi and Bilal, Parsloes" in tree
    made = db.session.scalar(select(Recipe).where(Recipe.project_id == project_id))
    assert made.grown_from.slug == "repair-cafe"
    assert db.session.scalar(select(Project.recipe_id).where(Project.name == "Toaster Café, Thames")) == made.id


def _statuses(session_id: int) -> list[str]:
    return list(db.session.scalars(select(SignUp.status).where(SignUp.session_id == session_id).order_by(SignUp.id)))


def _all_of(client: PageClient, page: str, name: str) -> list[str]:
    """Every value that can be ticked under `name`."""
    return re.findall(rf'<input[^>]*name="{name}"[^>]*value="([^"]+)"', client.get(page).text)
