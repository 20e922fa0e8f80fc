"""Posters and printed invites: everything that a neighbour must know, and nobody's name or door."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.paper.rules.codes import Target, code_of
from participate.paper.words import Channel, LinkKind
from participate.projects.models import Project, Recipe
from participate.sessions.models import Session
from participate.spaces.models import Space
from tests.look_at import Looked
from tests.page import PageClient
from tests.samples import more_things
from tests.statements import count_statements
from tests.street import CAST, Street

PEOPLE = ("Amina", "Rahman", "Bilal", "Sheikh", "Chidi", "Okafor", "Dora", "Mensah", "@example.org")


def pages_of(street: Street) -> dict[str, tuple[LinkKind, int, Channel]]:
    """The address of every sheet → what its short link says."""
    recipe_id = more_things(street)["recipe_id"]
    session, project = street.session.id, street.project.id
    return {
        f"/sessions/{session}/poster": (LinkKind.SESSION, session, Channel.POSTER),
        f"/projects/{project}/poster": (LinkKind.PROJECT, project, Channel.POSTER),
        f"/projects/{project}/invite": (LinkKind.PROJECT, project, Channel.INVITE),
        "/recipes/repair-cafe/invite": (LinkKind.RECIPE, recipe_id, Channel.INVITE),
    }


@pytest.mark.parametrize("who", CAST)
def test_anybody_prints_them(street: Street, client: PageClient, who: str) -> None:
    pages = pages_of(street)
    client.become(street.person(who))
    for path, (kind, thing_id, channel) in pages.items():
        page = client.get(path)
        assert page.status_code == 200, path
        code = code_of(Target(kind, thing_id, channel))
        assert f'src="/s/{code}.svg"' in page.text
        assert f"127.0.0.1:8000<wbr>/s/{code}" in page.text, "the address can be typed as well"
        assert "Print in your browser" in page.text


def test_each_has_its_code_and_the_code_has_words(street: Street, client: PageClient) -> None:
    for path in pages_of(street):
        pictures = Looked(client.get(path).text).elements("img")
        assert len(pictures) == 1
        assert pictures[0].attrs["alt"].startswith("QR code of 127.0.0.1:8000/s/")


def test_both_sizes(street: Street, client: PageClient) -> None:
    for path in pages_of(street):
        assert 'class="sheet a4"' in client.get(path).text
        assert 'class="sheet a5"' in client.get(f"{path}?size=a5").text
        for odd in ("A5", "a3", "", "x" * 5000, "%00", "<script>"):
            page = client.get(path, query_string={"size": odd})
            assert (page.status_code, 'class="sheet a4"' in page.text) == (200, True)
            assert "<script>" not in page.text


def test_nobody_is_named_and_no_contact_stands_there(street: Street, client: PageClient) -> None:
    held = street.chidi
    for path in pages_of(street):
        for reader in (None, held):
            text = Looked(client.become(reader).get(f"{path}?size=a5").text).elements("main")[0].text
            assert [name for name in PEOPLE if name in text] == []


def test_a_starter_may_put_her_own_first_name_on_an_invite(street: Street, client: PageClient) -> None:
    more_things(street)
    for path in (f"/projects/{street.project.id}/invite", "/recipes/repair-cafe/invite"):
        client.become(street.amina)
        assert "Put my first name on it" in client.get(path).text
        named = client.get(f"{path}?name=y")
        assert "I am Amina." in named.text
        assert "Rahman" not in named.text
        assert "Take my name off it" in named.text
        stranger = client.become(None).get(f"{path}?name=y").text
        assert "I am " not in stranger
        assert "first name on it" not in stranger
        assert "I am Amina" not in client.become(street.chidi).get(f"{path}?name=Amina").text


def test_a_session_poster_says_all_that_matters(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.cost_pence, held.bring, held.take_home, held.language = 150, "A torn coat.", "A mended one.", "ro"
    held.step_free = held.toilet = held.children = held.women_only = True
    text = client.get(f"/sessions/{held.id}/poster").text
    for words in (
        "Bring it broken, take it home working", "Saturday 4 July", "12pm to 2pm", "Kitchen at the Shop",
        "Church Elm Lane", "£1.50", "Step-free", "Toilet", "Children welcome", "Women only", "In română",
        "A torn coat.", "A mended one.",
    ):  # fmt: skip
        assert words in text
    held.bring = ""
    assert "Just bring yourself." in client.get(f"/sessions/{held.id}/poster").text


def test_a_home_never_hangs_on_a_wall(street: Street, client: PageClient) -> None:
    space = db.session.get_one(Space, street.space.id)
    space.private, space.hub_id, space.address, space.name = True, None, "12 Bastable Avenue", "Kitchen of the Okafors"
    held = db.session.get_one(Session, street.session.id)
    held.hub_id, held.place_note, held.door = None, "Ring at 12b", "Blue door at the back"
    for path in (f"/sessions/{held.id}/poster", f"/sessions/{held.id}"):
        text = client.get(path).text
        sheet = text.split("itemprop" if path.endswith(str(held.id)) else "<article", 1)[1]
        for words in ("Bastable", "Blue door"):
            assert words not in sheet
    text = client.get(f"/sessions/{held.id}/poster").text
    assert "In Parsloes" in text
    for words in ("Okafors", "Ring at 12b"):
        assert words not in text


def test_what_is_over_or_cancelled_is_not_printed(street: Street, client: PageClient) -> None:
    path = f"/sessions/{street.session.id}/poster"
    with clock.stop_at(clock.now() + timedelta(days=5)):
        over = client.get(path).text
    assert "This one is over." in over
    assert "<article" not in over
    held = db.session.get_one(Session, street.session.id)
    held.status, held.cancelled_at = "cancelled", clock.now()
    cancelled = client.get(path).text
    assert "take its posters down" in cancelled
    assert "<article" not in cancelled


@pytest.mark.parametrize("who", CAST)
def test_what_is_hidden_has_no_paper(street: Street, client: PageClient, who: str) -> None:
    pages = pages_of(street)
    db.session.get_one(Project, street.project.id).hidden_at = clock.now()
    db.session.query(Recipe).update({Recipe.hidden_at: clock.now()})
    client.become(street.person(who))
    assert [client.get(path).status_code for path in pages] == [404] * 4


def test_what_was_done_elsewhere_has_no_poster(street: Street, client: PageClient) -> None:
    elsewhere = more_things(street)["elsewhere_id"]
    assert client.get(f"/projects/{elsewhere}/poster").status_code == 404
    assert client.get(f"/projects/{elsewhere}/invite").status_code == 404


def test_a_project_without_dates_has_a_line_to_write_on(street: Street, client: PageClient) -> None:
    path = f"/projects/{street.project.id}/poster"
    assert "Saturday 4 July" in client.get(path).text
    held = db.session.get_one(Session, street.session.id)
    held.status, held.cancelled_at = "cancelled", clock.now()
    text = client.get(path).text
    assert "Saturday 4 July" not in text
    assert "When and where:" in text


@pytest.mark.parametrize(
    "path", ["/sessions/99999/poster", "/projects/99999/poster", "/recipes/no/invite", "/sessions/0/poster"]
)
def test_nothing_there(street: Street, client: PageClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_they_ask_little_of_the_database(street: Street, client: PageClient) -> None:
    for path in pages_of(street):
        with count_statements() as counted:
            client.get(path)
        assert counted.number <= 12, counted.texts
