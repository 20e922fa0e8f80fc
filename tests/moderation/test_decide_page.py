"""Deciding: by staff, never about one's own; what is hidden is gone at once; everybody concerned is told."""

from collections.abc import Callable

import pytest
from flask import Flask

from participate.audit.queries import list_of
from participate.core.db import db
from participate.core.mail import LaidLetter
from participate.moderation.models import Report
from participate.moderation.words import ReportReason, ReportStatus
from participate.profiles.models import Posting
from participate.projects.models import Idea
from tests.moderation.conftest import AUTHORS, KINDS, OPEN_KINDS, Reported, judge_for
from tests.page import PageClient
from tests.street import CAST

Letters = Callable[[], list[LaidLetter]]
PAGES = {
    "project": "/projects/{}", "idea": "/ideas/{}", "space": "/spaces/{}", "material": "/materials/{}",
    "session": "/sessions/{}", "organisation": "/organisations/{}",
}  # fmt: skip


def send(client: PageClient, report_id: int, choice: str, reason: str = "Not safe."):  # type: ignore[no-untyped-def]
    return client.send(f"/reports/{report_id}", {"choice": choice, "reason": reason})


@pytest.mark.parametrize("who", CAST)
def test_who_may(reported: Reported, client: PageClient, who: str) -> None:
    report_id = reported.report("idea")
    client.become(reported.street.person(who))
    expected = {"dora": 200, "gita": 200, "stranger": 303, "femi": 303}.get(who, 404)
    assert client.get(f"/reports/{report_id}").status_code == expected
    if expected != 200:
        token = client.token(f"/report/idea/{reported.id_of('idea')}")
        answer = client.post(f"/reports/{report_id}", data={"choice": "hide", "reason": "x", "csrf_token": token})
        assert answer.status_code == (403 if expected == 303 else 404)
        assert not reported.is_hidden("idea")


@pytest.mark.parametrize("kind", KINDS)
def test_hidden_and_shown_again(reported: Reported, client: PageClient, app: Flask, kind: str) -> None:
    report_id, stranger = reported.report(kind), app.test_client()
    page = PAGES.get(kind, f"/report/{kind}/{{}}").format(reported.id_of(kind))
    assert stranger.get(page).status_code == 200
    client.become(judge_for(reported.street, kind))
    assert send(client, report_id, "hide").status_code == 303
    assert reported.is_hidden(kind)
    assert stranger.get(page).status_code == 404
    assert stranger.get(f"/report/{kind}/{reported.id_of(kind)}").status_code == 404
    assert send(client, report_id, "show", "It was mended.").status_code == 303
    assert not reported.is_hidden(kind)
    assert stranger.get(page).status_code == 200
    row = db.session.get_one(Report, report_id)
    assert (row.status, row.decision) == (ReportStatus.KEPT, "It was mended.")


@pytest.mark.parametrize("kind", KINDS)
def test_the_trail(reported: Reported, client: PageClient, kind: str) -> None:
    """The matcher follows these rows: what is hidden leaves the suggestions."""
    report_id, judge = reported.report(kind), judge_for(reported.street, kind)
    client.become(judge)
    send(client, report_id, "hide")
    send(client, report_id, "show")
    followed = ("posting", reported.street.posting.id) if kind == "person" else (kind, reported.id_of(kind))
    verbs = [(row.verb, row.actor_id) for row in reversed(list_of(*followed)) if row.verb in ("hidden", "restored")]
    assert verbs == [("hidden", judge.id), ("restored", judge.id)]
    assert [row.verb for row in list_of(kind, reported.id_of(kind)) if row.verb == "reported"] == ["reported"]
    assert [row.verb for row in list_of("report", report_id)] == ["decided", "decided"]


@pytest.mark.parametrize("kind", sorted(AUTHORS))
def test_its_authors_are_told_with_the_reason_and_how_to_ask_again(
    reported: Reported, client: PageClient, letters: Letters, kind: str
) -> None:
    report_id = reported.report(kind)
    send(client.become(judge_for(reported.street, kind)), report_id, "hide", "It shows a number.")
    told = letters()
    assert {letter.to.split("@")[0] for letter in told} == AUTHORS[kind]
    for letter in told:
        assert letter.subject == "We hid something of yours"
        assert "Our reason: It shows a number." in letter.body
        assert f"http://127.0.0.1:8000/ask-again/{kind}/{reported.id_of(kind)}" in letter.body
        assert "Why you get this: you answer for this on Participate." in letter.body
    send(client, report_id, "show", "We were wrong.")
    assert letters()[0].subject == "We show something of yours again"


def test_whoever_reported_is_told(reported: Reported, client: PageClient, letters: Letters) -> None:
    reported.report("idea", by=reported.street.amina.id)
    reported.report("idea", by=reported.street.bilal.id)
    report_id = reported.report("idea")
    send(client.become(reported.street.dora), report_id, "keep", "It is only a bench.")
    told = letters()
    assert {letter.to for letter in told} == {"amina@example.org", "bilal@example.org"}
    assert all("We looked at it, and it stays. Our reason: It is only a bench." in letter.body for letter in told)
    assert {row.status for row in db.session.query(Report)} == {ReportStatus.KEPT}, "all are answered at once"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in OPEN_KINDS])
def test_whoever_reported_a_private_thing_is_told_no_word_of_it(
    reported: Reported, client: PageClient, letters: Letters, kind: str
) -> None:
    report_id = reported.report(kind, by=reported.street.bilal.id)
    send(client.become(reported.street.dora), report_id, "hide")
    [letter] = [letter for letter in letters() if letter.to == "bilal@example.org"]
    for private in ("Chidi", "baking", "needle"):
        assert private not in letter.body + letter.html


@pytest.mark.parametrize("choice", ["hide", "keep"])
def test_nobody_decides_about_her_own(reported: Reported, client: PageClient, choice: str) -> None:
    report_id = reported.report("space")
    own = client.become(reported.street.dora).get(f"/reports/{report_id}")
    assert "This is yours. A colleague has to decide." in own.text
    assert "<textarea" not in own.text
    token = client.token(f"/report/idea/{reported.id_of('idea')}")
    answer = client.post(f"/reports/{report_id}", data={"choice": choice, "reason": "Mine.", "csrf_token": token})
    assert answer.status_code == 409
    assert not reported.is_hidden("space")
    assert db.session.get_one(Report, report_id).status is ReportStatus.OPEN


@pytest.mark.parametrize("first", ["keep", "hide"])
@pytest.mark.parametrize("second", ["keep", "hide", "edit", "suspend"])
def test_two_staff_decide_once(reported: Reported, app: Flask, first: str, second: str) -> None:
    """Both have the page open; whoever presses second is told so, and nothing of hers happens."""
    report_id = reported.report("idea")
    dora, gita = app.test_client().become(reported.street.dora), app.test_client().become(reported.street.gita)
    page = f"/reports/{report_id}"
    assert 'name="waited" value="y"' in gita.get(page).text
    token = gita.token(page)
    send(dora, report_id, first, "Fine.")
    again = {"choice": second, "reason": "Bad.", "days": "7", "waited": "y", "csrf_token": token}
    late = gita.post(page, data=again)
    assert late.status_code == 409
    assert "A colleague has decided this already." in late.text
    assert db.session.get_one(Report, report_id).decision == "Fine."
    assert reported.is_hidden("idea") == (first == "hide")
    assert reported.street.chidi.is_active
    assert 'name="waited"' not in gita.get(page).text, "what is decided can be thought over"
    assert send(gita, report_id, "show" if first == "hide" else "hide", "Yet.").status_code == 303


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"reason": "x"}, "Choose what shall happen"),
        ({"choice": "burn", "reason": "x"}, "Choose what shall happen"),
        ({"choice": "show", "reason": "x"}, "Choose what shall happen"),
        ({"choice": "hide"}, "Write a reason"),
        ({"choice": "hide", "reason": "   "}, "Write a reason"),
        ({"choice": "hide", "reason": "x" * 10_000}, "Use at most 400 letters"),
        ({"choice": "hide", "reason": "a\x00b"}, "cannot be shown"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    reported: Reported, client: PageClient, sent: dict[str, str], said: str
) -> None:
    report_id = reported.report("idea")
    answer = client.become(reported.street.dora).send(f"/reports/{report_id}", sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert not reported.is_hidden("idea")


def test_words_that_changed_since_are_both_shown(reported: Reported, client: PageClient) -> None:
    report_id = reported.report("idea")
    db.session.get_one(Idea, reported.id_of("idea")).words = "All is <b>well</b>."
    text = client.become(reported.street.dora).get(f"/reports/{report_id}").text
    assert "All is &lt;b&gt;well&lt;/b&gt;." in text
    assert "It said something else when it was reported" in text
    assert "bench by the bus stop" in text


def test_a_thing_that_is_gone_can_be_closed(reported: Reported, client: PageClient, letters: Letters) -> None:
    report_id = reported.report("idea", by=reported.street.bilal.id)
    db.session.delete(db.session.get_one(Idea, reported.id_of("idea")))
    client.become(reported.street.dora)
    assert "It is no longer there." in client.get(f"/reports/{report_id}").text
    assert send(client, report_id, "keep", "Its author took it down.").status_code == 303
    assert db.session.get_one(Report, report_id).status is ReportStatus.KEPT
    assert "It is no longer there." in letters()[0].body
    assert "It was decided, and the thing is gone." in client.get(f"/reports/{report_id}").text


def test_a_neighbour_comes_back_without_what_was_hidden_by_itself(reported: Reported, client: PageClient) -> None:
    other = Posting(
        person_id=reported.street.chidi.id, kind=reported.street.posting.kind, words="I like chess",
        expires_on=reported.street.posting.expires_on, made_at=reported.street.posting.made_at,
        changed_at=reported.street.posting.made_at,
    )  # fmt: skip
    db.session.add(other)
    db.session.commit()
    client.become(reported.street.dora)
    send(client, reported.report("posting"), "hide", "Rude.")
    person = reported.report("person")
    send(client, person, "hide", "A made-up person.")
    assert reported.is_hidden("person")
    send(client, person, "show", "She came in.")
    assert [row.hidden_at is None for row in db.session.query(Posting).order_by(Posting.id)] == [False, True]


@pytest.mark.parametrize("address", ["0", "999999", str(2**63), "x"])
def test_no_such_report(reported: Reported, client: PageClient, address: str) -> None:
    assert client.become(reported.street.dora).get(f"/reports/{address}").status_code == 404


def test_an_author_who_asks_gets_another_pair_of_eyes(reported: Reported, client: PageClient, letters: Letters) -> None:
    report_id = reported.report("idea")
    send(client.become(reported.street.dora), report_id, "hide", "Unkind.")
    asked = reported.report("idea", by=reported.street.chidi.id, reason=ReportReason.ASK_AGAIN, words="I changed it.")
    page = f"/reports/{asked}"
    assert 'name="choice"' not in client.get(page).text, "she is told before she writes a word"
    answer = client.send(page, {"choice": "hide", "reason": "No."}, page="/ideas/new")
    assert answer.status_code == 409
    assert "A colleague looks at it this time." in answer.text
    client.become(reported.street.gita)
    send(client, asked, "hide", "Still unkind.")
    assert letters()[0].subject == "We looked again: it stays hidden"
    assert "Our reason: Still unkind." in letters()[0].body
    assert reported.is_hidden("idea")
