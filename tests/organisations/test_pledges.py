"""What a partner pledges: made, answered, given bit by bit, told; and who sees what of it."""

from datetime import timedelta
from itertools import product

import pytest

from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.organisations import queries, service
from participate.organisations.rules import pledges as rules
from participate.organisations.words import OPEN_PLEDGES, PledgeKind, PledgeStatus
from tests.organisations.build import build_pledge, hours
from tests.page import PageClient
from tests.street import NOON, Street

LEGAL = {
    ("pledged", "welcomed"), ("pledged", "not_now"), ("pledged", "taken_back"), ("welcomed", "taken_back"),
}  # fmt: skip
BAD = ["", "x" * 10_000, "a\x00b", "Ring 020 8227 1234", "me@example.org"]


@pytest.mark.parametrize(("now", "then"), list(product(PledgeStatus, PledgeStatus)))
def test_moves(now: PledgeStatus, then: PledgeStatus) -> None:
    if (now.value, then.value) in LEGAL:
        rules.check_move(now, then)
        return
    with pytest.raises(rules.PledgeMoved):
        rules.check_move(now, then)


@pytest.mark.parametrize(
    ("status", "subject", "may"),
    [
        ("pledged", "", True), ("pledged", "mission:3", True), ("pledged", "need:3", False),
        ("pledged", "project:3", False), ("welcomed", "need:3", True), ("kept", "project:3", True),
        ("not_now", "need:3", False), ("taken_back", "", False),
    ],
)  # fmt: skip
def test_giving_waits_for_the_team(status: str, subject: str, may: bool) -> None:
    if may:
        rules.check_giving(PledgeStatus(status), subject)
        return
    with pytest.raises(rules.NotGivenYet):
        rules.check_giving(PledgeStatus(status), subject)


@pytest.mark.parametrize(
    ("subject", "parts"), [("need:9", ("need", 9)), ("", ("", 0)), ("need:", ("", 0)), ("need:x", ("", 0))]
)
def test_subjects(subject: str, parts: tuple[str, int]) -> None:
    assert rules.parts_of(subject) == parts


def test_given_bit_by_bit(street: Street) -> None:
    pledge = build_pledge(street)
    service.note_given(street.bilal.id, pledge, 4, clock.today(), 0)
    assert (pledge.met, pledge.status) == (4, PledgeStatus.PLEDGED)
    with pytest.raises(rules.NotedMeanwhile):
        service.note_given(street.bilal.id, pledge, 4, clock.today(), 0)
    service.note_given(street.bilal.id, pledge, 8, clock.today(), 4)  # more than pledged is fine
    assert (pledge.met, pledge.status) == (12, PledgeStatus.KEPT)
    assert [each.units for each in queries.list_given(pledge.id)] == [8, 4]
    assert audit.list_of("pledge", pledge.id)[0].verb == "gave"


@pytest.mark.parametrize("days", [-1, 1])
def test_not_before_the_pledge_nor_tomorrow(street: Street, days: int) -> None:
    with pytest.raises(rules.NotThatDay):
        service.note_given(street.bilal.id, build_pledge(street), 1, clock.today() + timedelta(days=days), 0)


def test_answered_once(street: Street) -> None:
    pledge = build_pledge(street, subject=f"need:{street.need.id}")
    service.answer_pledge(street.amina.id, pledge, PledgeStatus.WELCOMED)
    with pytest.raises(rules.PledgeMoved):
        service.answer_pledge(street.amina.id, pledge, PledgeStatus.NOT_NOW)
    with pytest.raises(rules.PledgeMoved):
        service.change_pledge(street.bilal.id, pledge, hours())


def test_not_endlessly_many(street: Street) -> None:
    for _each in range(rules.MOST_OPEN):
        build_pledge(street)
    with pytest.raises(rules.TooManyPledges):
        service.pledge(street.bilal.id, street.organisation, hours())


@pytest.mark.parametrize("status", list(PledgeStatus))
@pytest.mark.parametrize("subject", ["", "need:1", "project:1", "mission:1"])
def test_who_reads_of_it(street: Street, client: PageClient, status: PledgeStatus, subject: str) -> None:
    build_pledge(street, status=status, subject=subject, words="a very long ladder")
    path = f"/organisations/{street.organisation.id}"
    asked = status is PledgeStatus.PLEDGED and subject.startswith(("need", "project"))
    public = status in OPEN_PLEDGES and not asked
    for page in (path, f"{path}/pledges"):
        assert ("a very long ladder" in client.become(None).get(page).text) is public
        assert "a very long ladder" in client.become(street.bilal).get(page).text


def test_hidden_it_is_there_for_its_people_only(street: Street, client: PageClient) -> None:
    pledge = build_pledge(street, words="a very long ladder")
    service.hide_pledge(street.dora.id, pledge, "Not a ladder.")
    path = f"/organisations/{street.organisation.id}"
    assert "ladder" not in client.become(None).get(path).text
    assert "Not a ladder." in client.become(street.bilal).get(f"/pledges/{pledge.id}").text
    service.restore_pledge(street.dora.id, pledge)
    assert "a very long ladder" in client.become(None).get(path).text


@pytest.mark.parametrize("words", BAD)
def test_bad_words_come_back(street: Street, client: PageClient, words: str) -> None:
    path = f"/organisations/{street.organisation.id}/pledges/new"
    given = {"organisation": str(street.organisation.id), "kind": "time", "words": words, "amount": "2"}
    answer = client.become(street.bilal).send(path, given)
    assert answer.status_code == 422
    assert 'id="words-error"' in answer.text


@pytest.mark.parametrize("amount", ["", "0", "-1", "x", "9" * 30, "1.5"])
def test_bad_numbers_come_back(street: Street, client: PageClient, amount: str) -> None:
    path = f"/organisations/{street.organisation.id}/pledges/new"
    given = {"organisation": str(street.organisation.id), "kind": "time", "words": "a ladder", "amount": amount}
    answer = client.become(street.bilal).send(path, given)
    assert answer.status_code == 422
    assert 'id="amount-error"' in answer.text
    assert "a ladder" in answer.text


def test_nobody_pledges_for_others(street: Street, client: PageClient) -> None:
    path = f"/organisations/{street.organisation.id}/pledges/new"
    given = {"organisation": str(street.organisation.id), "kind": "time", "words": "a ladder", "amount": "1"}
    for name in ("chidi", "amina", "efua"):
        answer = client.become(street.person(name)).send(path, given, page="/spaces/new")
        assert answer.status_code in (403, 404)
    assert queries.list_pledges(street.organisation.id, 1).total == 0


def test_words_are_never_markup(street: Street, client: PageClient) -> None:
    evil = "<script>alert(1)</script>"
    pledge = build_pledge(street, words=evil, came=evil)
    for path in (f"/organisations/{street.organisation.id}", f"/pledges/{pledge.id}"):
        assert evil not in client.become(street.bilal).get(path).text


def test_a_form_says_what_was_noted_meanwhile(street: Street, client: PageClient) -> None:
    pledge = build_pledge(street)
    path = f"/pledges/{pledge.id}/given"
    token = client.become(street.bilal).token(path)
    given = {"units": "4", "day": "2026-07-02", "known": "0", "csrf_token": token}
    assert client.post(path, data=given).status_code == 303
    again = client.post(path, data=given)
    assert again.status_code == 422
    assert "Somebody noted something a moment ago" in again.text
    assert 'name="known" value="4"' in again.text
    assert client.post(path, data=given | {"known": "x", "day": "soon"}).status_code == 422
    db.session.refresh(pledge)
    assert pledge.met == 4


def test_taken_back(street: Street, client: PageClient) -> None:
    pledge = build_pledge(street, kind=PledgeKind.TIME)
    answer = client.become(street.bilal).send(f"/pledges/{pledge.id}/take-back", page=f"/pledges/{pledge.id}")
    assert answer.status_code == 303
    db.session.refresh(pledge)
    assert pledge.status is PledgeStatus.TAKEN_BACK
    assert pledge.made_at == NOON


def test_every_rule_says_something_kind() -> None:
    for broken in (rules.PledgeMoved, rules.NotGivenYet, rules.NotedMeanwhile, rules.NotThatDay):
        assert issubclass(broken, RuleBroken)
        assert broken.message
