"""The sheet for the door, and keying it in: everybody in one go, or nobody."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.sessions import queries, service
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.rules.attendance import Bands, CountChanged
from participate.sessions.words import AgeBand, CameBy
from tests.page import PageClient
from tests.sessions.making import session
from tests.sessions.signing import sign_up
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, person

OVER = NOON + timedelta(days=2, hours=3)
COUNTERS = ("amina", "dora", "gita")
LONG = "x" * 10_000


def sheet_page(street: Street) -> str:
    return f"/sessions/{street.session.id}/sheet"


def key_page(street: Street) -> str:
    return f"/sessions/{street.session.id}/sheet/key"


@pytest.fixture
def chidi(street: Street) -> SignUp:
    return sign_up(street.session, street.chidi, heads=3, children=2)


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("page", [sheet_page, key_page])
def test_who_may(street: Street, client: PageClient, chidi: SignUp, who: str, page: object) -> None:
    with clock.stop_at(OVER):
        answer = client.become(street.person(who)).get(page(street))  # type: ignore[operator]
    if who in COUNTERS:
        assert answer.status_code == 200
        assert "Chidi O" in answer.text
    elif who in ("stranger", "femi"):
        assert (answer.status_code, answer.location) == (303, "/sign-in")
    else:
        assert answer.status_code == 403


def test_the_sheet(street: Street, client: PageClient, chidi: SignUp) -> None:
    sign_up(street.session, person("Aisha Bello"))
    text = client.become(street.amina).get(sheet_page(street)).text
    assert text.index("Aisha B") < text.index("Chidi O"), "by first name"
    assert "Walk-in 12" in text
    assert "Walk-in 13" not in text
    assert "irst time" not in text, "it lies at the door for everybody to read"
    assert "Okafor" not in text


def test_a_drop_in_has_lines_and_no_names(street: Street, client: PageClient, chidi: SignUp) -> None:
    db.session.get_one(Session, street.session.id).drop_in = True
    text = client.become(street.amina).get(sheet_page(street)).text
    assert "Chidi" not in text
    assert "Walk-in 12" in text


def test_key_it_in(street: Street, client: PageClient, chidi: SignUp) -> None:
    away = sign_up(street.session, street.efua)
    client.become(street.amina)
    with clock.stop_at(OVER):
        text = client.get(key_page(street)).text
        assert f'name="child-{chidi.id}" type="text" value="2"' in text, "what she said when she signed up"
        sent = {
            f"came-{chidi.id}": "y", f"child-{chidi.id}": "1", f"baby-{chidi.id}": "", "names": "Zofia\r\n\r\n Musa ",
            "adult": "2", "toddler": "1", "minutes": "110", "seen": "0",
        }  # fmt: skip
        answer = client.send(key_page(street), sent)
        assert (answer.status_code, answer.location) == (303, f"/sessions/{street.session.id}/went")
    counted = queries.count_of(street.session.id)
    assert counted == Bands(adult=5, child=1, toddler=1)
    rows = db.session.scalars(select(Attendance)).all()
    assert {row.came_by for row in rows} == {CameBy.PAPER}
    assert {row.name for row in rows if row.name} == {"Zofia", "Musa"}
    assert away.person_id not in {row.person_id for row in rows}
    made = db.session.get_one(Session, street.session.id)
    assert (made.actual_minutes, made.counted_at) == (110, OVER)
    with clock.stop_at(OVER):
        assert client.get(key_page(street)).status_code == 409, "the count is closed"


def test_whoever_is_counted_on_a_phone_is_left_out(street: Street, client: PageClient, chidi: SignUp) -> None:
    client.become(street.amina)
    with clock.stop_at(OVER):
        service.came(street.amina.id, db.session.get_one(Session, street.session.id), chidi)
        text = client.get(key_page(street)).text
        assert "Chidi O is counted" in text
        assert "3 are counted already" in text
        assert f"came-{chidi.id}" not in text
        assert client.send(key_page(street), {"minutes": "60", "seen": "3", "adult": "1"}).status_code == 303
    assert queries.count_of(street.session.id).total == 4


@pytest.mark.parametrize("seen", ["1", "", "x", "-1", LONG, "٣", "\x00", "99999999999999"])
def test_somebody_counted_meanwhile(street: Street, client: PageClient, chidi: SignUp, seen: str) -> None:
    client.become(street.amina)
    with clock.stop_at(OVER):
        sent = {"minutes": "60", "seen": seen, "names": "Zofia", f"came-{chidi.id}": "y"}
        answer = client.send(key_page(street), sent)
        assert answer.status_code == 422
        assert "Somebody counted while you were typing" in answer.text
        assert "Zofia" in answer.text, "the words are kept"
        assert 'name="seen" value="0"' in answer.text, "the next press keeps it"
    assert queries.count_of(street.session.id).total == 0
    assert db.session.get_one(Session, street.session.id).counted_at is None


def test_the_same_sheet_sent_twice_counts_once(street: Street, client: PageClient, chidi: SignUp) -> None:
    client.become(street.amina)
    with clock.stop_at(OVER):
        token = client.token(key_page(street))
        sent = {"minutes": "60", "seen": "0", "adult": "3", "csrf_token": token}
        assert [client.post(key_page(street), data=sent).status_code for _each in range(2)] == [303, 409]
    assert queries.count_of(street.session.id).total == 3


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"minutes": ""}, "Write the minutes"),
        ({"minutes": "0"}, "from 1 to 1440"),
        ({"adult": "201"}, "from 0 to 200"),
        ({"adult": "150", "child": "150"}, "from 0 to 200"),
        ({"child": "-1"}, "from 0 to 200"),
        ({"baby": "many"}, "from 0 to 200"),
        ({"names": LONG}, "too many"),
        ({"names": "a\x00b"}, "Some of these signs"),
        ({"names": "x" * 81}, "One of these names is very long"),
        ({"names": "\n".join("abcdefghij" for _each in range(250))}, "from 0 to 200"),
    ],
)
def test_all_or_nothing(street: Street, client: PageClient, chidi: SignUp, wrong: dict[str, str], said: str) -> None:
    client.become(street.amina)
    with clock.stop_at(OVER):
        sent = {"minutes": "60", "seen": "0", "names": "Zofia", f"came-{chidi.id}": "y", **wrong}
        answer = client.send(key_page(street), sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert "<title>Error: Key in the sheet" in answer.text
    assert f'name="came-{chidi.id}" value="y" checked' in answer.text
    assert queries.count_of(street.session.id).total == 0


def test_children_of_a_line(street: Street, client: PageClient, chidi: SignUp) -> None:
    client.become(street.amina)
    with clock.stop_at(OVER):
        sent = {"minutes": "60", "seen": "0", f"came-{chidi.id}": "y", f"child-{chidi.id}": "21"}
        assert "from 0 to 20." in client.send(key_page(street), sent).text
    assert queries.count_of(street.session.id).total == 0


def test_a_line_that_cannot_be_kept_keeps_nothing(street: Street) -> None:
    other = sign_up(session(street, NOON + timedelta(days=3)), street.efua)
    sheet = service.Sheet(came={other.id: Bands()}, names=["Zofia"], others=Bands(adult=1), minutes=60, seen=0)
    with clock.stop_at(OVER):
        with pytest.raises(NotFound):
            service.key_in(street.amina.id, db.session.get_one(Session, street.session.id), sheet)
        db.session.rollback()
    assert queries.count_of(street.session.id).total == 0


def test_it_sees_a_count_of_a_moment_ago(street: Street) -> None:
    sheet = service.Sheet(came={}, names=[], others=Bands(adult=1), minutes=60, seen=0)
    made = db.session.get_one(Session, street.session.id)
    with clock.stop_at(OVER):
        service.walk_in(street.dora.id, made, AgeBand.ADULT)
        with pytest.raises(CountChanged):
            service.key_in(street.amina.id, made, sheet)


@pytest.mark.parametrize(("hours", "status"), [(-72, 409), (24 * 15, 409)])
def test_out_of_time(street: Street, client: PageClient, hours: int, status: int) -> None:
    with clock.stop_at(OVER + timedelta(hours=hours)):
        client.become(street.amina)
        assert client.get(sheet_page(street)).status_code == 200
        assert client.get(key_page(street)).status_code == status


def test_statements(street: Street, client: PageClient) -> None:
    for number in range(60):
        sign_up(street.session, person(f"Guest{number:02} Long"))
    client.become(street.amina)
    with clock.stop_at(OVER):
        for page in (sheet_page(street), key_page(street)):
            with count_statements() as counted:
                assert "Guest59" in client.get(page).text
            assert counted.number <= 12, counted.texts
