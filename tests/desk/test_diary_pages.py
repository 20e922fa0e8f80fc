"""The diary, notes between colleagues, and who is away."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.desk import service
from participate.desk.models import Away, DeskNote
from participate.desk.words import NoteKind
from participate.sessions.models import StandIn
from participate.sessions.words import StandInStatus
from tests.desk.making import build_elsewhere, build_session, colleague
from tests.statements import count_statements
from tests.street import Street

LONG, ODD = "x" * 10_000, "Keys <script>alert(1)</script> ‏عند أمينة 🙂"


def write(client: FlaskClient, street: Street, **more: object):  # type: ignore[no-untyped-def]
    """Dora leaves a note."""
    path = f"/desk/diary/{street.hub.id}/notes"
    return client.become(street.dora).send(
        path, {"kind": "hand_over", "day": "2/7/2026", "words": "Feed the cat"} | more
    )


def test_a_hand_over_stands_on_the_desk_until_it_is_done(client: FlaskClient, street: Street) -> None:
    assert write(client, street).status_code == 303
    client.become(colleague(street))
    assert "Feed the cat" in client.get("/desk").text
    (note,) = db.session.scalars(select(DeskNote))
    assert (note.made_by, note.kind, note.hub_id) == (street.dora.id, NoteKind.HAND_OVER, street.hub.id)
    client.send(f"/desk/notes/{note.id}/done", {"back": "/desk"}, page="/desk")
    assert "Feed the cat" not in client.get("/desk").text
    assert "Not done" in client.get("/desk/diary").text
    client.send(f"/desk/notes/{note.id}/done", {"again": "1"}, page="/desk/diary")
    assert "Feed the cat" in client.get("/desk").text


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"words": ""}, 422), ({"words": LONG}, 422), ({"words": "a\x00b"}, 422), ({"words": ODD}, 303),
        ({"day": "31/2/2026"}, 422), ({"day": "soon"}, 422), ({"day": ""}, 422), ({"day": "2026-07-02"}, 303),
        ({"kind": "poem"}, 422), ({"kind": ""}, 422),
    ],
)  # fmt: skip
def test_bad_notes_keep_their_words(client: FlaskClient, street: Street, more: dict[str, object], status: int) -> None:
    answer = write(client, street, **more)
    assert answer.status_code == status
    if status == 422 and "words" not in more:
        assert "Feed the cat" in answer.text


def test_another_hubs_notes_are_not_hers(client: FlaskClient, street: Street) -> None:
    elsewhere = build_elsewhere(street)
    note = service.add_note(elsewhere.hana.id, elsewhere.hub.id, clock.today(), NoteKind.KEYS, "Under the mat")
    db.session.commit()
    client.become(street.dora)
    assert client.send(f"/desk/notes/{note.id}/done", page="/desk").status_code == 404
    assert client.get(f"/desk/diary/{elsewhere.hub.id}/notes").status_code == 404
    assert "Under the mat" not in client.get(f"/desk/diary?hub={elsewhere.hub.id}").text


def test_the_week_names_hosts_and_who_stands_in(client: FlaskClient, street: Street) -> None:
    session = build_session(
        street, starts_at=clock.now() + timedelta(hours=3), ends_at=clock.now() + timedelta(hours=4)
    )
    db.session.add(
        StandIn(
            session_id=session.id,
            person_id=street.bilal.id,
            place=1,
            status=StandInStatus.ASKED,
            asked_at=clock.now(),
            answer_by=clock.now(),
        )  # fmt: skip
    )
    build_session(street, name="Nobody’s choir", host_id=None, starts_at=session.starts_at, ends_at=session.ends_at)
    db.session.commit()
    client.become(street.dora)
    with count_statements() as counted:
        page = client.get("/desk/diary").text
    assert counted.number <= 16, counted.texts
    assert "Amina hosts, Bilal may stand in" in page
    assert "Nobody’s choir" in page
    assert "Nobody hosts it yet" in page
    desk = client.get("/desk").text
    assert "Mend together" in desk, "today’s sessions stand on the desk"


@pytest.mark.parametrize("day", ["", "x", "2026-07-02", "1/1/1800", "1/1/9999", "9999-12-31", "\x00", "31/2/2026"])
def test_any_day_is_a_week(client: FlaskClient, street: Street, day: str) -> None:
    assert client.become(street.dora).get("/desk/diary", query_string={"day": day}).status_code == 200


def away(client: FlaskClient, street: Street, **more: object):  # type: ignore[no-untyped-def]
    """Dora will be away."""
    facts = {"person": str(street.dora.id), "cover": "", "first": "6/7/2026", "last": "10/7/2026"}
    return client.become(street.dora).send(f"/desk/away/{street.hub.id}", facts | more)


def test_away_with_cover_and_back(client: FlaskClient, street: Street) -> None:
    ines = colleague(street)
    assert away(client, street, cover=str(ines.id)).status_code == 303
    (held,) = db.session.scalars(select(Away))
    assert (held.person_id, held.cover_id) == (street.dora.id, ines.id)
    assert "Dora is away, Ines covers" in client.get("/desk/diary?day=2026-07-08").text
    assert "Dora is away" not in client.get("/desk").text, "not today"
    client.send(f"/desk/away/times/{held.id}/end", page=f"/desk/away/{street.hub.id}")
    assert db.session.scalars(select(Away)).all() == []


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"last": "5/7/2026"}, "The last day comes before the first"),
        ({"first": "1/6/2026", "last": "2/6/2026"}, "That is over already"),
        ({"last": "10/7/2028"}, "A year at most"),
        ({"cover": "{dora}"}, "Choose somebody else to cover"),
        ({"cover": "{amina}"}, "Choose one from the list"),
        ({"person": "{amina}"}, "Choose who is away"),
        ({"first": "soon"}, "Write the date as day, month and year"),
    ],
)  # fmt: skip
def test_away_that_cannot_be(client: FlaskClient, street: Street, more: dict[str, str], sentence: str) -> None:
    facts = {name: value.format(dora=street.dora.id, amina=street.amina.id) for name, value in more.items()}
    answer = away(client, street, **facts)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_another_hubs_staff_are_not_hers(client: FlaskClient, street: Street) -> None:
    elsewhere = build_elsewhere(street)
    today = clock.today()
    made = service.add_away(elsewhere.hana.id, elsewhere.hub.id, elsewhere.hana.id, None, today, today)
    db.session.commit()
    client.become(street.dora)
    assert client.get(f"/desk/away/{elsewhere.hub.id}").status_code == 404
    assert client.send(f"/desk/away/times/{made.id}/end", page="/desk").status_code == 404
