"""The team: who sees its page, and how parts change hands."""

import pytest

from participate.accounts.models import Person
from participate.audit import queries as audit
from participate.core.db import db, transaction
from participate.outbox.models import Promise
from participate.outbox.service import run_due
from participate.projects import queries, service
from participate.projects.models import Project, TeamMember
from participate.projects.words import Stage, TeamPart
from tests.page import PageClient
from tests.projects.build import ask, build_elsewhere, join
from tests.statements import count_statements
from tests.street import CAST, Street

GIVES = ("amina", "dora", "gita")


def base(street: Street) -> str:
    return f"/projects/{street.project.id}"


def part(street: Street, name: str) -> TeamPart | None:
    return queries.part_of(street.project.id, getattr(street, name).id)


def host_of(street: Street, name: str) -> bool:
    return getattr(street, name).holds("host", f"project:{street.project.id}")


@pytest.mark.parametrize("name", CAST)
def test_who_sees_it(street: Street, client: PageClient, name: str) -> None:
    ask(street, street.chidi, "Between us.")
    answer = client.become(street.person(name)).get(f"{base(street)}/team")
    sees = name in ("amina", "bilal", "dora", "gita")
    assert answer.status_code == (200 if sees else 303 if name in ("stranger", "femi") else 403)
    assert ("Between us." in answer.text) is (name in GIVES), "those who answer read it"
    if sees:
        assert ("Make host" in answer.text) is (name in GIVES)
        assert ("Leave the team" in answer.text) is (name == "bilal")


@pytest.mark.parametrize("action", ["part", "remove"])
@pytest.mark.parametrize("name", CAST)
def test_who_gives_parts(street: Street, client: PageClient, name: str, action: str) -> None:
    path = f"{base(street)}/team/{street.bilal.id}/{action}"
    page = "/ideas/new" if name in ("stranger", "femi") else "/projects/new"
    answer = client.become(street.person(name)).send(path, {"part": "host"}, page=page)
    assert answer.status_code == (303 if name in GIVES else 403)
    wanted = TeamPart.HELPER if name not in GIVES else TeamPart.HOST if action == "part" else None
    assert part(street, "bilal") is wanted


def test_a_helper_becomes_host_and_helper_again(street: Street, client: PageClient) -> None:
    path = f"{base(street)}/team/{street.bilal.id}/part"
    client.become(street.amina).send(path, {"part": "host"}, page=f"{base(street)}/team")
    assert part(street, "bilal") is TeamPart.HOST
    assert host_of(street, "bilal")
    assert client.become(street.bilal).get(f"{base(street)}/edit").status_code == 200
    run_due()
    assert "You are a host of Mend Club now" in client.get("/letters").text
    client.become(street.amina).send(path, {"part": "helper"}, page=f"{base(street)}/team")
    assert part(street, "bilal") is TeamPart.HELPER
    assert not host_of(street, "bilal")
    assert client.become(street.bilal).get(f"{base(street)}/edit").status_code == 403
    assert [row.verb for row in audit.list_of("project", street.project.id)][:2] == ["made helper", "made host"]


def test_the_project_is_handed_over(street: Street, client: PageClient) -> None:
    path = f"{base(street)}/team/{street.bilal.id}/part"
    client.become(street.amina).send(path, {"part": "owner"}, page=f"{base(street)}/team")
    assert (part(street, "bilal"), part(street, "amina")) == (TeamPart.OWNER, TeamPart.HOST)
    assert host_of(street, "bilal")
    assert host_of(street, "amina")
    assert "Bilal looks after it. Amina hosts it." in client.get(base(street)).text
    run_due()
    assert "You look after Mend Club now" in client.get("/letters").text
    assert client.send(path, {"part": "helper"}, page="/projects/new").status_code == 403, "no longer hers to give"


def test_two_of_one_first_name_are_told_apart(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    assert "Bilal" in client.get(f"{base(street)}/team").text
    assert told_apart(street) == ["Amina", "Bilal"]
    letter = street.amina.name.split()[-1][:1]
    with transaction():
        db.session.get_one(Person, street.bilal.id).name = "Amina Siddiqui"
        db.session.get_one(Project, street.project.id).stage = Stage.RUNNING  # only then can it be handed over
    assert told_apart(street) == [f"Amina {letter}", "Amina S"]
    assert "Amina S" in client.get(f"{base(street)}/team").text
    assert "Amina S" in client.get(f"{base(street)}/stage").text, "it is handed over to one of them"
    assert "Amina S" not in client.become(None).get(base(street)).text, "the public reads first names"


def told_apart(street: Street) -> list[str]:
    return [mate.told_apart for mate in queries.list_team(street.project.id)]


def test_one_owner_whatever_happens(street: Street) -> None:
    for person in (street.bilal, street.chidi, street.bilal):
        if queries.find_member(street.project.id, person.id) is None:
            join(street.project, person)
        service.hand_over(street.dora.id, street.project, person.id)
        db.session.commit()
        owners = db.session.query(TeamMember).filter_by(project_id=street.project.id, part=TeamPart.OWNER).all()
        assert [owner.person_id for owner in owners] == [person.id]


def test_a_project_that_lost_its_owner_gets_one_from_staff(street: Street) -> None:
    db.session.query(TeamMember).filter_by(part=TeamPart.OWNER).delete()
    service.hand_over(street.dora.id, street.project, street.bilal.id)
    assert part(street, "bilal") is TeamPart.OWNER


@pytest.mark.parametrize("wanted", ["host", "helper", "owner"])
def test_the_owner_s_own_part_stays(street: Street, client: PageClient, wanted: str) -> None:
    answer = client.become(street.amina).send(
        f"{base(street)}/team/{street.amina.id}/part", {"part": wanted}, page="/projects/new"
    )
    assert answer.status_code == 409
    assert "Hand it over to one of the team first." in answer.text
    assert part(street, "amina") is TeamPart.OWNER


@pytest.mark.parametrize("wanted", ["host", "helper", "owner"])
def test_nobody_from_outside_gets_a_part(street: Street, client: PageClient, wanted: str) -> None:
    path = f"{base(street)}/team/{street.chidi.id}/part"
    answer = client.become(street.amina).send(path, {"part": wanted}, page="/projects/new")
    assert answer.status_code == 409
    assert part(street, "chidi") is None
    assert part(street, "amina") is TeamPart.OWNER


@pytest.mark.parametrize("wanted", ["", "king", "\x00", "x" * 10_000])
def test_a_part_that_is_none(street: Street, client: PageClient, wanted: str) -> None:
    path = f"{base(street)}/team/{street.bilal.id}/part"
    assert client.become(street.amina).send(path, {"part": wanted}, page="/projects/new").status_code == 404


def test_leaving(street: Street, client: PageClient) -> None:
    service.make_host(street.amina.id, street.project, street.bilal.id)
    client.become(street.bilal).send(f"{base(street)}/leave", page=f"{base(street)}/team")
    assert part(street, "bilal") is None
    assert not host_of(street, "bilal")
    assert "You left the team." in client.get(base(street)).text


@pytest.mark.parametrize(
    ("name", "status"),
    [("stranger", 403), ("amina", 409), ("chidi", 403), ("dora", 409), ("efua", 403), ("femi", 403), ("gita", 409)],
)
def test_who_cannot_leave(street: Street, client: PageClient, name: str, status: int) -> None:
    page = "/ideas/new" if status == 403 and name in ("stranger", "femi") else "/projects/new"
    answer = client.become(street.person(name)).send(f"{base(street)}/leave", page=page)
    assert answer.status_code == status
    assert db.session.query(TeamMember).count() == 2


def test_the_owner_is_not_taken_off_the_list(street: Street, client: PageClient) -> None:
    path = f"{base(street)}/team/{street.amina.id}/remove"
    assert client.become(street.dora).send(path, page="/projects/new").status_code == 409
    assert part(street, "amina") is TeamPart.OWNER


def test_one_done_elsewhere_has_no_team(street: Street, client: PageClient) -> None:
    other = build_elsewhere()
    client.become(street.gita)
    assert client.get(f"/projects/{other.id}/team").status_code == 403
    for path in (f"team/{street.bilal.id}/part", f"team/{street.bilal.id}/remove", "leave"):
        assert client.send(f"/projects/{other.id}/{path}", {"part": "host"}, page="/projects/new").status_code == 403
    assert db.session.query(Promise).count() == 0


def test_few_statements(street: Street, client: PageClient) -> None:
    for name in ("chidi", "dora", "efua", "gita"):
        ask(street, getattr(street, name))
    client.become(street.amina)
    with count_statements() as counted:
        page = client.get(f"{base(street)}/team").text
    assert page.count(">Not now<") == 4
    assert counted.number <= 12, counted.texts
