"""Changing and taking away a material."""

import pytest

from participate.accounts.words import Role
from participate.audit import queries as audit
from participate.core.db import db
from participate.materials import queries, service
from participate.materials.words import Deal
from tests.materials.build import build_material
from tests.materials.test_new import filled, newest
from tests.page import PageClient
from tests.street import CAST, Street

MAY = ("chidi", "dora", "gita")


@pytest.mark.parametrize("action", ["edit", "remove", "still"])
@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str, action: str) -> None:
    path = f"/materials/{build_material(street).id}/{action}"
    answer = client.become(street.person(name)).get(path)
    signed_out = name in ("stranger", "femi")
    assert answer.status_code == (303 if signed_out else 200 if name in MAY else 403)


@pytest.mark.parametrize("name", ["amina", "bilal", "efua"])
@pytest.mark.parametrize("action", ["edit", "remove", "still"])
def test_with_a_good_token_of_one_s_own_it_is_still_refused(
    street: Street, client: PageClient, name: str, action: str
) -> None:
    material = build_material(street)
    path, data = f"/materials/{material.id}/{action}", filled(street, answer="no")
    assert client.become(street.person(name)).send(path, data, page="/materials/new").status_code == 403
    assert queries.get_material(material.id).name == "Drill"


def test_it_changes(street: Street, client: PageClient) -> None:
    material = build_material(street)
    client.become(street.chidi)
    page = client.get(f"/materials/{material.id}/edit").text
    for words in ('value="Drill"', 'value="lend" checked', 'value="A weekend"', "With a case.", 'value="1"'):
        assert words in page
    assert f'<option value="{street.ward.id}" selected>' in page
    answer = client.send(f"/materials/{material.id}/edit", filled(street, deal="give", how_many="2"))
    assert answer.headers["Location"] == f"/materials/{material.id}"
    db.session.refresh(material)
    assert (material.name, material.deal, material.how_many, material.about) == ("Hedge trimmer", Deal.GIVE, 2, "")
    assert (material.keeper_id, material.square) == (street.chidi.id, None)
    assert [row.verb for row in audit.list_of("material", material.id)] == ["changed"]


def test_it_goes_and_the_role_with_it(street: Street, client: PageClient) -> None:
    client.become(street.amina).send("/materials/new", filled(street, deal="give"))
    material_id = newest().id
    answer = client.send(f"/materials/{material_id}/remove")
    assert answer.headers["Location"] == "/materials?deal=give"
    assert client.get(f"/materials/{material_id}").status_code == 404
    db.session.expire_all()
    assert queries.find_material(material_id) is None
    assert not street.amina.holds(Role.KEEPER, f"material:{material_id}")
    assert street.amina.holds(Role.KEEPER, f"material:{street.material.id}")
    assert [row.verb for row in audit.list_of("material", material_id)] == ["removed", "made"]


def test_a_question_comes_first(street: Street, client: PageClient) -> None:
    material = build_material(street)
    page = client.become(street.chidi).get(f"/materials/{material.id}/remove").text
    assert "Take this off the list?" in page
    assert queries.find_material(material.id) is not None


def test_hiding_and_restoring_leave_a_trail(street: Street) -> None:
    service.hide(street.dora.id, street.material, "Not true.")
    service.restore(street.dora.id, street.material)
    db.session.flush()
    trail = [(row.actor_id, row.verb) for row in audit.list_of("material", street.material.id)]
    assert trail[:2] == [(street.dora.id, "restored"), (street.dora.id, "hidden")]
