"""From a report to a decision: by anyone, without an account; decided by staff; the author told."""

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core.db import db
from participate.core.mail import list_laid
from participate.moderation import things
from participate.moderation.models import Report
from participate.moderation.words import ReportStatus
from participate.outbox import service as outbox
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street, add

REPORT = {"reason": "unsafe", "words": "The floor is loose."}
KINDS = ("project", "need", "idea", "space", "material", "session", "posting")


def letters(app: Flask) -> list[tuple[str, str]]:
    outbox.run_due()
    return [(each.to, each.subject) for each in list_laid(app.extensions["settings"].data / "letters")]


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("kind", KINDS)
def test_anyone_reports_anything_in_two_steps(street: Street, client: PageClient, kind: str, name: str) -> None:
    client.become(street.person(name))
    path = f"/report/{kind}/{getattr(street, kind).id}"
    assert client.get(path).status_code == 200
    assert client.send(path, REPORT).headers["Location"] == "/report/thank-you"
    report = db.session.scalar(select(Report))
    assert (report.kind, report.thing_id, report.words) == (kind, getattr(street, kind).id, "The floor is loose.")
    expected = None if name in ("stranger", "femi") else street.person(name).id
    assert report.reporter_id == expected


@pytest.mark.parametrize("name", CAST)
def test_only_staff_see_reports(street: Street, client: PageClient, name: str) -> None:
    client.send(f"/report/idea/{street.idea.id}", REPORT)
    report_id = db.session.scalar(select(Report.id))
    client.become(street.person(name))
    expected = {"dora": 200, "gita": 200, "stranger": 303, "femi": 303}.get(name, 404)
    assert client.get("/reports").status_code == expected
    assert client.get(f"/reports/{report_id}").status_code == expected


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_hidden_is_gone_for_a_stranger_and_comes_back(
    app: Flask, street: Street, client: PageClient, kind: str
) -> None:
    thing_id = getattr(street, kind).id
    client.send(f"/report/{kind}/{thing_id}", REPORT)
    report_id = db.session.scalar(select(Report.id))
    staff = app.test_client().become(street.gita)
    staff.send(f"/reports/{report_id}", {"choice": "hide", "reason": "Not safe."})
    assert db.session.get(Report, report_id).status is ReportStatus.HIDDEN
    assert things.get(kind, thing_id).hidden
    assert client.get(f"/report/{kind}/{thing_id}").status_code == 404
    staff.send(f"/reports/{report_id}", {"choice": "restore", "reason": "It was mended."})
    db.session.expire_all()
    assert not things.get(kind, thing_id).hidden
    assert client.get(f"/report/{kind}/{thing_id}").status_code == 200


def test_the_author_and_the_reporter_are_told(app: Flask, street: Street, client: PageClient) -> None:
    client.become(street.amina)
    client.send(f"/report/idea/{street.idea.id}", REPORT)
    client.become(street.dora)
    client.send("/reports/1", {"choice": "hide", "reason": "Not kind."}, page="/reports/1")
    told = letters(app)
    assert ("chidi@example.org", "We hid something of yours") in told
    assert ("amina@example.org", "You told us about something") in told


def test_nobody_decides_about_her_own(street: Street, client: PageClient) -> None:
    client.send(f"/report/space/{street.space.id}", REPORT)
    report_id = db.session.scalar(select(Report.id))
    client.become(street.dora)
    answer = client.send(f"/reports/{report_id}", {"choice": "hide", "reason": "Mine."})
    assert answer.status_code == 409
    assert "A colleague has to decide" in answer.text
    assert db.session.get(Report, report_id).status is ReportStatus.OPEN


def test_two_staff_decide_once(app: Flask, street: Street, client: PageClient) -> None:
    client.send(f"/report/idea/{street.idea.id}", REPORT)
    report_id = db.session.scalar(select(Report.id))
    dora, gita = app.test_client().become(street.dora), app.test_client().become(street.gita)
    token = gita.token(f"/reports/{report_id}")
    dora.send(f"/reports/{report_id}", {"choice": "keep", "reason": "Fine."})
    late = gita.post(f"/reports/{report_id}", data={"choice": "hide", "reason": "Bad.", "csrf_token": token})
    assert late.status_code == 409
    assert "A colleague has decided" in late.text


@pytest.mark.parametrize(
    "path", ["/report/idea/0", "/report/idea/99999999999999999999", "/report/cloud/1", "/reports/0"]
)
def test_no_such_thing(street: Street, client: PageClient, path: str) -> None:
    client.become(street.dora)
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"words": "x"}, "Choose what is wrong"),
        ({"reason": "rude"}, "Choose what is wrong"),
        ({"reason": "other", "words": "x" * 10_000}, "Use at most 600 letters"),
        ({"reason": "other", "words": "a\x00b"}, "cannot be shown"),
    ],
)
def test_bad_input(street: Street, client: PageClient, form: dict[str, str], words: str) -> None:
    answer = client.send(f"/report/idea/{street.idea.id}", form)
    assert answer.status_code == 422
    assert words in answer.text


@pytest.mark.parametrize("words", ["😀", "مرحبا", "<script>alert(1)</script>", ""])
def test_any_words(street: Street, client: PageClient, words: str) -> None:
    assert client.send(f"/report/idea/{street.idea.id}", {"reason": "other", "words": words}).status_code == 303
    client.become(street.dora)
    assert "<script>alert" not in client.get(f"/reports/{db.session.scalar(select(Report.id))}").text


def test_the_eleventh_report_in_an_hour_waits(street: Street, client: PageClient) -> None:
    statuses = [client.send(f"/report/idea/{street.idea.id}", REPORT).status_code for _n in range(11)]
    assert statuses == [303] * 10 + [429]


def test_the_list_asks_little(street: Street, client: PageClient) -> None:
    for kind in KINDS * 3:
        add(
            Report(
                kind=kind, thing_id=getattr(street, kind).id, reason="other", status="open", made_at=street.idea.made_at
            )
        )
    client.become(street.dora)
    with count_statements() as counted:
        assert client.get("/reports").status_code == 200
    assert counted.number <= 14, counted.texts
