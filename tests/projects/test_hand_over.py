"""A project is handed over, looked after by a neighbour, and carried by people of several organisations."""

import pytest

from participate.core.db import db
from participate.funds.service import set_budget
from participate.organisations.models import Member
from participate.outbox.models import Promise
from participate.projects import queries, service
from participate.projects.models import TeamMember
from participate.projects.rules.stages import NeighbourOwns
from participate.projects.rules.team import NotInTeam, NotYourOrganisation
from participate.projects.words import Stage, TeamPart
from participate.spaces.rules import What
from participate.spaces.words import BookingStatus
from tests.page import PageClient
from tests.projects.build import build_project, join
from tests.spaces.booking import agreed, at
from tests.spaces.build import build_space
from tests.street import CAST, Street, give, person


def base(street: Street) -> str:
    return f"/projects/{street.project.id}"


def run(street: Street) -> None:
    street.project.stage = Stage.RUNNING
    db.session.commit()


def test_it_is_handed_over_to_one_of_the_team(street: Street, client: PageClient) -> None:
    run(street)
    assert "Handed over to whom?" in client.become(street.amina).get(f"{base(street)}/stage").text
    client.send(f"{base(street)}/stage", {"stage": "handed_over", "successor": str(street.bilal.id)})
    db.session.refresh(street.project)
    assert street.project.stage is Stage.HANDED_OVER
    assert queries.part_of(street.project.id, street.bilal.id) is TeamPart.OWNER
    assert queries.part_of(street.project.id, street.amina.id) is TeamPart.HOST
    told = [each.payload["person_id"] for each in db.session.query(Promise) if each.name == "letter"]
    assert told == [street.bilal.id], "once"


@pytest.mark.parametrize("successor", ["", "0", "999", "x", "\x00", "9" * 30])
def test_to_nobody_it_is_not(street: Street, client: PageClient, successor: str) -> None:
    run(street)
    client.become(street.amina)
    answer = client.send(f"{base(street)}/stage", {"stage": "handed_over", "successor": successor})
    assert answer.status_code == 422
    assert 'id="successor-error"' in answer.text
    db.session.refresh(street.project)
    assert street.project.stage is Stage.RUNNING


def test_alone_there_is_nobody_to_hand_it_to(street: Street, client: PageClient) -> None:
    run(street)
    db.session.query(TeamMember).filter_by(part=TeamPart.HELPER).delete()
    page = client.become(street.amina).get(f"{base(street)}/stage").text
    assert "somebody else has to be in the team first" in page
    answer = client.send(f"{base(street)}/stage", {"stage": "handed_over"})
    assert answer.status_code == 422
    assert "Choose who of the team carries it on." in answer.text


def test_other_steps_ask_for_nobody(street: Street, client: PageClient) -> None:
    run(street)
    client.become(street.amina).send(f"{base(street)}/stage", {"stage": "resting"})
    db.session.refresh(street.project)
    assert street.project.stage is Stage.RESTING


def test_what_ended_shows_how_to_start_one_like_it(street: Street, client: PageClient) -> None:
    service.move_project(street.amina.id, street.project, Stage.ENDED)
    page = client.get(base(street)).text
    assert "Start one like it" in page
    assert f'href="{base(street)}/start"' in page
    client.become(street.chidi)
    assert 'value="Mend Club"' in client.get(f"{base(street)}/start").text
    assert client.get(f"/projects/{build_project(street).id}/start").status_code == 404, "what lives is joined"


def test_the_staff_of_its_hub_begin_it_and_a_neighbour_runs_it(street: Street, client: PageClient) -> None:
    project = build_project(street, stage=Stage.TRYING_OUT)
    join(project, street.dora, TeamPart.OWNER)
    join(project, street.chidi)
    url = f"/projects/{project.id}"
    for page in ("team", "stage"):
        assert "The hub’s staff look after it for now." in client.become(street.dora).get(f"{url}/{page}").text
    answer = client.send(f"{url}/stage", {"stage": "running"})
    assert answer.status_code == 422
    assert "A neighbour looks after every project" in answer.text
    service.hand_over(street.dora.id, project, street.chidi.id)
    service.move_project(street.chidi.id, project, Stage.RUNNING)
    assert "for now" not in client.get(f"{url}/team").text


def test_it_is_not_handed_to_the_staff_of_its_hub(street: Street) -> None:
    for holder in (street.dora, street.gita):
        join(street.project, holder)
        with pytest.raises(NeighbourOwns):
            service.hand_over(street.amina.id, street.project, holder.id)
    db.session.rollback()


def test_the_staff_of_another_hub_are_neighbours_here(street: Street) -> None:
    hana = person("Hana Yusuf", street.ward)
    give(hana, "staff", "hub:999")  # type: ignore[arg-type]
    join(street.project, hana)
    service.hand_over(street.amina.id, street.project, hana.id)
    assert queries.part_of(street.project.id, hana.id) is TeamPart.OWNER


@pytest.mark.parametrize("name", CAST)
def test_who_says_her_part(street: Street, client: PageClient, name: str) -> None:
    page = "/ideas/new" if name in ("stranger", "femi") else "/projects/new"
    answer = client.become(street.person(name)).send(f"{base(street)}/team/mine", {"pack_contact": "y"}, page=page)
    assert answer.status_code == {"amina": 303, "bilal": 303, "dora": 409, "gita": 409}.get(name, 403)
    consents = {each.person_id for each in db.session.query(TeamMember).filter_by(pack_contact=True)}
    assert consents == ({getattr(street, name).id} if name in ("amina", "bilal") else set()), "her own, nobody else’s"


def test_for_an_organisation_that_she_speaks_for(street: Street, client: PageClient) -> None:
    client.become(street.bilal)
    said = {"organisation": str(street.organisation.id), "pack_contact": "y"}
    client.send(f"{base(street)}/team/mine", said, page=f"{base(street)}/team")
    member = queries.find_member(street.project.id, street.bilal.id)
    assert member is not None
    assert (member.organisation_id, member.pack_contact) == (street.organisation.id, True)
    page = client.get(base(street)).text
    assert f'With <a href="/organisations/{street.organisation.id}"><bdi>Elm Tree School</bdi></a>' in page
    assert "helps, Elm Tree School" in client.get(f"{base(street)}/team").text
    client.send(f"{base(street)}/team/mine", {"organisation": ""}, page=f"{base(street)}/team")
    db.session.refresh(member)
    assert (member.organisation_id, member.pack_contact) == (None, False), "it can be taken back"


def test_it_shows_while_she_speaks_for_it(street: Street, client: PageClient) -> None:
    service.say_my_part(street.bilal.id, street.project, street.organisation.id, pack_contact=False)
    street.organisation.hidden_at = street.project.made_at
    assert "Elm Tree School" not in client.get(base(street)).text
    street.organisation.hidden_at = None
    assert "Elm Tree School" in client.get(base(street)).text
    db.session.query(Member).delete()
    assert "Elm Tree School" not in client.get(base(street)).text


def test_for_others_she_does_not_speak(street: Street, client: PageClient) -> None:
    with pytest.raises(NotYourOrganisation):
        service.say_my_part(street.amina.id, street.project, street.organisation.id, pack_contact=False)
    with pytest.raises(NotInTeam):
        service.say_my_part(street.chidi.id, street.project, None, pack_contact=True)
    said = {"organisation": str(street.organisation.id)}
    client.become(street.amina).send(f"{base(street)}/team/mine", said, page=f"{base(street)}/team")
    member = queries.find_member(street.project.id, street.amina.id)
    assert member is not None
    assert member.organisation_id is None


def test_a_project_that_ends_gives_its_rooms_back(street: Street, client: PageClient) -> None:
    space = build_space(street, capacity=20)
    mine = agreed(street.amina, space, at(10), What("Mending", subject=f"project:{street.project.id}"))
    other = agreed(street.amina, space, at(14))
    client.become(street.amina).send(f"{base(street)}/stage", {"stage": "ended"})
    db.session.expire_all()
    assert (mine.status, other.status) == (BookingStatus.CANCELLED, BookingStatus.AGREED)
    agreed(street.bilal, space, at(10))


def test_the_team_sees_its_kit_points(street: Street, client: PageClient) -> None:
    set_budget(street.dora.id, street.hub.id, f"project:{street.project.id}", "Mend Club", 12)
    db.session.commit()
    assert "Kit points: 12 of 12 left." in client.become(street.amina).get(base(street)).text
    assert "Kit points" not in client.become(street.chidi).get(base(street)).text
