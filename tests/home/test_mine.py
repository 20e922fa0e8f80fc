"""My own page: what I am coming to stands first."""

from datetime import timedelta

import pytest

from participate.core.db import db
from participate.matching.models import Ask, AskLine, ProjectSet
from participate.projects.words import NeedKind
from participate.sessions import service
from participate.sessions.models import Session
from participate.sessions.words import SignUpStatus
from participate.spaces.models import Space
from tests.desk.making import build_booking
from tests.introductions.build import asked
from tests.page import PageClient
from tests.sessions.making import session
from tests.sessions.signing import sign_up
from tests.statements import count_statements
from tests.street import NOON, Street, add

WEEK = timedelta(weeks=1)
LINE = "Saturday 4 July, 12pm to 2pm"


def section(page: str) -> str:
    """What the page says under “What I am coming to”."""
    return page.split('aria-labelledby="coming"')[1].split("</section>")[0]


def test_it_starts_with_a_way_on(street: Street, client: PageClient) -> None:
    mine = section(client.become(street.chidi).get("/mine").text)
    assert "Nothing yet. Come once" in mine
    assert 'href="/programme"' in mine


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (SignUpStatus.GOING, f"{LINE}<"),
        (SignUpStatus.LIKELY, f"{LINE}. Likely"),
        (SignUpStatus.WAITING, f"{LINE}. On the waiting list"),
    ],
)
def test_what_i_come_to(street: Street, client: PageClient, status: SignUpStatus, said: str) -> None:
    sign_up(street.session, street.chidi, status)
    mine = section(client.become(street.chidi).get("/mine").text)
    assert said in mine
    assert f'href="/sessions/{street.session.id}"' in mine
    assert "Nothing yet" not in mine
    assert said not in section(client.become(street.bilal).get("/mine").text), "nobody else's page shows it"


def test_what_is_over_or_taken_back_is_gone(street: Street, client: PageClient) -> None:
    sign_up(session(street, NOON - timedelta(days=1)), street.chidi)
    sign_up(street.session, street.chidi, SignUpStatus.CANCELLED)
    assert "Nothing yet" in section(client.become(street.chidi).get("/mine").text)


def test_a_cancelled_session_says_so(street: Street, client: PageClient) -> None:
    sign_up(street.session, street.chidi)
    service.cancel(street.amina.id, db.session.get_one(Session, street.session.id), "The oven is broken.")
    assert f"{LINE}. Cancelled" in section(client.become(street.chidi).get("/mine").text)
    assert "Nothing yet" in section(client.become(street.amina).get("/mine").text), "nothing to welcome people at"


def test_nothing_hidden_is_shown(street: Street, client: PageClient) -> None:
    sign_up(street.session, street.chidi)
    db.session.get_one(Session, street.session.id).hidden_at = NOON
    for person in (street.chidi, street.amina):
        assert "Nothing yet" in section(client.become(person).get("/mine").text), "its page would be closed to them"


def test_a_host_finds_her_sessions(street: Street, client: PageClient) -> None:
    for week in range(1, 5):
        session(street, NOON + timedelta(weeks=week), host_id=street.amina.id)
    mine = section(client.become(street.amina).get("/mine").text)
    assert f"{LINE}. You welcome people" in mine
    assert mine.count("You welcome people") == 3, "the next ones; not a whole season"


def test_what_i_am_asked_stands_on_top(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    assert "You are asked" not in client.get("/mine").text
    introduced = asked(street.bilal, street.chidi)
    made = ProjectSet(
        project_id=street.project.id, starts_at=NOON + WEEK, ends_at=NOON + WEEK, heads=5, made_at=NOON
    )  # fmt: skip
    made.ends_at += timedelta(hours=1)
    lines = [AskLine(kind=NeedKind.PERSON, need_id=street.need.id, what="sew")]
    made.asks.append(Ask(person_id=street.chidi.id, asked_at=NOON, good_until=NOON + WEEK, lines=lines))
    add(made)
    text = client.get("/mine").text
    top = text.split('id="asked"')[1].split("</section>")[0]
    assert text.index('id="asked"') < text.index('id="coming"')
    assert f"Could you help at “{street.project.name}”?" in top
    assert f'href="/asks/{made.asks[0].id}"' in top
    assert f'href="/introductions/{introduced.id}"' in top
    assert "Bilal" not in top, "no name before both say yes"


def test_a_keeper_sees_that_somebody_waits(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    db.session.get_one(Space, street.space.id).keeper_id = street.chidi.id
    assert "You are asked" not in client.get("/mine").text
    build_booking(street, NOON)
    top = client.get("/mine").text.split('id="asked"')[1].split("</section>")[0]
    assert "1 booking of your space" in top
    assert 'href="/keeping"' in top


@pytest.mark.parametrize(("who", "works"), [("chidi", False), ("amina", False), ("efua", False), ("dora", True)])
def test_staff_find_the_desk_at_once(street: Street, client: PageClient, who: str, works: bool) -> None:
    client.become(street.person(who))
    for page in ("/", "/mine"):
        text = client.get(page).text
        assert ('href="/desk"' in text) is works
        assert not works or text.index('href="/desk"') < text.index("<h2"), "before everything else"


def test_the_soonest_comes_first_whatever_i_do_there(street: Street, client: PageClient) -> None:
    sign_up(street.session, street.bilal)
    early = session(street, NOON + timedelta(days=1), host_id=street.bilal.id, name="Early tea")
    sign_up(early, street.bilal)
    mine = section(client.become(street.bilal).get("/mine").text)
    assert mine.index("Early tea") < mine.index(LINE)
    assert mine.count("<strong>Early tea") == 1, "one line, though he signed up as well"


def test_it_costs_the_same_however_much_there_is(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    sign_up(street.session, street.chidi)
    client.get("/mine")
    with count_statements() as few:
        client.get("/mine")
    for week in range(1, 5):
        sign_up(session(street, NOON + timedelta(weeks=week)), street.chidi)
    with count_statements() as many:
        client.get("/mine")
    assert many.number == few.number, many.texts
