"""Reporting: by anyone, in two steps, without an account."""

from urllib.parse import quote

import pytest

from participate.core import clock
from participate.core.db import db
from participate.moderation.models import Report
from participate.moderation.words import ReportReason, ReportStatus
from participate.projects.models import Idea
from tests.moderation.conftest import KINDS, OPEN_KINDS, Reported, newest
from tests.page import PageClient
from tests.street import CAST, NOON, Street

GOOD = {"reason": "unsafe", "words": "The floor is loose."}


@pytest.mark.parametrize(("kind", "who"), [("idea", who) for who in CAST] + [(kind, "stranger") for kind in KINDS])
def test_anyone_reports_anything_in_two_steps(reported: Reported, client: PageClient, kind: str, who: str) -> None:
    person = reported.street.person(who)
    client.become(person)
    path = f"/report/{kind}/{reported.id_of(kind)}"
    assert client.get(path).status_code == 200
    assert client.send(path, GOOD).location == "/report/thank-you"
    made = newest(kind)
    assert (made.thing_id, made.words) == (reported.id_of(kind), "The floor is loose.")
    assert made.reason is ReportReason.UNSAFE
    assert made.reporter_id == (None if who in ("stranger", "femi") else person.id)
    assert (made.status, made.made_at, made.decided_at) == (ReportStatus.OPEN, NOON, None)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in OPEN_KINDS])
def test_what_only_some_may_read_is_not_told_to_whoever_reports_it(
    reported: Reported, client: PageClient, kind: str
) -> None:
    text = client.get(f"/report/{kind}/{reported.id_of(kind)}").text
    for private in ("Chidi", "baking", "needle"):
        assert private not in text
    assert "neighbour" in text or "message to a team" in text


def test_what_it_said_then_is_kept(reported: Reported, client: PageClient) -> None:
    client.send(f"/report/idea/{reported.id_of('idea')}", GOOD)
    db.session.get_one(Idea, reported.id_of("idea")).words = "All is well."
    db.session.commit()
    assert "bench by the bus stop" in newest("idea").title
    assert "bench by the bus stop" in newest("idea").seen


def test_the_same_person_twice_is_one_report(reported: Reported, client: PageClient) -> None:
    client.become(reported.street.bilal)
    for words in ("First.", "", "Third."):
        client.send(f"/report/idea/{reported.id_of('idea')}", {"reason": "other", "words": words})
    made = db.session.query(Report).all()
    assert [report.words for report in made] == ["Third."]


def test_the_thank_you_page_says_by_when(street: Street, client: PageClient) -> None:
    text = client.get("/report/thank-you").text
    assert "by Monday 6 July at the latest" in text, "two working days after a Thursday"
    assert "We write to you" not in text
    assert "We write to you" in client.become(street.chidi).get("/report/thank-you").text


@pytest.mark.parametrize("number", ["0", "999999", str(2**31), str(2**63), "x", "-1", quote("\x00"), quote("🍞")])
def test_no_such_thing(reported: Reported, client: PageClient, number: str) -> None:
    for kind in KINDS:
        assert client.get(f"/report/{kind}/{number}").status_code == 404


@pytest.mark.parametrize("kind", ["cloud", "Idea", "report", "ward", "hub", quote("<script>"), "x" * 10_000])
def test_no_such_kind(street: Street, client: PageClient, kind: str) -> None:
    assert client.get(f"/report/{kind}/1").status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose what is wrong"),
        ({"words": "x"}, "Choose what is wrong"),
        ({"reason": "rude"}, "Choose what is wrong"),
        ({"reason": "ask_again"}, "Choose what is wrong"),
        ({"reason": "other", "words": "x" * 10_000}, "Use at most 600 letters"),
        ({"reason": "other", "words": "a\x00b"}, "cannot be shown"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    reported: Reported, client: PageClient, sent: dict[str, str], said: str
) -> None:
    answer = client.send(f"/report/idea/{reported.id_of('idea')}", sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert db.session.query(Report).count() == 0
    if sent.get("words") == "x":
        assert ">\nx</textarea>" in answer.text, "the words are kept"


@pytest.mark.parametrize("words", ["", "🍞😀", "‏یہ ٹھیک نہیں", "<script>alert(1)</script>", "a\nb", "\u202eevil"])
def test_any_words_reach_staff_as_words(reported: Reported, client: PageClient, words: str) -> None:
    assert client.send(f"/report/idea/{reported.id_of('idea')}", {"reason": "other", "words": words}).status_code == 303
    text = client.become(reported.street.dora).get(f"/reports/{newest('idea').id}").text
    assert "<script>alert" not in text
    assert "\u202e" not in text


def test_the_eleventh_in_an_hour_waits_kindly(reported: Reported, client: PageClient) -> None:
    path = f"/report/idea/{reported.id_of('idea')}"
    answers = [client.send(path, GOOD) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [303] * 10 + [429]
    assert "A little slower, please" in answers[-1].text
    assert int(answers[-1].headers["Retry-After"]) <= 3600
    with clock.stop_at(NOON.replace(hour=13)):
        assert client.send(path, GOOD).status_code == 303


def test_without_a_token_nothing_is_kept(reported: Reported, client: PageClient) -> None:
    assert client.post(f"/report/idea/{reported.id_of('idea')}", data=GOOD).status_code == 400
    assert db.session.query(Report).count() == 0
