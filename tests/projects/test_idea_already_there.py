"""Before an idea is said: what is there already, while she types and, without a script, on the way."""

import pytest

from participate.core.db import db
from participate.projects.models import Idea
from tests.page import PageClient
from tests.samples import ids_of
from tests.statements import count_statements
from tests.street import CAST, Street

PAGE, TYPING = "/ideas/new", "/ideas/already"
AS_SHE_TYPES = {"HX-Request": "true", "HX-Request-Type": "partial"}
MEND = "Wouldn’t it be good if we sat down together to mend a torn coat?"


def typed(client: PageClient, words: str) -> str:
    """The part of the page that comes while she types."""
    answer = client.send(TYPING, {"words": words}, page=PAGE, headers=AS_SHE_TYPES)
    assert answer.status_code in (200, 422)
    assert answer.text.lstrip().startswith('<div id="projects-idea-already">')
    return answer.text


@pytest.mark.parametrize("name", CAST)
def test_everybody_sees_what_is_there_while_she_types(street: Street, client: PageClient, name: str) -> None:
    part = typed(client.become(street.person(name)), MEND)
    assert "Mend Club" in part
    assert "Join this instead" in part
    assert f'href="/projects/{street.project.id}/help"' in part
    assert "Also about" in part


def test_a_recipe_and_what_is_done_elsewhere_can_be_started_here(street: Street, client: PageClient) -> None:
    ids = ids_of(street)
    part = typed(client.become(street.chidi), "a repair café where we fix broken things together")
    assert "Start one here too, from this recipe" in part
    assert 'href="/recipes/repair-cafe/start"' in part
    elsewhere = db.session.get_one(type(street.project), ids["elsewhere_id"])
    part = typed(client, f"{elsewhere.name} {elsewhere.about}")
    assert f'href="/projects/{elsewhere.id}/start"' in part


def test_somebody_else_s_idea_can_be_joined_and_her_own_is_not_shown(street: Street, client: PageClient) -> None:
    assert f'href="/ideas/{street.idea.id}/replies/new?kind=join"' in typed(
        client.become(street.bilal), street.idea.words
    )
    assert f"/ideas/{street.idea.id}" not in typed(client.become(street.chidi), street.idea.words)


@pytest.mark.parametrize("words", ["", "zxqv", "we", "x" * 601, "a\x00b", "🙂", "<script>alert(1)</script>"])
def test_while_there_is_nothing_to_show_the_part_is_empty(street: Street, client: PageClient, words: str) -> None:
    part = typed(client.become(street.chidi), words)
    assert "<section" not in part
    assert 'name="anyway"' not in part


def test_without_a_script_she_is_asked_once_and_her_words_are_kept(street: Street, client: PageClient) -> None:
    asked = client.become(street.chidi).send(PAGE, {"words": MEND})
    assert asked.status_code == 200
    assert "Look below first" in asked.text
    assert "Mend Club" in asked.text
    assert f"{MEND}</textarea>" in asked.text
    assert 'name="anyway" value="y"' in asked.text
    assert db.session.query(Idea).count() == 1
    sent = client.send(PAGE, {"words": MEND, "anyway": "y"})
    made = db.session.query(Idea).order_by(Idea.id.desc()).first()
    assert sent.headers["Location"] == f"/ideas/{made.id}"
    assert made.words == MEND


def test_nobody_is_asked_about_what_is_only_a_little_alike(street: Street, client: PageClient) -> None:
    assert client.become(street.chidi).send(PAGE, {"words": "A coat of paint for the bridge"}).status_code == 303


def test_a_stranger_is_asked_before_she_joins(street: Street, client: PageClient) -> None:
    assert "Mend Club" in client.send(PAGE, {"words": MEND}).text
    assert client.send(PAGE, {"words": MEND, "anyway": "y"}).headers["Location"] == "/join"


def test_words_that_come_from_the_one_box_are_looked_up_at_once(street: Street, client: PageClient) -> None:
    page = client.become(street.chidi).send(PAGE, {"say": MEND}).text
    assert "Mend Club" in page
    assert "Look below first" not in page


def test_changing_an_idea_asks_nothing(street: Street, client: PageClient) -> None:
    path = f"/ideas/{street.idea.id}/edit"
    assert "hx-post" not in client.become(street.chidi).get(path).text
    assert client.send(path, {"words": MEND}).status_code == 303


def test_it_is_quick_and_no_address_holds_the_words(street: Street, client: PageClient) -> None:
    typed(client.become(street.chidi), MEND)
    with count_statements() as counted:
        typed(client, MEND)
    assert counted.number <= 12, counted.texts
    assert client.get(f"{TYPING}?words=mend").status_code == 405
