"""“Tell a neighbour” on the pages of things; and what machines and messengers read there."""

import re
from html import unescape
from urllib.parse import unquote

import pytest

from participate.core import clock
from participate.core.db import db
from participate.paper.rules.codes import Target, code_of
from participate.paper.words import Channel, LinkKind
from participate.profiles.words import Theme
from participate.sessions.models import Session
from tests.join_css import FOLDER
from tests.look_at import Looked
from tests.page import PageClient
from tests.samples import more_things
from tests.street import CAST, Street

SHARE = FOLDER.parent / "img" / "share"


def message_of(html: str) -> str:
    """The text that is ready to send."""
    found = re.search(r'<textarea[^>]*id="share-text"[^>]*>\n?(.*?)</textarea>', html, re.DOTALL)
    assert found, "no text to send"
    return unescape(found[1])


def whatsapp_of(html: str) -> str:
    """What the link to WhatsApp hands over."""
    link = next(each for each in Looked(html).elements("a") if "wa.me" in each.attrs.get("href", ""))
    assert link.attrs["rel"] == "noopener"
    assert link.attrs["href"].startswith("https://wa.me/?text=")
    return unquote(link.attrs["href"].split("text=", 1)[1])


def told(html: str) -> dict[str, str]:
    """The Open Graph facts of a page."""
    metas = Looked(html).elements("meta")
    return {
        each.attrs["property"]: each.attrs["content"]
        for each in metas
        if each.attrs.get("property", "").startswith("og:")
    }


def items(html: str) -> dict[str, str]:
    """The microdata of a page: property → content (the last of each name)."""
    return {
        each.attrs["itemprop"]: each.attrs.get("content", "")
        for each in Looked(html).elements("meta")
        if "itemprop" in each.attrs
    }


@pytest.mark.parametrize("who", CAST)
def test_each_thing_has_words_to_send(street: Street, client: PageClient, who: str) -> None:
    recipe_id = more_things(street)["recipe_id"]
    client.become(street.person(who))
    for path, kind, thing_id, words in (
        (f"/sessions/{street.session.id}", LinkKind.SESSION, street.session.id, "Saturday 4 July, 12pm to 2pm"),
        (f"/projects/{street.project.id}", LinkKind.PROJECT, street.project.id, "Mend Club"),
        ("/recipes/repair-cafe", LinkKind.RECIPE, recipe_id, "Neighbours mend things together."),
    ):
        text = client.get(path).text
        message = message_of(text)
        assert words in message
        assert f"http://127.0.0.1:8000/s/{code_of(Target(kind, thing_id, Channel.MESSAGE))}" in message
        assert whatsapp_of(text) == message
        for name in ("Amina", "Rahman", "Bilal", "Chidi", "@"):
            assert name not in message


def test_nothing_is_sent_on_of_what_is_off(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.status, held.cancelled_at = "cancelled", clock.now()
    text = client.get(f"/sessions/{held.id}").text
    assert "share-text" not in text
    assert items(text)["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_name_full_of_signs_stays_words(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.name = 'Tea & "toast" </textarea><script>alert(1)</script>'
    text = client.get(f"/sessions/{held.id}").text
    assert "<script>alert" not in text
    assert message_of(text).startswith(held.name)
    assert whatsapp_of(text).startswith(held.name)
    assert told(text)["og:title"] == held.name
    assert "<script>alert" not in client.get(f"/sessions/{held.id}/poster").text


def test_a_session_is_an_event_for_machines(street: Street, client: PageClient) -> None:
    text = client.get(f"/sessions/{street.session.id}").text
    kinds = [each.attrs["itemtype"] for each in Looked(text).elements("div") if "itemtype" in each.attrs]
    assert [kind.removeprefix("https://schema.org/") for kind in kinds] == ["Event", "Place", "Organization", "Offer"]
    facts = items(text)
    assert facts["startDate"] == "2026-07-04T12:00+01:00"
    assert facts["endDate"] == "2026-07-04T14:00+01:00"
    assert facts["eventStatus"] == "https://schema.org/EventScheduled"
    assert facts["isAccessibleForFree"] == "true"
    assert facts["price"] == "0.00"
    assert facts["address"] == "Church Elm Lane, Barking and Dagenham, London"
    assert "Amina" not in "".join(facts.values())


def test_links_look_right_when_shared(street: Street, client: PageClient) -> None:
    more_things(street)
    for path, title, picture in (
        ("/", "Come and do something near you", "home"),
        (f"/sessions/{street.session.id}", "Bring it broken, take it home working", "make"),
        (f"/projects/{street.project.id}", "Mend Club", "make"),
        ("/recipes/repair-cafe", "Repair Café", "make"),
        ("/newspaper", "Newspaper: Summer 2026, Barking and Dagenham", "home"),
    ):
        facts = told(client.get(f"{path}?x=secret").text)
        assert facts["og:title"] == title
        assert facts["og:url"] == f"http://127.0.0.1:8000{path}"
        assert facts["og:image"].startswith(f"http://127.0.0.1:8000/static/img/share/{picture}.png")
        assert 20 <= len(facts["og:description"]) <= 300
        assert "Rahman" not in "".join(facts.values())


def test_pages_of_a_person_are_nothing_to_share(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    for path in ("/mine", "/mine/account", "/sign-in"):
        assert told(client.get(path).text) == {}


def test_every_theme_has_its_picture() -> None:
    for name in ("home", *Theme):
        picture = (SHARE / f"{name}.png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1200, 630)
        assert len(picture) <= 100 * 1024, "messengers leave large pictures out"
