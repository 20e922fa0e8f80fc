"""“I’d like to help”: asked once, told to the team, taken back."""

from datetime import timedelta

import pytest

from participate.accounts.words import PersonStatus
from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.outbox.service import run_due
from participate.projects import queries, service
from participate.projects.models import TeamRequest
from participate.projects.rules.team import PAUSE, AnsweredAlready, AskedAlready, AskedLately
from participate.projects.words import NeedStatus, RequestStatus, Stage, TeamPart
from tests.page import PageClient
from tests.projects.build import ask, build_elsewhere, build_need, build_project, join
from tests.street import CAST, NOON, Street


def path(street: Street) -> str:
    return f"/projects/{street.project.id}/help"


def asked() -> list[TeamRequest]:
    return db.session.query(TeamRequest).order_by(TeamRequest.id).all()


@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(path(street))
    if name in ("stranger", "femi"):
        assert answer.headers["Location"] == "/sign-in"
        return
    assert answer.status_code == 200
    in_team = name in ("amina", "bilal")
    assert ("You are in this team already." in answer.text) is in_team
    sent = client.send(path(street), {"words": "Hello"}, page="/projects/new")
    assert sent.status_code == (409 if in_team else 303)
    assert len(asked()) == (0 if in_team else 1)


def test_it_is_kept_with_words_and_need(street: Street, client: PageClient) -> None:
    page = client.become(street.chidi).get(f"{path(street)}?need={street.need.id}").text
    assert "thread a sewing machine" in page
    assert "Amina sees your first name" in page
    answer = client.send(path(street), {"words": "I can sew.", "need": str(street.need.id)})
    assert answer.headers["Location"] == f"/projects/{street.project.id}"
    request = asked()[0]
    assert (request.words, request.need_id, request.status) == ("I can sew.", street.need.id, RequestStatus.ASKED)
    assert [row.verb for row in audit.list_of("team_request", request.id)] == ["asked"]


def test_words_are_welcome_and_not_needed(street: Street, client: PageClient) -> None:
    client.become(street.chidi).send(path(street), {"words": ""})
    assert asked()[0].words == ""


@pytest.mark.parametrize("need", ["999", "abc", "", "-1", "\x00", "9" * 40])
def test_a_need_that_is_none_is_left_out(street: Street, client: PageClient, need: str) -> None:
    client.become(street.chidi).send(path(street), {"words": "x", "need": need})
    assert asked()[0].need_id is None


@pytest.mark.parametrize("kind", ["met", "hidden", "of another project"])
def test_a_need_that_is_not_open_is_left_out(street: Street, client: PageClient, kind: str) -> None:
    met = {"status": NeedStatus.MET, "met_at": NOON} if kind == "met" else {}
    project = build_project(street) if kind == "of another project" else street.project
    need = build_need(project, **met)
    if kind == "hidden":
        service.hide(street.dora.id, need, "x")
    client.become(street.chidi).send(path(street), {"words": "x", "need": str(need.id)})
    assert asked()[0].need_id is None


def test_owner_and_hosts_hear_of_it(street: Street, client: PageClient) -> None:
    join(street.project, street.gita, TeamPart.HOST)
    client.become(street.chidi).send(path(street), {"words": "I can sew."})
    told = {each.payload["person_id"] for each in db.session.query(Promise).filter_by(name="letter")}
    assert told == {street.amina.id, street.gita.id}, "not Bilal, who helps"
    run_due()
    letters = client.get("/letters").text
    assert "Chidi would like to help with Mend Club" in letters
    assert "I can sew." in letters
    assert "Okafor" not in letters


def test_where_nobody_leads_the_hub_hears_of_it(street: Street, client: PageClient) -> None:
    street.amina.status = PersonStatus.SUSPENDED
    db.session.commit()
    client.become(street.chidi).send(path(street), {"words": ""})
    assert [each.payload["person_id"] for each in db.session.query(Promise)] == [street.dora.id]


def test_once_is_enough(street: Street, client: PageClient) -> None:
    client.become(street.chidi).send(path(street), {"words": "One"})
    page = client.get(path(street)).text
    assert "You have asked already." in page
    again = client.send(path(street), {"words": "Two"}, page="/projects/new")
    assert again.status_code == 409
    assert "You have asked already. The team has your words and will answer." in again.text
    assert [request.words for request in asked()] == ["One"]
    with pytest.raises(AskedAlready):
        service.ask_to_help(street.chidi, street.project)


def test_she_takes_it_back_and_may_ask_again(street: Street, client: PageClient) -> None:
    client.become(street.chidi).send(path(street), {"words": "One"})
    back = f"{path(street)}/take-back"
    answer = client.send(back, page=f"/projects/{street.project.id}")
    assert answer.status_code == 303
    assert asked()[0].status is RequestStatus.TAKEN_BACK
    assert client.send(back, page="/projects/new").status_code == 404
    assert client.send(path(street), {"words": "Two"}).status_code == 303
    assert [request.status for request in asked()] == [RequestStatus.TAKEN_BACK, RequestStatus.ASKED]


@pytest.mark.parametrize("name", [name for name in CAST if name != "chidi"])
def test_nobody_takes_back_somebody_else_s(street: Street, client: PageClient, name: str) -> None:
    request = ask(street, street.chidi)
    client.become(street.person(name))
    page = "/projects/new" if name not in ("stranger", "femi") else "/ideas/new"
    assert client.send(f"{path(street)}/take-back", page=page).status_code in (403, 404)
    db.session.refresh(request)
    assert request.status is RequestStatus.ASKED


def test_what_was_answered_is_not_taken_back(street: Street) -> None:
    request = ask(street, street.chidi)
    service.welcome(street.amina.id, request)
    with pytest.raises(AnsweredAlready):
        service.take_back(street.chidi.id, request)


def test_after_a_not_now_the_team_has_some_peace(street: Street) -> None:
    service.say_not_now(street.amina.id, ask(street, street.chidi))
    with pytest.raises(AskedLately):
        service.ask_to_help(street.chidi, street.project)
    with clock.stop_at(NOON + PAUSE + timedelta(seconds=1)):
        assert service.ask_to_help(street.chidi, street.project).status is RequestStatus.ASKED


def test_nobody_joins_what_was_done_elsewhere(street: Street, client: PageClient) -> None:
    other = build_elsewhere()
    client.become(street.chidi)
    assert client.get(f"/projects/{other.id}/help").status_code == 409
    sent = client.send(f"/projects/{other.id}/help", {"words": "x"}, page="/projects/new")
    assert sent.status_code == 409
    assert "This was done somewhere else." in sent.text
    assert asked() == []


@pytest.mark.parametrize("stage", [Stage.ENDED, Stage.HANDED_OVER])
def test_nobody_joins_what_is_over(street: Street, client: PageClient, stage: Stage) -> None:
    project = build_project(street, stage=stage)
    sent = client.become(street.chidi).send(f"/projects/{project.id}/help", {"words": "x"}, page="/projects/new")
    assert sent.status_code == 409
    assert asked() == []


def test_nobody_joins_what_is_hidden(street: Street, client: PageClient) -> None:
    service.hide(street.dora.id, street.project, "x")
    assert client.become(street.chidi).get(path(street)).status_code == 404
    assert client.send(path(street), {"words": "x"}, page="/projects/new").status_code == 404


@pytest.mark.parametrize("typed", ["x" * 281, "x" * 10_000, "a\x00b"])
def test_what_is_wrong_is_said_beside_the_field(street: Street, client: PageClient, typed: str) -> None:
    answer = client.become(street.chidi).send(path(street), {"words": typed, "need": str(street.need.id)})
    assert answer.status_code == 422
    assert 'id="words-error"' in answer.text
    assert f'name="need" value="{street.need.id}"' in answer.text, "the need is not lost"
    assert asked() == []


@pytest.mark.parametrize("typed", ["🧵 gern", "أستطيع الخياطة", "<script>alert(1)</script>", "x" * 280])
def test_words_of_every_kind_are_kept(street: Street, client: PageClient, typed: str) -> None:
    client.become(street.chidi).send(path(street), {"words": typed})
    assert asked()[0].words == typed
    for name, where in (("chidi", ""), ("amina", "/team")):
        page = client.become(street.person(name)).get(f"/projects/{street.project.id}{where}").text
        assert "<script>alert" not in page


def test_not_without_end(street: Street, client: PageClient) -> None:
    projects = [build_project(street, name=f"Club {number}") for number in range(21)]
    client.become(street.chidi)
    ids = [project.id for project in projects]
    statuses = [client.send(f"/projects/{number}/help", {"words": ""}).status_code for number in ids]
    assert statuses == [303] * 20 + [429]


def test_mine_shows_what_waits(street: Street) -> None:
    ask(street, street.chidi)
    assert [each.project.name for each in queries.list_requests_of(street.chidi.id)] == ["Mend Club"]
    assert [(each.part, each.waiting) for each in queries.list_taking(street.amina.id)] == [(TeamPart.OWNER, 1)]
    assert [(each.part, each.waiting) for each in queries.list_taking(street.bilal.id)] == [(TeamPart.HELPER, 0)]
