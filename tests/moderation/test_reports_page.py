"""The desk of the reports: what waits, the longest first, one line a thing."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.moderation import queries, service
from participate.moderation.models import Report
from participate.moderation.words import Choice, ReportReason, ReportStatus
from tests.moderation.conftest import KINDS, Reported
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, NOON, Street


@pytest.mark.parametrize("who", CAST)
def test_who_may(street: Street, client: PageClient, who: str) -> None:
    expected = {"dora": 200, "gita": 200, "stranger": 303, "femi": 303}.get(who, 404)
    assert client.become(street.person(who)).get("/reports").status_code == expected


def test_empty(street: Street, client: PageClient) -> None:
    client.become(street.dora)
    assert "Nothing waits here" in client.get("/reports").text
    assert "Nothing was decided yet" in client.get("/reports?done=1").text


def test_one_line_a_thing_the_longest_waiting_first(reported: Reported, client: PageClient) -> None:
    for minutes, kind in enumerate(("space", "idea", "idea", "material")):
        with clock.stop_at(NOON + timedelta(minutes=minutes)):
            reported.report(kind, by=[reported.street.amina.id, reported.street.bilal.id][minutes % 2])
    listed = queries.list_waiting(1)
    assert [(each.kind, each.reports) for each in listed.items] == [("space", 1), ("idea", 2), ("material", 1)]
    assert listed.total == 3
    text = client.become(reported.street.dora).get("/reports").text
    assert "2 reports, since Thursday 2 July" in text
    assert text.index("Kitchen at the Shop") < text.index("bench by the bus") < text.index("Sewing machine")


def test_what_waits_too_long_says_so(reported: Reported, client: PageClient) -> None:
    reported.report("idea")
    client.become(reported.street.dora)
    assert "Too long:" not in client.get("/reports").text
    with clock.stop_at(NOON + timedelta(days=5)):
        assert "Too long: 1 report, since Thursday 2 July" in client.become(reported.street.dora).get("/reports").text


def test_decided_ones_the_newest_first(reported: Reported, client: PageClient) -> None:
    for minutes, (kind, choice) in enumerate((("idea", Choice.HIDE), ("material", Choice.KEEP))):
        held = db.session.get_one(Report, reported.report(kind))
        with clock.stop_at(NOON + timedelta(minutes=minutes)):
            service.decide(reported.street.dora.id, held, choice, f"Because {kind}.")
        db.session.commit()
    text = client.become(reported.street.dora).get("/reports?done=1").text
    assert text.index("Because material.") < text.index("Because idea.")
    assert "Kept, Thursday 2 July" in text
    assert "Hidden, Thursday 2 July" in text
    assert "Nothing waits here" in client.get("/reports").text


def test_pages(reported: Reported, client: PageClient) -> None:
    for number in range(45):
        about = {"kind": "idea", "thing_id": 1000 + number, "title": f"Idea {number}."}
        db.session.add(Report(**about, reason=ReportReason.OTHER, made_at=NOON))
    db.session.commit()
    client.become(reported.street.dora)
    first, third = client.get("/reports").text, client.get("/reports?page=3").text
    assert "1 to 20 of 45" in first
    assert "41 to 45 of 45" in third
    assert client.get(f"/reports?page={2**63}").status_code == 200


def test_statements(reported: Reported, client: PageClient) -> None:
    for kind in KINDS:
        reported.report(kind)
        reported.report(kind, by=reported.street.bilal.id)
    client.become(reported.street.dora)
    for page in ("/reports", "/reports?done=1"):
        with count_statements() as counted:
            client.get(page)
        assert counted.number <= 6, counted.texts


def test_the_database_itself_wants_a_moment_with_a_decision(reported: Reported) -> None:
    held = db.session.get_one(Report, reported.report("idea"))
    held.status = ReportStatus.KEPT
    with pytest.raises(Exception, match="decided_has_moment"):
        db.session.flush()
    db.session.rollback()
