"""The team answers whoever would like to help."""

import pytest
from sqlalchemy import update

from participate.audit import queries as audit
from participate.core.db import db
from participate.outbox.models import Promise
from participate.outbox.service import run_due
from participate.projects import queries, service
from participate.projects.models import TeamMember, TeamRequest
from participate.projects.rules.team import AnsweredAlready
from participate.projects.words import RequestStatus, TeamPart
from tests.page import PageClient
from tests.projects.build import ask, build_project, join
from tests.street import CAST, Street

MAY = ("amina", "dora", "gita")


def answer_path(request: TeamRequest) -> str:
    return f"/projects/{request.project_id}/requests/{request.id}/answer"


@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str) -> None:
    request = ask(street, street.efua)
    page = "/ideas/new" if name in ("stranger", "femi") else "/projects/new"
    answer = client.become(street.person(name)).send(answer_path(request), {"answer": "welcome"}, page=page)
    assert answer.status_code == (303 if name in MAY else 403)
    db.session.refresh(request)
    assert request.status is (RequestStatus.WELCOMED if name in MAY else RequestStatus.ASKED)


def test_welcome(street: Street, client: PageClient) -> None:
    request = ask(street, street.chidi)
    team = f"/projects/{street.project.id}/team"
    assert "I have time on Saturdays." in client.become(street.amina).get(team).text
    client.send(answer_path(request), {"answer": "welcome"}, page=team)
    db.session.refresh(request)
    assert (request.status, request.answered_by) == (RequestStatus.WELCOMED, street.amina.id)
    assert queries.part_of(street.project.id, street.chidi.id) is TeamPart.HELPER
    assert not street.chidi.holds("host"), "a helper is no host"
    assert "Bilal and Chidi help." in client.get(f"/projects/{street.project.id}").text
    assert audit.list_of("team_request", request.id)[0].verb == "welcomed"
    assert "Nobody waits for an answer." in client.get(team).text


@pytest.mark.parametrize(
    ("said", "subject"),
    [("welcome", "Mend Club: welcome to the team"), ("not_now", "Mend Club: not just now"), ("", "not just now")],
)
def test_the_asker_is_told(street: Street, client: PageClient, said: str, subject: str) -> None:
    request = ask(street, street.chidi)
    db.session.query(Promise).delete()
    client.become(street.amina).send(answer_path(request), {"answer": said}, page="/projects/new")
    assert [each.payload["person_id"] for each in db.session.query(Promise)] == [street.chidi.id]
    run_due()
    assert subject in client.get("/letters").text


def test_not_now_keeps_nobody_in(street: Street, client: PageClient) -> None:
    request = ask(street, street.chidi)
    client.become(street.amina).send(answer_path(request), {"answer": "not_now"}, page="/projects/new")
    assert queries.part_of(street.project.id, street.chidi.id) is None
    assert queries.find_last_not_now(street.project.id, street.chidi.id) is not None


def test_twice_is_said(street: Street, client: PageClient) -> None:
    request = ask(street, street.chidi)
    client.become(street.amina).send(answer_path(request), {"answer": "welcome"}, page="/projects/new")
    again = client.send(answer_path(request), {"answer": "not_now"}, page="/projects/new")
    assert again.status_code == 409
    assert "This has been answered already" in again.text
    assert queries.part_of(street.project.id, street.chidi.id) is TeamPart.HELPER


def test_whoever_comes_second_changes_nothing(street: Street) -> None:
    """Two of the team press at once: the second still sees it waiting, and the database says no."""
    request = ask(street, street.chidi)
    first = update(TeamRequest).where(TeamRequest.id == request.id).values(status=RequestStatus.NOT_NOW)
    db.session.execute(first.execution_options(synchronize_session=False))
    assert request.status is RequestStatus.ASKED, "as the second one read it"
    with pytest.raises(AnsweredAlready):
        service.welcome(street.amina.id, request)
    db.session.rollback()
    assert queries.part_of(street.project.id, street.chidi.id) is None


def test_somebody_who_came_in_another_way_keeps_her_part(street: Street) -> None:
    request = ask(street, street.chidi)
    join(street.project, street.chidi, TeamPart.HOST)
    service.welcome(street.amina.id, request)
    db.session.commit()
    assert queries.part_of(street.project.id, street.chidi.id) is TeamPart.HOST
    assert db.session.query(TeamMember).filter_by(person_id=street.chidi.id).count() == 1


def test_a_request_of_another_project_is_none(street: Street, client: PageClient) -> None:
    request, other = ask(street, street.chidi), build_project(street)
    join(other, street.efua, TeamPart.OWNER)
    path = f"/projects/{other.id}/requests/{request.id}/answer"
    assert client.become(street.efua).send(path, {"answer": "welcome"}, page="/projects/new").status_code == 404
    assert client.send(f"/projects/{other.id}/requests/999/answer", page="/projects/new").status_code == 404


def test_a_hidden_request_is_out_of_sight(street: Street, client: PageClient) -> None:
    request = ask(street, street.chidi, "Unkind words")
    service.hide(street.dora.id, request, "unkind")
    page = client.become(street.amina).get(f"/projects/{street.project.id}/team").text
    assert "Unkind words" not in page
    assert client.send(answer_path(request), {"answer": "welcome"}, page="/projects/new").status_code == 404
    own = client.become(street.chidi).get(f"/projects/{street.project.id}").text
    assert "Staff have taken your request off the page." in own
    service.restore(street.dora.id, request)
    assert "Unkind words" in client.become(street.amina).get(f"/projects/{street.project.id}/team").text
