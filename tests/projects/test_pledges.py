"""Partners offer what a project lacks; the team answers; the need is met."""

import pytest

from participate.core.db import db
from participate.organisations import queries as partners
from participate.organisations.models import Pledge
from participate.organisations.words import PledgeStatus
from participate.outbox.models import Promise
from participate.projects import service
from participate.projects.rules.pledges import NeedGone, OfferedAlready
from participate.projects.rules.team import ProjectOver
from participate.projects.words import NeedStatus, Stage
from tests.organisations.build import build_pledge, hours
from tests.page import PageClient
from tests.street import CAST, Street


def offered(street: Street) -> Pledge:
    """The school offers four hours for the street's need."""
    return service.offer_for_need(street.bilal.id, street.organisation, street.need, hours())


def letters(name: str) -> list[int]:
    """Who is promised this letter."""
    found = db.session.query(Promise).filter(Promise.name == "letter").all()
    return sorted(each.payload["person_id"] for each in found if each.payload["name"] == name)


def test_one_offer_a_need(street: Street) -> None:
    offered(street)
    with pytest.raises(OfferedAlready):
        offered(street)
    assert letters("pledge_offered") == [street.amina.id]


def test_not_for_what_is_met_or_over(street: Street) -> None:
    service.meet_need(street.amina.id, street.need, "Chidi")
    with pytest.raises(NeedGone):
        offered(street)
    service.reopen_need(street.amina.id, street.need)
    street.project.stage = Stage.ENDED
    with pytest.raises(ProjectOver):
        offered(street)


@pytest.mark.parametrize("welcome", [True, False])
def test_the_partner_hears_once(street: Street, welcome: bool) -> None:
    pledge = offered(street)
    service.answer_offer(street.amina.id, street.project, pledge, welcome=welcome)
    assert pledge.status is (PledgeStatus.WELCOMED if welcome else PledgeStatus.NOT_NOW)
    assert letters("pledge_answered") == [street.bilal.id]


def test_when_it_is_there_the_need_is_met(street: Street) -> None:
    pledge = offered(street)
    service.answer_offer(street.amina.id, street.project, pledge, welcome=True)
    service.receive_offer(street.amina.id, pledge, 0)
    assert (pledge.met, pledge.status) == (4, PledgeStatus.KEPT)
    assert (street.need.status, street.need.thanks) == (NeedStatus.MET, "Elm Tree School")


def test_after_a_no_they_may_offer_again(street: Street) -> None:
    service.answer_offer(street.amina.id, street.project, offered(street), welcome=False)
    assert offered(street).status is PledgeStatus.PLEDGED


@pytest.mark.parametrize("name", CAST)
def test_who_answers(street: Street, client: PageClient, name: str) -> None:
    pledge = offered(street)
    db.session.commit()
    path = f"/projects/{street.project.id}/pledges"
    client.become(street.person(name))
    if name in ("stranger", "femi"):
        assert client.post(f"{path}/{pledge.id}/answer", data={"answer": "yes"}).status_code in (400, 403)
    else:
        answer = client.send(f"{path}/{pledge.id}/answer", {"answer": "yes"}, page="/spaces/new")
        assert (answer.status_code == 303) is (name in ("amina", "dora", "gita"))
    db.session.refresh(pledge)
    assert (pledge.status is PledgeStatus.WELCOMED) is (name in ("amina", "dora", "gita"))


def test_nobody_answers_what_was_offered_to_others(street: Street, client: PageClient) -> None:
    other = build_pledge(street, subject="project:999")
    path = f"/projects/{street.project.id}/pledges/{other.id}/answer"
    assert client.become(street.amina).send(path, {"answer": "yes"}, page="/spaces/new").status_code == 404


@pytest.mark.parametrize("answer", ["", "maybe", "here", "x" * 5_000])
def test_odd_answers_change_nothing(street: Street, client: PageClient, answer: str) -> None:
    pledge = offered(street)
    db.session.commit()
    path = f"/projects/{street.project.id}/pledges/{pledge.id}/answer"
    sent = client.become(street.amina).send(path, {"answer": answer, "known": "x"}, page="/spaces/new")
    assert sent.status_code in (303, 409)
    db.session.refresh(pledge)
    assert (pledge.status, pledge.met) == (PledgeStatus.PLEDGED, 0)


def test_the_form_is_filled_with_the_need(street: Street, client: PageClient) -> None:
    path = f"/needs/{street.need.id}/pledge"
    page = client.become(street.bilal).get(path).text
    assert f'value="{street.need.words}"' in page
    answer = client.send(
        path, {"organisation": str(street.organisation.id), "kind": "time", "words": "", "amount": "1"}
    )
    assert answer.status_code == 422
    assert 'id="words-error"' in answer.text


def test_staff_offer_for_a_partner_that_rang(street: Street, client: PageClient) -> None:
    path = f"/needs/{street.need.id}/pledge"
    assert client.become(street.dora).get(path).status_code == 403
    page = f"{path}?for={street.organisation.id}"
    given = {
        "for": str(street.organisation.id), "organisation": str(street.organisation.id), "kind": "time",
        "words": "a seamstress", "amount": "2",
    }  # fmt: skip
    assert client.send(path, given, page=page).status_code == 303
    assert partners.list_pledges(street.organisation.id, 1, all_of_them=True).total == 1
    for odd in ("x", "9" * 40, "-1", "999999"):
        assert client.get(f"{path}?for={odd}").status_code == 403


def test_nobody_else_offers_in_its_name(street: Street, client: PageClient) -> None:
    for name in ("chidi", "amina", "efua"):
        page = f"/needs/{street.need.id}/pledge?for={street.organisation.id}"
        assert client.become(street.person(name)).get(page).status_code == 403


def test_the_project_page_asks_partners(street: Street, client: PageClient) -> None:
    path, link = f"/projects/{street.project.id}", f"/projects/{street.project.id}/pledge"
    for name, shown in (("stranger", True), ("chidi", True), ("efua", True), ("amina", False), ("dora", False)):
        page = client.become(street.person(name)).get(path).text
        assert (f'href="{link}"' in page) is shown, name


def test_who_speaks_for_nobody_is_told_where_to_ask(street: Street, client: PageClient) -> None:
    answer = client.become(street.chidi).get(f"/projects/{street.project.id}/pledge")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/organisations")
    assert "do not speak for a partner" in client.get("/organisations").text
