"""Roles: the first admin, given and taken by admins alone."""

import pytest
from flask import Flask

from participate.accounts import queries, service
from participate.accounts.service.roles import AdminExists
from participate.accounts.words import Role
from participate.core.db import db
from tests.page import PageClient
from tests.street import CAST, Street


def test_the_first_admin_is_made_once(app: Flask) -> None:
    runner = app.test_cli_runner()
    assert runner.invoke(args=["accounts", "first-admin", "gita@example.org", "Gita"]).exit_code == 0
    again = runner.invoke(args=["accounts", "first-admin", "eve@example.org", "Eve"])
    assert again.exit_code == 1
    assert "There is an admin already" in again.output
    with pytest.raises(AdminExists):
        service.make_first_admin("eve@example.org", "Eve")


@pytest.mark.parametrize("name", CAST)
def test_only_an_admin_sees_the_roles(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    expected = {"gita": 200, "stranger": 303, "femi": 303}.get(name, 404)
    assert client.get("/roles").status_code == expected


def test_an_admin_makes_somebody_staff_and_takes_it_back(street: Street, client: PageClient) -> None:
    client.become(street.gita)
    form = {"contact": "chidi@example.org", "role": "staff", "hub": str(street.hub.id)}
    assert client.send("/roles", form).status_code == 303
    db.session.expire_all()
    chidi = queries.get_person(street.chidi.id)
    assert chidi.holds(Role.STAFF, f"hub:{street.hub.id}")
    held = next(role.id for role in chidi.roles if role.role is Role.STAFF)
    assert client.send(f"/roles/{held}/end", page="/roles").status_code == 303
    db.session.expire_all()
    assert not queries.get_person(street.chidi.id).is_staff


def test_staff_needs_a_hub_and_a_known_person(street: Street, client: PageClient) -> None:
    client.become(street.gita)
    assert "Choose the hub" in client.send("/roles", {"contact": "chidi@example.org", "role": "staff"}).text
    unknown = client.send("/roles", {"contact": "no@example.org", "role": "officer"})
    assert unknown.status_code == 422
    assert "need to join first" in unknown.text


def test_the_last_admin_keeps_the_key(street: Street, client: PageClient) -> None:
    client.become(street.gita)
    held = next(role.id for role in street.gita.roles)
    client.send(f"/roles/{held}/end", page="/roles")
    db.session.expire_all()
    assert queries.get_person(street.gita.id).holds(Role.ADMIN)
