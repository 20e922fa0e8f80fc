"""A site with parts: each part is booked by itself, is where its site is, and comes and goes with it."""

from datetime import timedelta

import pytest

from participate.accounts.words import Role
from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.spaces import queries, service
from participate.spaces.models import HomeAddress, Space
from participate.spaces.words import SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.spaces.test_new import filled, newest
from tests.street import CAST, Street, add

CANARY = "17 Canary Row"
PART = {"kind": "garden", "name": "Raised beds", "capacity": "6", "has": "", "about": ""}


def build_site(street: Street, **more: object) -> Space:
    """A site of Amina's with one part."""
    site = build_space(street, name="Northern plots", kind=SpaceKind.SITE, address="Ripple Road", **more)
    part = build_space(
        street, name="Potting shed", kind=SpaceKind.WORKSHOP, site_id=site.id, address="Ripple Road",
        **({"private": more.get("private", False)} | more),
    )  # fmt: skip
    assert part.site_id == site.id
    return site


@pytest.mark.parametrize("name", CAST)
def test_its_people_add_parts(street: Street, client: PageClient, name: str) -> None:
    site = build_site(street)
    path = f"/spaces/{site.id}/part"
    answer = client.become(street.person(name)).get(path)
    signed_out, may = name in ("stranger", "femi"), name in ("amina", "dora", "gita")
    assert answer.status_code == (303 if signed_out else 200 if may else 403)
    if not may:
        assert client.post(path, data=PART).status_code in (400, 403)
        assert len(queries.list_parts(site)) == 1
        return
    assert client.send(path, PART).headers["Location"] == f"/spaces/{site.id}"
    part = newest()
    assert (part.name, part.site_id, part.keeper_id) == ("Raised beds", site.id, street.amina.id)
    assert (part.ward_id, part.square, part.address, part.expires_on) == (
        site.ward_id, site.square, "Ripple Road", site.expires_on,
    )  # fmt: skip
    assert [(row.actor_id, row.verb) for row in audit.list_of("space", part.id)] == [(street.person(name).id, "made")]
    assert street.amina.holds(Role.KEEPER, f"space:{part.id}")


def test_only_a_site_has_parts(street: Street, client: PageClient) -> None:
    assert client.become(street.dora).get(f"/spaces/{street.space.id}/part").status_code == 404


def test_a_part_is_no_site(street: Street, client: PageClient) -> None:
    site = build_site(street)
    path = f"/spaces/{site.id}/part"
    assert 'value="site"' not in client.become(street.amina).get(path).text
    assert client.send(path, PART | {"kind": "site"}).status_code == 422
    answer = client.send(path, {"name": ""})
    assert answer.status_code == 422
    assert "Nearly there: 3 things to look at" in answer.text


def test_the_site_shows_its_parts_and_a_part_its_site(street: Street, client: PageClient) -> None:
    site = build_site(street)
    part = queries.list_parts(site)[0]
    page = client.get(f"/spaces/{site.id}").text
    assert f'href="/spaces/{part.id}"' in page
    assert "Potting shed" in page
    assert f'href="/spaces/{site.id}/book"' not in page, "what is booked are its parts"
    page = client.get(f"/spaces/{part.id}").text
    assert f'href="/spaces/{site.id}"' in page
    assert "Part of Northern plots" in client.get("/spaces").text


def test_a_part_that_is_hidden_is_not_shown(street: Street, client: PageClient) -> None:
    site = build_site(street)
    service.hide(street.dora.id, queries.list_parts(site)[0], "Not true.")
    assert "Potting shed" not in client.get(f"/spaces/{site.id}").text
    assert "Potting shed" in client.become(street.amina).get(f"/spaces/{site.id}").text


def test_parts_move_with_the_site(street: Street, client: PageClient) -> None:
    site = build_site(street)
    said = filled(street, kind="site", name="Plots", ward=str(street.other_ward.id), address=CANARY)
    assert client.become(street.amina).send(f"/spaces/{site.id}/edit", said).status_code == 303
    part = queries.list_parts(site)[0]
    db.session.refresh(part)
    assert (part.ward_id, part.private, part.address) == (street.other_ward.id, True, "")
    assert [row.verb for row in audit.list_of("space", part.id)] == ["changed"]
    assert queries.find_home_address(part) == CANARY
    page = client.get(f"/spaces/{part.id}").text
    assert CANARY in page
    assert CANARY not in client.become(street.chidi).get(f"/spaces/{part.id}").text
    assert db.session.query(HomeAddress).count() == 1


def test_a_part_s_own_page_changes_no_place(street: Street, client: PageClient) -> None:
    site = build_site(street)
    part = queries.list_parts(site)[0]
    page = client.become(street.amina).get(f"/spaces/{part.id}/edit").text
    assert 'name="ward"' not in page
    answer = client.send(f"/spaces/{part.id}/edit", PART | {"address": CANARY, "ward": str(street.other_ward.id)})
    assert answer.status_code == 303
    db.session.refresh(part)
    assert (part.name, part.address, part.ward_id) == ("Raised beds", "Ripple Road", street.ward.id)


def test_a_gardens_part_at_a_public_site_is_public(street: Street) -> None:
    site = build_site(street)
    part = queries.list_parts(site)[0]
    part.kind = SpaceKind.GARDEN  # of a person: by itself it would be a home's
    assert not part.at_home


def test_with_parts_it_stays_a_site(street: Street, client: PageClient) -> None:
    site = build_site(street)
    answer = client.become(street.amina).send(f"/spaces/{site.id}/edit", filled(street, kind="hall"))
    assert answer.status_code == 422
    assert 'href="#kind"' in answer.text
    assert "It has parts, so it stays a site." in answer.text


def test_hidden_and_restored_together(street: Street) -> None:
    site = build_site(street)
    hers = build_space(street, name="Pond", kind=SpaceKind.GARDEN, site_id=site.id)
    service.hide(street.dora.id, hers, "Deep water.")
    hers.hidden_at = clock.now() - timedelta(days=1)
    service.hide(street.dora.id, site, "Not true.")
    assert all(each.hidden_at is not None for each in queries.list_parts(site))
    service.restore(street.dora.id, site)
    shown = {each.name: each.hidden_at is None for each in queries.list_parts(site)}
    assert shown == {"Potting shed": True, "Pond": False}


def test_still_there_together_and_asked_once(street: Street, client: PageClient) -> None:
    site = build_site(street, expires_on=clock.today() + timedelta(days=3))
    client.become(street.amina).send(f"/spaces/{site.id}/still", {"answer": "yes"})
    part = queries.list_parts(site)[0]
    db.session.refresh(part)
    assert part.expires_on == db.session.get_one(Space, site.id).expires_on > clock.today() + timedelta(days=100)


def test_gone_together(street: Street, client: PageClient) -> None:
    site = build_site(street)
    part_id, site_id = queries.list_parts(site)[0].id, site.id
    add(HomeAddress(space_id=site_id, words=CANARY))
    client.become(street.amina).send(f"/spaces/{site_id}/remove")
    db.session.expire_all()
    assert queries.find_space(part_id) is None
    assert [row.verb for row in audit.list_of("space", part_id)] == ["removed"]
    assert db.session.query(HomeAddress).count() == 0
