"""The hand-over pack: who takes it, what is in it, and above all what is not."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest
from icalendar import Calendar

from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects import queries as projects
from participate.projects.models import Recipe, WeekLine
from participate.projects.words import NeedKind, NeedStatus, TeamPart, Tier
from participate.sessions.models import Thanks
from participate.sessions.words import SessionStatus
from participate.stories import queries
from tests.look_at import Looked
from tests.page import PageClient
from tests.projects.build import build_elsewhere, build_need, join
from tests.stories.making import came, past_session, signed_up, story
from tests.street import CAST, Street, add

FILES = ["README.txt", "how-to.html", "inventory.csv", "contacts.csv", "sessions.csv", "sessions.ics", "stories.html"]


def take(client: PageClient, street: Street) -> dict[str, str]:
    """The files of the pack, as Amina takes it."""
    answer = client.become(street.amina).send(f"/projects/{street.project.id}/pack")
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name).decode() for name in packed.namelist()}


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def agree(street: Street, name: str) -> None:
    member = projects.find_member(street.project.id, street.person(name).id)
    assert member is not None
    member.pack_contact = True
    db.session.commit()


@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str) -> None:
    path = f"/projects/{street.project.id}/pack"
    page = client.become(street.person(name)).get(path)
    if name in ("amina", "dora", "gita"):
        assert "Take the pack" in page.text
        assert client.send(path).mimetype == "application/zip"
        return
    assert page.status_code == (303 if name in ("stranger", "femi") else 403)
    if name not in ("stranger", "femi"):
        assert client.send(path, page="/materials/new").status_code == 403


def test_a_host_may_not_and_elsewhere_nobody(street: Street, client: PageClient) -> None:
    join(street.project, street.chidi, TeamPart.HOST)
    assert client.become(street.chidi).get(f"/projects/{street.project.id}/pack").status_code == 403
    assert client.become(street.dora).get(f"/projects/{build_elsewhere().id}/pack").status_code == 404


def test_it_is_a_file_to_keep_and_the_audit_knows(street: Street, client: PageClient) -> None:
    path = f"/projects/{street.project.id}/pack"
    client.become(street.amina).get(path)
    assert "packed" not in [row.verb for row in audit.list_of("project", street.project.id)]
    answer = client.send(path)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mend-club-pack.zip"'
    assert answer.headers["Cache-Control"] == "no-store"
    [packed] = [row for row in audit.list_of("project", street.project.id) if row.verb == "packed"]
    assert packed.actor_id == street.amina.id


def test_every_file_is_there_and_opens_by_itself(street: Street, client: PageClient) -> None:
    files = take(client, street)
    assert list(files) == FILES
    for name in ("how-to.html", "stories.html"):
        page = Looked(files[name])
        assert len(page.elements("h1")) == 1
        assert not page.unclosed
        assert page.elements("a", "link", "script", "img", "iframe", "form") == []
    assert "http" not in "".join(files.values()).replace("http-equiv", "")


def test_no_contact_without_consent(street: Street, client: PageClient) -> None:
    """The canary: everything that must not leave is put wherever it could lie, and looked for in every file."""
    join(street.project, street.chidi)
    session = past_session(street)
    came(session, street.bilal)
    came(session, None, name="Walkinia Canary")
    signed_up(session, street.dora, note="Canary note, ring 07700 900999")
    street.bilal.phone = "+447700900111"
    street.space.keeper_id, street.space.hub_id = street.chidi.id, None
    session.space_id, session.hub_id, session.host_id = street.space.id, None, street.bilal.id
    story(street, session_id=session.id)
    add(Thanks(session_id=session.id, person_id=street.chidi.id, words="Canary thanks", made_at=clock.now()))
    db.session.commit()
    agree(street, "amina")
    files = take(client, street)
    everything = "".join(files.values())
    for canary in ("Sheikh", "bilal@", "900111", "Okafor", "chidi@", "Mensah", "dora@", "Walkinia", "Canary", "900999"):
        assert canary not in everything, canary
    assert rows(files["contacts.csv"])[1:] == [["Amina Rahman", "started it", "amina@example.org"]]
    assert "Rahman" not in "".join(text for name, text in files.items() if name != "contacts.csv")
    agree(street, "bilal")
    assert rows(take(client, street)["contacts.csv"])[2] == ["Bilal Sheikh", "helps", "bilal@example.org +447700900111"]


def test_who_left_or_is_suspended_is_not_in_it(street: Street, client: PageClient) -> None:
    agree(street, "bilal")
    street.bilal.status = street.femi.status
    assert "Bilal" not in take(client, street)["contacts.csv"]


def test_formulas_stay_words(street: Street, client: PageClient) -> None:
    build_need(street.project, "=1+1", status=NeedStatus.MET, met_at=clock.now())
    street.amina.email, street.amina.phone = None, "+447700900000"
    street.amina.name = "@SUM(A1)"
    past_session(street, name="-2+3")
    agree(street, "amina")
    files = take(client, street)
    assert [row[1] for row in rows(files["inventory.csv"])][1] == "'=1+1"
    assert rows(files["contacts.csv"])[1] == ["'@SUM(A1)", "started it", "'+447700900000"]
    assert "'-2+3" in [row[2] for row in rows(files["sessions.csv"])]
    for name in FILES:
        if name.endswith(".csv"):
            assert not [cell for row in rows(files[name]) for cell in row if cell[:1] in tuple("=+-@\t\r") and cell]


def test_the_inventory_names_what_was_found_and_from_whom(street: Street, client: PageClient) -> None:
    build_need(street.project, "A box of zips", status=NeedStatus.MET, met_at=clock.now())
    build_need(street.project, "A big table", status=NeedStatus.OPEN)
    build_need(street.project, "Somebody kind", kind=NeedKind.PERSON, status=NeedStatus.MET, met_at=clock.now())
    street.space.hub_id = None
    inventory = rows(take(client, street)["inventory.csv"])[1:]
    assert inventory == [
        ["A thing", "A box of zips", "", "Thursday 2 July"], ["A space", "Kitchen at the Shop", "Dora", ""],
    ]  # fmt: skip


def test_a_home_stays_at_home(street: Street, client: PageClient) -> None:
    street.space.private, street.space.hub_id = True, None
    street.space.name = "Doras Canary Kitchen"
    assert street.space.at_home
    assert "Canary" not in "".join(take(client, street).values())


def test_sessions_by_bands(street: Street, client: PageClient) -> None:
    first, second = past_session(street, 9, name="First"), past_session(street, 5, name="Second")
    for _head in range(12):
        came(first, None)
    came(second, street.chidi)
    past_session(street, 4, name="Third", status=SessionStatus.CANCELLED, cancelled_at=clock.now())
    past_session(street, 3, name="Canary", hidden_at=clock.now())
    held = [(row[2], row[4], row[5]) for row in rows(take(client, street)["sessions.csv"])[1:]]
    assert held == [
        ("First", "Held", "10 to 19"), ("Second", "Held", "fewer than 5"), ("Third", "Cancelled", ""),
        (street.session.name, "Planned", ""),
    ]  # fmt: skip


def test_the_calendar_can_be_read(street: Street, client: PageClient) -> None:
    past = past_session(street, 4, status=SessionStatus.CANCELLED, cancelled_at=clock.now(), name="First; a, b\\c")
    events = Calendar.from_ical(take(client, street)["sessions.ics"]).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["First; a, b\\c", street.session.name]
    assert [str(event["status"]) for event in events] == ["CANCELLED", "CONFIRMED"]
    assert events[0].decoded("dtstart") == past.starts_at
    assert len({str(event["uid"]) for event in events}) == 2
    assert "attendee" not in events[0]
    assert "organizer" not in events[0]


def test_the_how_to_says_how(street: Street, client: PageClient) -> None:
    recipe = Recipe(
        slug="mend", name="Mending", theme=Theme.MAKE, summary="Mend together.", space="A room", materials="Needles",
        skills="Sewing", people="4", rhythm="Weekly", starter_time="2 h", joiner_time="1 h", match_words=[],
        flags="food", steps=["Find a room", "Put the kettle on"],
    )  # fmt: skip
    add(recipe)
    street.project.recipe_id, street.project.our_part = recipe.id, "We bring tea\nWe mend"
    street.project.council_part, street.project.asks_next = "A room for free", "A second machine"
    safety = queries.find_safety(street.project.id)
    assert safety is not None
    safety.tier, safety.risks, safety.allergens = Tier.AMBER, ["tools"], ["milk"]
    add(WeekLine(project_id=street.project.id, week=1, words="Ask two neighbours", done_at=clock.now()))
    page = take(client, street)["how-to.html"]
    for words in (
        "Mend Club", "Find a room", "Put the kettle on", "Ask two neighbours (done)", "We bring tea",
        "A room for free", "A second machine", "Milk", "There is food", "Somebody who knows the tools",
    ):  # fmt: skip
        assert words in page


def test_words_stay_words(street: Street, client: PageClient) -> None:
    street.project.about = "<script>alert(1)</script>"
    story(street, words="<img src=x onerror=alert(1)>", title="روٹی 🍞")
    files = take(client, street)
    assert "<script" not in files["how-to.html"]
    assert "<img" not in files["stories.html"]
    assert "روٹی 🍞" in files["stories.html"]


def test_too_much_is_refused_kindly(street: Street, client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participate.stories.rules.pack.LARGEST_PACK", 100)
    answer = client.become(street.amina).send(f"/projects/{street.project.id}/pack")
    assert answer.status_code == 409
    assert "we pack it by hand" in answer.text


def test_the_check_page_says_who_agreed(street: Street, client: PageClient) -> None:
    agree(street, "bilal")
    page = client.become(street.amina).get(f"/projects/{street.project.id}/pack").text
    assert "Bilal</bdi>: yes: bilal@example.org" in page
    assert "Amina</bdi>: not in it" in page
    assert "amina@example.org" not in page


@pytest.mark.parametrize("name", CAST)
def test_each_of_the_team_decides_for_herself(street: Street, client: PageClient, name: str) -> None:
    path = f"/projects/{street.project.id}/pack/me"
    page = client.become(street.person(name)).get(path)
    if name not in ("amina", "bilal"):
        assert page.status_code == (303 if name in ("stranger", "femi") else 403)
        return
    assert "Now: no." in page.text
    client.send(path, {"answer": "yes"})
    db.session.expire_all()
    agreed = {
        each.person.name for each in db.session.query(type(projects.find_owner(street.project.id))) if each.pack_contact
    }
    assert agreed == {street.person(name).name}
    assert "Now: yes." in client.get(path).text
    client.get(path, query_string={"answer": "no"})
    client.send(path, {"answer": "perhaps"})
    assert "Now: yes." in client.get(path).text
    client.send(path, {"answer": "no"})
    assert "Now: no." in client.get(path).text
    with clock.stop_at(clock.now() + timedelta(days=1)):
        assert [row.verb for row in audit.list_of("pack", street.project.id)] == ["disagreed", "agreed"]
