"""What the hub has seen of a host: facts with their dates, noted by staff, read by herself (G-09)."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from participate.accounts.models import HostRecord
from participate.accounts.rules import records as rules
from participate.accounts.service import note_record
from participate.accounts.words import RecordKind
from participate.core import clock
from participate.core.db import db
from participate.sessions.queries import list_expiring
from tests.page import PageClient
from tests.street import CAST, Street

TODAY = date(2026, 7, 2)
SEEN = {"kind": "food_hygiene", "seen_on": "2026-07-01", "expires_on": "1/7/2028"}


def records() -> list[HostRecord]:
    return list(db.session.scalars(select(HostRecord).order_by(HostRecord.id)))


@pytest.mark.parametrize(
    ("seen", "ends", "raised"),
    [
        (0, None, None), (0, 1, None), (-30, -1, None), (1, None, rules.SeenTomorrow), (0, 0, rules.EndsFirst),
        (0, -1, rules.EndsFirst), (0, 4000, rules.TooFar), (-4000, None, rules.TooFar),
    ],
)  # fmt: skip
def test_days_that_can_be(seen: int, ends: int | None, raised: type[Exception] | None) -> None:
    day = TODAY + timedelta(days=seen)
    end = None if ends is None else TODAY + timedelta(days=ends)
    if raised is None:
        rules.check_days(day, end, TODAY)
    else:
        with pytest.raises(raised):
            rules.check_days(day, end, TODAY)


@pytest.mark.parametrize(("days", "state"), [(None, "holds"), (31, "holds"), (30, "soon"), (0, "soon"), (-1, "over")])
def test_how_it_stands(days: int | None, state: str) -> None:
    assert rules.state_of(None if days is None else TODAY + timedelta(days=days), TODAY) == state


@pytest.mark.parametrize("name", CAST)
def test_who_may(client: PageClient, street: Street, name: str) -> None:
    made = note_record(street.dora.id, street.amina, RecordKind.INDUCTION, clock.today(), None)
    client.become(street.person(name))
    page, out = f"/hosts/{street.amina.id}/record", name in ("stranger", "femi")
    staff = name in ("dora", "gita")
    assert client.get(page).status_code == (200 if staff or name == "amina" else 303 if out else 404)
    client.send(page, SEEN, page=f"/report/space/{street.space.id}")
    assert len(records()) == (2 if staff else 1)
    client.send(f"{page}/{made.id}/remove", page=f"/report/space/{street.space.id}")
    assert len(records()) == 1


def test_nobody_notes_her_own(client: PageClient, street: Street) -> None:
    page = f"/hosts/{street.dora.id}/record"
    client.become(street.dora)
    assert "I have seen it" not in client.get(page).text
    client.send(page, SEEN, page=f"/report/space/{street.space.id}")
    assert records() == []
    with pytest.raises(rules.OwnRecord):
        note_record(street.dora.id, street.dora, RecordKind.INDUCTION, TODAY, None)


def test_the_fact_and_its_dates_and_nothing_else_is_kept(client: PageClient, street: Street) -> None:
    """No number, no file, no remark: there is no column for one."""
    kept = {column.name for column in HostRecord.__table__.columns}
    assert kept == {"id", "person_id", "kind", "seen_on", "seen_by", "expires_on"}
    page = f"/hosts/{street.amina.id}/record"
    client.become(street.dora).send(page, SEEN | {"number": "0012345", "words": "spotless"})
    (made,) = records()
    assert (made.kind, made.seen_on, made.expires_on) == (RecordKind.FOOD_HYGIENE, date(2026, 7, 1), date(2028, 7, 1))
    text = client.get(page).text
    assert "It is against the law to ask for a level that a role is not eligible for" in text
    assert "0012345" not in text


def test_seen_again_takes_the_place_and_holds_as_long_as_usual(client: PageClient, street: Street) -> None:
    page = f"/hosts/{street.amina.id}/record"
    client.become(street.dora)
    for day in ("2026-06-01", "2026-07-02"):
        client.send(page, {"kind": "first_aid", "seen_on": day, "expires_on": ""})
    client.send(page, {"kind": "induction", "seen_on": "2026-07-02", "expires_on": ""})
    first, second = records()
    assert (first.seen_on, first.expires_on) == (TODAY, TODAY + timedelta(days=3 * 365))
    assert second.expires_on is None


@pytest.mark.parametrize(
    "odd", [{"kind": ""}, {"kind": "x"}, {"seen_on": "soon"}, {"seen_on": ""}, {"expires_on": "31/2/2027"},
            {"seen_on": "2027-01-01"}, {"expires_on": "2026-06-01"}, {"seen_on": "9" * 9000}],
)  # fmt: skip
def test_odd_days_are_said_beside_their_field(client: PageClient, street: Street, odd: dict[str, str]) -> None:
    answer = client.become(street.dora).send(f"/hosts/{street.amina.id}/record", SEEN | odd)
    assert answer.status_code == 422
    assert records() == []


def test_what_runs_out_soon_is_listed_for_the_hub_where_she_hosts(street: Street) -> None:
    def note(kind: RecordKind, days: int) -> None:
        note_record(street.dora.id, street.amina, kind, TODAY - timedelta(days=90), TODAY + timedelta(days=days))

    note(RecordKind.FIRST_AID, -3)
    note(RecordKind.FOOD_HYGIENE, 20)
    note(RecordKind.INSURANCE, 90)
    note_record(street.dora.id, street.chidi, RecordKind.FIRST_AID, TODAY - timedelta(days=9), TODAY)  # hosts nothing
    db.session.commit()
    found = [(each.name, each.kind) for each in list_expiring(street.hub.id)]
    assert found == [("Amina", RecordKind.FIRST_AID), ("Amina", RecordKind.FOOD_HYGIENE)]
    assert list_expiring(999) == []
