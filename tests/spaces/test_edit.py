"""Changing and taking away a space."""

import pytest

from participate.accounts.words import Role
from participate.audit import queries as audit
from participate.core.db import db
from participate.spaces import queries, service
from participate.spaces.words import SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.spaces.test_new import filled, newest
from tests.street import CAST, SQUARE, Street

MAY = ("amina", "dora", "gita")  # the keeper, staff, the admin


@pytest.mark.parametrize("action", ["edit", "remove", "still"])
@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str, action: str) -> None:
    space = build_space(street)
    path = f"/spaces/{space.id}/{action}"
    answer = client.become(street.person(name)).get(path)
    signed_out = name in ("stranger", "femi")
    assert answer.status_code == (303 if signed_out else 200 if name in MAY else 403)
    if name not in MAY:
        assert client.post(path, data={"answer": "no"}).status_code in (400, 403)
        assert queries.find_space(space.id) is not None


@pytest.mark.parametrize("name", ["chidi", "bilal"])
@pytest.mark.parametrize("action", ["edit", "remove", "still"])
def test_with_a_good_token_of_one_s_own_it_is_still_refused(
    street: Street, client: PageClient, name: str, action: str
) -> None:
    space = build_space(street)
    data = filled(street, answer="no")
    answer = client.become(street.person(name)).send(f"/spaces/{space.id}/{action}", data, page="/spaces/new")
    assert answer.status_code == 403
    assert queries.get_space(space.id).name == "Amina’s kitchen"


def test_a_speaker_looks_after_what_is_in_the_partner_s_name(street: Street, client: PageClient) -> None:
    space = build_space(street, organisation_id=street.organisation.id)
    assert client.become(street.bilal).get(f"/spaces/{space.id}/edit").status_code == 200
    assert client.become(street.chidi).get(f"/spaces/{space.id}/edit").status_code == 403


def test_the_form_comes_filled(street: Street, client: PageClient) -> None:
    space = build_space(street, has="an oven", cost_pence=750, private=True)
    page = client.become(street.amina).get(f"/spaces/{space.id}/edit").text
    for words in ('value="Amina’s kitchen"', 'value="an oven"', 'value="7.50"', 'value="kitchen" checked', 'value="4"'):
        assert words in page
    assert f'<option value="{street.ward.id}" selected>' in page
    assert 'name="private" value="y" checked' in page
    assert 'name="near_me" value="y" checked' in page


def test_it_changes(street: Street, client: PageClient) -> None:
    space = build_space(street, cost_pence=500)
    said = filled(street, kind="room", name="Front room")
    answer = client.become(street.amina).send(f"/spaces/{space.id}/edit", said)
    assert answer.status_code == 303
    db.session.refresh(space)
    assert (space.kind, space.name, space.cost_pence, space.keeper_id) == (
        SpaceKind.ROOM, "Front room", 0, street.amina.id,
    )  # fmt: skip
    assert [row.verb for row in audit.list_of("space", space.id)] == ["changed"]


@pytest.mark.parametrize(("near_me", "square"), [("y", SQUARE), ("", None)])
def test_taking_the_tick_off_takes_my_square_away(
    street: Street, client: PageClient, near_me: str, square: int | None
) -> None:
    space = build_space(street)
    said = filled(street, near_me=near_me) if near_me else filled(street)
    client.become(street.amina).send(f"/spaces/{space.id}/edit", said)
    db.session.refresh(space)
    assert space.square == square


def test_a_square_from_elsewhere_stays_until_the_ward_changes(street: Street, client: PageClient) -> None:
    space = build_space(street, square=SQUARE + 3)
    client.become(street.amina).send(f"/spaces/{space.id}/edit", filled(street))
    db.session.refresh(space)
    assert space.square == SQUARE + 3
    client.send(f"/spaces/{space.id}/edit", filled(street, ward=str(street.other_ward.id)))
    db.session.refresh(space)
    assert (space.ward_id, space.square) == (street.other_ward.id, None)


def test_what_is_wrong_comes_back_with_the_words(street: Street, client: PageClient) -> None:
    space = build_space(street)
    answer = client.become(street.amina).send(f"/spaces/{space.id}/edit", filled(street, capacity="many", name="Den"))
    assert answer.status_code == 422
    assert 'value="many"' in answer.text
    assert 'value="Den"' in answer.text
    db.session.refresh(space)
    assert space.name == "Amina’s kitchen"


def test_it_goes_and_the_role_with_it(street: Street, client: PageClient) -> None:
    client.become(street.amina).send("/spaces/new", filled(street))
    space_id = newest().id
    assert street.amina.holds(Role.KEEPER, f"space:{space_id}")
    answer = client.send(f"/spaces/{space_id}/remove")
    assert answer.headers["Location"] == "/spaces"
    assert "It is gone." in client.get("/spaces").text
    assert client.get(f"/spaces/{space_id}").status_code == 404
    db.session.rollback()
    db.session.expire_all()
    assert queries.find_space(space_id) is None
    assert not street.amina.holds(Role.KEEPER, f"space:{space_id}")
    assert [row.verb for row in audit.list_of("space", space_id)] == ["removed", "made"]


def test_a_session_there_stays(street: Street, client: PageClient) -> None:
    client.become(street.dora).send(f"/spaces/{street.space.id}/remove")
    db.session.refresh(street.session)
    assert street.session.space_id is None


def test_hiding_and_restoring_leave_a_trail(street: Street) -> None:
    service.hide(street.dora.id, street.space, "Not true.")
    assert (street.space.hidden_at is not None, street.space.hidden_because) == (True, "Not true.")
    service.restore(street.dora.id, street.space)
    assert (street.space.hidden_at, street.space.hidden_because) == (None, "")
    db.session.flush()
    trail = [(row.actor_id, row.verb) for row in audit.list_of("space", street.space.id)]
    assert trail[:2] == [(street.dora.id, "restored"), (street.dora.id, "hidden")]
