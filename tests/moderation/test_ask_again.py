"""The author of a hidden thing asks to have it looked at again."""

import pytest

from participate.core.db import db
from participate.moderation import service, things
from participate.moderation.models import Report
from participate.moderation.words import Choice, ReportReason, ReportStatus
from tests.moderation.conftest import AUTHORS, Reported, judge_for, newest
from tests.page import PageClient
from tests.street import CAST

WORDS = {"words": "I took the number out."}


def hide(reported: Reported, kind: str) -> None:
    report_id = reported.report(kind)
    held = db.session.get_one(Report, report_id)
    service.decide(judge_for(reported.street, kind).id, held, Choice.HIDE, "It shows a number.")
    db.session.commit()


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("kind", ["idea", "space"])
def test_only_its_authors(reported: Reported, client: PageClient, who: str, kind: str) -> None:
    hide(reported, kind)
    answer = client.become(reported.street.person(who)).get(f"/ask-again/{kind}/{reported.id_of(kind)}")
    if who in ("stranger", "femi"):
        assert (answer.status_code, answer.location) == (303, "/sign-in")
    else:
        assert answer.status_code == (200 if who in AUTHORS[kind] else 404)


@pytest.mark.parametrize("kind", sorted(AUTHORS))
def test_it_lands_on_the_desk(reported: Reported, client: PageClient, kind: str) -> None:
    hide(reported, kind)
    [author] = AUTHORS[kind]
    path = f"/ask-again/{kind}/{reported.id_of(kind)}"
    client.become(reported.street.person(author))
    assert "Our reason was: It shows a number." in client.get(path).text
    assert client.send(path, WORDS).location == "/report/thank-you"
    made = newest(kind)
    assert (made.reason, made.status) == (ReportReason.ASK_AGAIN, ReportStatus.OPEN)
    assert made.words == "I took the number out."
    assert "You have asked already." in client.get(path).text
    assert "Its author asks again" in client.become(reported.street.gita).get("/reports").text


def test_asking_twice_at_once_is_refused(reported: Reported, client: PageClient) -> None:
    hide(reported, "idea")
    path = f"/ask-again/idea/{reported.id_of('idea')}"
    token = client.become(reported.street.chidi).token(path)
    assert client.post(path, data={**WORDS, "csrf_token": token}).status_code == 303
    assert client.post(path, data={**WORDS, "csrf_token": token}).status_code == 409
    assert db.session.query(Report).filter_by(reason=ReportReason.ASK_AGAIN).count() == 1


def test_what_is_not_hidden(reported: Reported, client: PageClient) -> None:
    path = f"/ask-again/idea/{reported.id_of('idea')}"
    page = client.become(reported.street.chidi).get(path)
    assert "This is not hidden." in page.text
    assert "<textarea" not in page.text


@pytest.mark.parametrize(
    ("words", "said"), [("", "Write a sentence"), ("x" * 10_000, "at most 600"), ("a\x00b", "cannot be shown")]
)
def test_what_is_wrong_stands_beside_its_field(reported: Reported, client: PageClient, words: str, said: str) -> None:
    hide(reported, "idea")
    answer = client.become(reported.street.chidi).send(f"/ask-again/idea/{reported.id_of('idea')}", {"words": words})
    assert answer.status_code == 422
    assert said in answer.text


@pytest.mark.parametrize("address", ["idea/0", f"idea/{2**63}", "cloud/1", "idea/x"])
def test_no_such_thing(reported: Reported, client: PageClient, address: str) -> None:
    assert client.become(reported.street.chidi).get(f"/ask-again/{address}").status_code == 404


def test_shown_again_it_is_seen_by_everybody(reported: Reported, client: PageClient) -> None:
    hide(reported, "idea")
    path = f"/ask-again/idea/{reported.id_of('idea')}"
    client.become(reported.street.chidi).send(path, WORDS)
    service.decide(reported.street.gita.id, newest("idea"), Choice.SHOW, "Thank you.")
    db.session.commit()
    assert not things.get("idea", reported.id_of("idea")).hidden
    assert "This is not hidden." in client.get(path).text
