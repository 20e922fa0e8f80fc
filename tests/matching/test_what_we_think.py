"""“What we think you like”: all that the matcher uses of me, and what happens when I switch it off."""

import json
from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.matching import engine, service
from participate.matching.queries.answers import answers_of
from participate.matching.words import Because, Kind, Use
from participate.profiles import service as profiles
from participate.profiles.words import PartOfDay, PostingKind
from participate.sessions.models import Attendance, Session
from participate.sessions.words import CameBy
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street, add

PAGE, PARTIAL = "/what-we-think", {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def me(client: PageClient, street: Street, monkeypatch: pytest.MonkeyPatch) -> PageClient:
    """Chidi's browser, of whom everything is known."""
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    chidi, now = street.chidi, clock.now()
    profiles.set_free_times(chidi.id, chidi.id, {(3, PartOfDay.EVENING), (5, PartOfDay.MORNING)})
    profiles.set_languages(chidi.id, chidi.id, ["ro"])
    start = now - timedelta(days=9)
    over = Session(
        project_id=street.project.id, name="Zips", hub_id=street.hub.id, starts_at=start, ward_id=street.ward.id,
        ends_at=start + timedelta(hours=1), made_at=start, changed_at=start,
    )  # fmt: skip
    add(over)
    add(Attendance(session_id=over.id, person_id=chidi.id, came_by=CameBy.SIGN_UP, came_at=start))
    service.not_for_me(chidi.id, Kind.SPACE, street.space.id, Because.TOO_FAR)
    service.more_like(chidi.id, Kind.MATERIAL, street.material.id)
    profiles.add(street.bilal.id, street.bilal.id, PostingKind.INTEREST, "baking bread")
    db.session.commit()
    return client.become(chidi)


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("page", [PAGE, f"{PAGE}/download"])
def test_it_is_for_residents(client: PageClient, street: Street, who: str, page: str) -> None:
    client.become(street.person(who))
    assert client.get(page).status_code == (303 if who in ("stranger", "femi") else 200)


def test_it_shows_all_that_is_used(me: PageClient, street: Street) -> None:
    page = me.get(PAGE).text
    for words in (
        "I like baking bread", "Parsloes", "Thursday evenings and Saturday mornings", "română", "Mend Club",
        "Kitchen at the Shop", "Not for me: Too far", "Sewing machine", "More like this",
    ):  # fmt: skip
        assert words in page, words


def test_a_new_neighbour_sees_what_is_not_there_yet(client: PageClient, street: Street) -> None:
    page = client.become(street.efua).get(PAGE).text
    for words in ("Nothing yet", "We know roughly where", "You have not said", "not been to anything yet"):
        assert words in page, words


@pytest.mark.parametrize("what", [*Use, "posting", "project"])
def test_each_has_its_switch(me: PageClient, street: Street, what: str) -> None:
    subject = {"posting": f"posting:{street.posting.id}", "project": f"project:{street.project.id}"}.get(what, what)
    assert f'action="{PAGE}/{subject}/off"' in me.get(PAGE).text
    done = me.send(f"{PAGE}/{subject}/off", {}, page=PAGE)
    assert done.status_code == 303
    said = answers_of(street.chidi.id)
    assert said.all_off if what == Use.ALL else said.off == {subject}
    assert f'action="{PAGE}/{subject}/on"' in me.get(PAGE).text
    part = me.send(f"{PAGE}/{subject}/on", {}, page=PAGE, headers=PARTIAL)
    assert part.text.strip().startswith('<div id="matching-all-known"')
    assert answers_of(street.chidi.id).off == frozenset()
    assert not answers_of(street.chidi.id).all_off


@pytest.mark.parametrize("what", ["%00", "nonsense", "posting:0", "posting:99", "project:99", "person:1", "x" * 5000])
def test_what_is_not_hers_has_no_switch(me: PageClient, street: Street, what: str) -> None:
    other = profiles.add(street.amina.id, street.amina.id, PostingKind.INTEREST, "kites")
    db.session.commit()
    for subject in (what, f"posting:{other.id}"):
        for way in ("off", "on"):
            assert me.send(f"{PAGE}/{subject}/{way}", {}, page=PAGE).status_code == 404
    assert answers_of(street.chidi.id).off == frozenset()


def test_a_line_that_is_off_finds_nobody_and_is_found_by_nobody(me: PageClient, street: Street) -> None:
    assert "Bilal" in me.get("/for-you").text
    assert "Chidi" in me.become(street.bilal).get("/for-you").text
    me.become(street.chidi)
    me.send(f"{PAGE}/posting:{street.posting.id}/off", {}, page=PAGE)
    assert "Bilal" not in me.get("/for-you").text
    assert "Chidi" not in me.become(street.bilal).get("/for-you").text
    me.become(street.chidi).send(f"{PAGE}/posting:{street.posting.id}/on", {}, page=PAGE)
    assert "Chidi" in me.become(street.bilal).get("/for-you").text


def test_with_all_off_the_page_says_so_and_shows_a_plain_list(me: PageClient, street: Street) -> None:
    street.session.easy = True
    me.send(f"{PAGE}/all/off", {}, page=PAGE)
    page = me.get("/for-you").text
    assert "You switched your suggestions off" in page
    assert "Not chosen by your words" in page
    assert street.session.name in page
    assert "Bilal" not in page
    assert "<mark>" not in page
    assert "Chidi" not in me.become(street.bilal).get("/for-you").text


def test_she_can_take_it_away_and_have_it_forgotten(me: PageClient, street: Street) -> None:
    me.get("/for-you")
    copy = me.get(f"{PAGE}/download")
    assert copy.headers["Content-Disposition"].startswith("attachment; filename=what-we-think-")
    held = json.loads(copy.text)
    assert held["my lines"] == [{"kind": "interest", "words": "I like baking bread", "to learn": False, "used": True}]
    assert held["what I joined or came to"]["projects"] == [{"name": "Mend Club", "used": True}]
    assert held["suggested to me"][0]["what"] == "Bilal"
    assert held["not for me"] == [{"kind": "space", "name": "Kitchen at the Shop", "because": "too_far"}]
    me.send(f"{PAGE}/forget", {}, page=PAGE)
    assert "Kitchen at the Shop" not in me.get(PAGE).text


def test_an_answer_is_taken_back_here_too(me: PageClient, street: Street) -> None:
    done = me.send(f"/for-you/space/{street.space.id}/back?thinking=1", {}, page=PAGE)
    assert done.headers["Location"].endswith(PAGE)
    assert answers_of(street.chidi.id).no == {}


def test_eighteen_statements_are_enough(me: PageClient, street: Street) -> None:
    me.get(PAGE)
    with count_statements() as counted:
        me.get(PAGE)
    assert counted.number <= 18, counted.texts
