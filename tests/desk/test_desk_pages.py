"""The pages of the desk: who may enter, what they show, what a press answers."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from participate.core import clock
from participate.core.db import db
from participate.desk import service
from participate.desk.words import Act, WaitKind
from tests.desk.making import build_all, build_booking, build_elsewhere, colleague
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, person

PAGES = ("/desk", "/desk/diary", "/desk/diary/{hub}/notes", "/desk/away/{hub}", "/desk/search")
STAFF = ("dora", "gita")
BAD = (
    "",
    "x",
    "idea",
    "idea:",
    ":1",
    "idea:0",
    "idea:99999999999999",
    "idea:１",
    "<script>:1",
    "\x00",
    "🙂:1",
    "a" * 9999,
)


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("path", PAGES)
def test_who_may_enter(client: FlaskClient, street: Street, name: str, path: str) -> None:
    client.become(street.person(name))
    status = client.get(path.format(hub=street.hub.id)).status_code
    # Femi is suspended, so that he is a stranger to the house: both are sent to sign in.
    assert status == (200 if name in STAFF else 303 if name in ("stranger", "femi") else 404)


@pytest.mark.parametrize("path", ["/desk/press", "/desk/open", "/desk/undo/1", "/desk/notes/1/done"])
@pytest.mark.parametrize("name", [name for name in CAST if name not in STAFF])
def test_who_may_not_press(client: FlaskClient, street: Street, name: str, path: str) -> None:
    client.become(street.person(name))
    assert client.send(path, {"act": "take"}, page="/ideas/new").status_code in (403, 404)


def test_the_whole_desk_in_a_few_statements(client: FlaskClient, street: Street) -> None:
    build_all(street)
    colleague(street)
    client.become(street.dora).get("/desk")
    with count_statements() as counted:
        page = client.get("/desk").text
    assert counted.number <= 20, counted.texts
    assert "Hub drill" in page


def test_each_kind_has_its_tab(client: FlaskClient, street: Street) -> None:
    build_all(street)
    client.become(street.dora)
    for kind in WaitKind:
        page = client.get(f"/desk?kind={kind}").text
        assert 'aria-current="page"' in page
        assert f'value="{kind}:' in page, kind


@pytest.mark.parametrize("query", ["kind=x", "hub=x", "hub=999999999999", "page=0", "page=99", "mine=2", "kind=%00"])
def test_bad_addresses(client: FlaskClient, street: Street, query: str) -> None:
    assert client.become(street.dora).get(f"/desk?{query}").status_code == 200


@pytest.mark.parametrize("bad", BAD)
def test_bad_ticks(client: FlaskClient, street: Street, bad: str) -> None:
    client.become(street.dora)
    assert client.send("/desk/open", {"open": bad}, page="/desk").status_code == 303
    assert client.send("/desk/press", {"act": "take", "tick": bad}, page="/desk").status_code == 303
    assert "Tick one thing or more first" in client.get("/desk").text


def test_no_such_press(client: FlaskClient, street: Street) -> None:
    assert client.become(street.dora).send("/desk/press", {"act": "burn"}, page="/desk").status_code == 404


def test_weeks_asked_for_together_can_be_told_apart(client: FlaskClient, street: Street) -> None:
    for days in (8, 15):
        build_booking(street, NOON, days)
    db.session.commit()
    text = client.become(street.dora).get("/desk?kind=booking").text
    assert "Soup, Friday 10 July, 12pm to 1pm" in text
    assert "Soup, Friday 17 July, 12pm to 1pm" in text


def test_opening_takes_it_in_hand(client: FlaskClient, street: Street) -> None:
    ines, key = colleague(street), f"idea:{street.idea.id}"
    answer = client.become(street.dora).send("/desk/open", {"open": key}, page="/desk")
    assert answer.headers["Location"] == f"/ideas/{street.idea.id}/answer"
    assert "In your hand until 1pm" in client.get("/desk").text
    page = client.become(ines).get("/desk").text
    assert "Dora has it in hand until 1pm" in page
    assert "Only look" in page
    client.send("/desk/open", {"open": key}, page="/desk")
    assert "Dora has this in hand already." in client.get("/desk").text


def test_a_press_and_its_undo(client: FlaskClient, street: Street) -> None:
    build_all(street)
    client.become(street.dora)
    client.send("/desk/press", {"act": "agree", "tick": "booking:1", "kind": "booking"}, page="/desk")
    page = client.get("/desk").text
    assert "It happens in ten minutes" in page
    assert "“Yes, agree”: 1 thing, at 12:10pm." in page
    undo = re.search(r'action="(/desk/undo/\d+)"', page)
    assert undo is not None
    client.send(undo.group(1), page="/desk")
    assert "Taken back. All is as it was." in client.get("/desk").text
    assert "Kitchen at the Shop" in client.get("/desk?kind=booking").text


def test_nobody_takes_back_what_a_colleague_pressed(client: FlaskClient, street: Street) -> None:
    ines = colleague(street)
    client.become(street.dora).send("/desk/press", {"act": "take", "tick": f"idea:{street.idea.id}"}, page="/desk")
    assert client.become(ines).send("/desk/undo/1", page="/desk").status_code == 404


def test_away_cover_is_named(client: FlaskClient, street: Street) -> None:
    ines = colleague(street)
    today = clock.today()
    service.add_away(street.dora.id, street.hub.id, street.dora.id, ines.id, today, today + timedelta(days=1))
    build_all(street)
    page = client.become(ines).get("/desk").text
    assert "Dora is away until Friday 3 July. Ines covers." in page
    assert page.count("Dora is away, Ines covers") == 2, "at the idea, and at what Dora is named for"


def test_another_hubs_desk_names_nothing_of_this_one(client: FlaskClient, street: Street) -> None:
    build_all(street)
    page = client.become(build_elsewhere(street).hana).get("/desk").text
    assert "Hub drill" not in page
    assert f'value="idea:{street.idea.id}"' not in page


def test_every_press_fits_what_is_shown(client: FlaskClient, street: Street) -> None:
    build_all(street)
    client.become(street.dora)
    shown = {act for act in Act if f'value="{act}"' in client.get("/desk?kind=booking").text}
    assert shown == {Act.TAKE, Act.AGREE}


def test_staff_of_no_hub(client: FlaskClient, street: Street) -> None:
    lost = person("Lou Smith")
    from_nowhere = type(street.dora.roles[0])(role="staff", subject="", since=NOON)
    lost.roles.append(from_nowhere)
    db.session.commit()
    client.become(lost)
    assert client.get("/desk").status_code == 200
    assert client.get("/desk/diary").status_code == 404


def test_lines_hold_together(client: FlaskClient, street: Street) -> None:
    """An icon stands beside its title, and words before a link have a space between."""
    build_all(street)
    other, today = colleague(street), clock.today()
    service.add_away(other.id, street.hub.id, other.id, street.dora.id, today, today)
    db.session.commit()
    page = client.become(street.dora).get("/desk").text
    assert re.search(r"</svg>\s*<span>[^<]* covers\. <a ", page)
    titles = re.findall(r'<p class="named">(.*?)</p>', page)
    assert len(titles) == page.count('name="tick"') > 0
    assert all(re.match(r"<svg[^>]*>.*</svg><strong>", each) for each in titles)
