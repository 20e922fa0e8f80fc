"""Needs that somebody has offered to meet, and 20-minute tasks that are done anywhere."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.projects import queries, service
from participate.projects.models import Need, TeamRequest
from participate.projects.rules.needs import NeedMet, NotQuick, check_quick
from participate.projects.rules.team import AnsweredAlready
from participate.projects.words import NeedKind, NeedStatus
from tests.page import PageClient
from tests.projects.build import build_need
from tests.statements import count_statements
from tests.street import NOON, Street


def quick(street: Street, words: str = "Ring the school") -> Need:
    return build_need(street.project, words, kind=NeedKind.PERSON, minutes=20, quick=True)


def offer(street: Street, need: Need, name: str = "chidi") -> TeamRequest:
    request = service.ask_to_help(getattr(street, name), street.project, "I can.", need.id)
    db.session.commit()
    return request


def answer(street: Street, client: PageClient, request: TeamRequest, **said: str) -> None:
    path = f"/projects/{street.project.id}/requests/{request.id}/answer"
    client.become(street.amina).send(path, said, page=f"/projects/{street.project.id}/team")
    db.session.expire_all()


@pytest.mark.parametrize("kind", NeedKind)
@pytest.mark.parametrize(("minutes", "small"), [(None, True), (5, True), (20, True), (21, False), (60, False)])
@pytest.mark.parametrize("ticked", [True, False])
def test_what_a_small_task_is(kind: NeedKind, minutes: int | None, small: bool, ticked: bool) -> None:
    if ticked and not (kind is NeedKind.PERSON and small):
        with pytest.raises(NotQuick):
            check_quick(kind, minutes, quick=ticked)
    else:
        check_quick(kind, minutes, quick=ticked)


def test_an_offer_is_shown_by_number_alone(street: Street, client: PageClient) -> None:
    offer(street, street.need)
    for path in (f"/projects/{street.project.id}", "/needs"):
        page = client.become(None).get(path).text
        assert "1 neighbour has said “I can”" in page
        assert "Chidi" not in page
    client.become(street.amina)
    assert "1 neighbour has said “I can” and waits" in client.get(f"/needs/{street.need.id}").text


def test_an_offer_that_is_hidden_or_taken_back_counts_no_more(street: Street) -> None:
    request = offer(street, street.need)
    assert queries.count_offers([street.need.id]) == {street.need.id: 1}
    service.hide(street.dora.id, request, "x")
    assert queries.count_offers([street.need.id]) == {}
    service.restore(street.dora.id, request)
    service.take_back(street.chidi.id, request)
    assert queries.count_offers([street.need.id]) == {}
    assert queries.count_offers([]) == {}


@pytest.mark.parametrize(
    ("said", "status", "joins"),
    [
        ({"answer": "welcome", "need": "met"}, NeedStatus.MET, True),
        ({"answer": "welcome", "need": "open"}, NeedStatus.OPEN, True),
        ({"answer": "welcome"}, NeedStatus.OPEN, True),
        ({"answer": "not_now", "need": "met"}, NeedStatus.OPEN, False),
    ],
)
def test_the_answer_meets_it_or_opens_it_again(
    street: Street, client: PageClient, said: dict[str, str], status: NeedStatus, joins: bool
) -> None:
    answer(street, client, offer(street, street.need), **said)
    assert street.need.status is status
    assert street.need.thanks == ("Chidi" if status is NeedStatus.MET else "")
    assert (queries.part_of(street.project.id, street.chidi.id) is not None) is joins
    assert queries.count_offers([street.need.id]) == {}


def test_what_was_met_meanwhile_stays_as_it_is(street: Street, client: PageClient) -> None:
    request = offer(street, street.need)
    service.meet_need(street.amina.id, street.need, "Grace")
    answer(street, client, request, answer="welcome", need="met")
    assert street.need.thanks == "Grace"


def test_the_list_from_the_sofa(street: Street, client: PageClient) -> None:
    quick(street)
    page = client.get("/needs?quick=1").text
    assert "20 minutes, from your sofa" in page
    assert "Ring the school" in page
    assert street.need.words not in page
    everything = client.get("/needs").text
    assert "Ring the school" in everything
    assert street.need.words in everything
    for other in ("0", "2", "\x00", "x" * 500):
        assert street.need.words in client.get("/needs", query_string={"quick": other}).text


def test_no_small_task(street: Street, client: PageClient) -> None:
    assert "No small task waits just now" in client.get("/needs?quick=1").text


def test_few_statements(street: Street, client: PageClient) -> None:
    for number in range(5):
        quick(street, f"Ring school number {number}")
    client.become(street.chidi).get("/needs?quick=1")
    with count_statements() as counted:
        client.get("/needs?quick=1")
    assert counted.number <= 10, counted.texts


def test_a_small_task_is_done_without_joining(street: Street, client: PageClient) -> None:
    need = quick(street)
    help_page = f"/projects/{street.project.id}/help"
    assert "You do not join the team for it" in client.become(street.chidi).get(f"{help_page}?need={need.id}").text
    request = offer(street, need)
    answer(street, client, request, answer="welcome")
    assert queries.part_of(street.project.id, street.chidi.id) is None
    assert need.status is NeedStatus.OPEN
    assert queries.list_needs_open(quick=True).total == 0, "somebody does it now"
    with clock.stop_at(NOON + timedelta(days=15)):
        assert queries.list_needs_open(quick=True).total == 1, "nobody did: it is offered again"
    db.session.query(Promise).delete()
    assert "It is done" in client.become(street.chidi).get(help_page).text
    client.send(f"{help_page}/done", page=help_page)
    db.session.expire_all()
    assert (need.status, need.thanks) == (NeedStatus.MET, "Chidi")
    told = [each.payload for each in db.session.query(Promise) if each.name == "letter"]
    assert [(each["name"], each["person_id"]) for each in told] == [("task_done", street.amina.id)]
    with pytest.raises(NeedMet):
        service.finish_task(street.chidi, request)
    assert client.send(f"{help_page}/done", page="/projects/new").status_code == 409


def test_without_a_yes_it_is_not_done(street: Street, client: PageClient) -> None:
    need = quick(street)
    help_page = f"/projects/{street.project.id}/help"
    assert client.become(street.chidi).send(f"{help_page}/done", page="/projects/new").status_code == 404
    request = offer(street, need)
    assert client.send(f"{help_page}/done", page="/projects/new").status_code == 409
    with pytest.raises(AnsweredAlready):
        service.finish_task(street.chidi, request)
    assert client.become(street.efua).send(f"{help_page}/done", page="/projects/new").status_code == 404
    assert client.become(None).send(f"{help_page}/done", page="/ideas/new").status_code == 403


def test_the_team_writes_one_down(street: Street, client: PageClient) -> None:
    path = f"/projects/{street.project.id}/needs/new"
    said = {"kind": "person", "words": "Translate ten lines", "quick": "y"}
    assert client.become(street.bilal).send(path, said).status_code == 303
    need = db.session.query(Need).filter_by(words="Translate ten lines").one()
    assert (need.quick, need.minutes) == (True, 20)
    for wrong in ({"kind": "space"}, {"minutes": "45"}):
        refused = client.send(path, said | wrong)
        assert refused.status_code == 422
        assert 'id="quick-error"' in refused.text
        assert "Translate ten lines" in refused.text
    with pytest.raises(NotQuick):
        service.change_need(street.amina.id, need, service.NeedFacts(NeedKind.SPACE, "x", quick=True))
