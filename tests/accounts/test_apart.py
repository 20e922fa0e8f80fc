"""Keeping two people apart: asked for, obeyed both ways, taken back; nobody is told but the hub where both come."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts import queries, service
from participate.accounts.models import Apart, Person
from participate.accounts.out_of_sight import STAYS, part_of, person_columns
from participate.accounts.service.apart import NotHerself
from participate.accounts.words import ApartBy
from participate.core import clock
from participate.core.db import Base, db
from participate.outbox.models import Promise
from participate.projects.models import Idea
from participate.sessions.service import sign_up
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street, add


def test_both_ways_and_for_nobody_else(app: Flask, street: Street) -> None:
    a, b, c = street.amina.id, street.bilal.id, street.chidi.id
    service.set_apart(a, a, b)
    assert (queries.ids_apart(a), queries.ids_apart(b), queries.ids_apart(c)) == ({b}, {a}, frozenset())
    assert queries.are_apart(a, b)
    assert queries.are_apart(b, a)
    assert not queries.are_apart(a, c)
    assert not queries.are_apart(None, a)
    assert queries.ids_apart(None) == frozenset()


def test_in_sql(app: Flask, street: Street) -> None:
    a, b = street.amina.id, street.bilal.id
    service.set_apart(a, a, b)
    for reader, other in ((a, b), (b, a)):
        seen = set(db.session.scalars(select(Person.id).where(queries.not_apart(Person.id, reader))))
        assert other not in seen
        assert len(seen) == len(CAST) - 2
    assert len(db.session.scalars(select(Person.id).where(queries.not_apart(Person.id, None))).all()) == len(CAST) - 1


def test_twice_is_once_and_each_takes_back_her_own(app: Flask, street: Street) -> None:
    a, b = street.amina.id, street.bilal.id
    service.set_apart(a, a, b)
    service.set_apart(a, a, b)
    service.set_apart(b, b, a)
    service.set_apart(street.dora.id, a, b, ApartBy.HUB)
    assert len(db.session.scalars(select(Apart)).all()) == 3
    service.end_apart(a, a, b)
    assert queries.are_apart(a, b)
    service.end_apart(b, b, a)
    assert queries.are_apart(a, b)
    service.end_apart(street.dora.id, a, b, ApartBy.HUB)
    assert not queries.are_apart(a, b)
    with pytest.raises(NotHerself):
        service.set_apart(a, a, a)


def test_she_blocks_where_she_may_report(client: PageClient, street: Street) -> None:
    client.become(street.amina)
    report = client.get(f"/report/idea/{street.idea.id}").text
    link = re.search(r'href="(/apart/[^"]+)"', report)
    assert link is not None
    page = client.get(link.group(1))
    assert "Chidi" not in page.text
    assert client.send(link.group(1)).status_code == 303
    assert "Chidi" in client.get("/mine/apart").text
    assert client.get(f"/ideas/{street.idea.id}").status_code == 404
    kept = db.session.scalars(select(Apart)).one()
    client.send(f"/mine/apart/{kept.id}/end", page="/mine/apart")
    assert client.get(f"/ideas/{street.idea.id}").status_code == 200


def test_a_link_is_good_for_her_alone(client: PageClient, street: Street) -> None:
    client.become(street.amina)
    link = re.search(r'href="(/apart/[^"]+)"', client.get(f"/report/idea/{street.idea.id}").text)
    assert link is not None
    assert client.become(street.bilal).get(link.group(1)).status_code == 404
    assert client.get(link.group(1)[:-2]).status_code == 404
    assert client.get("/apart/nonsense").status_code == 404
    assert client.become(None).get(link.group(1)).status_code == 303
    assert client.get(f"/report/idea/{street.idea.id}").status_code == 200


def test_nobody_ends_what_another_asked_for(client: PageClient, street: Street) -> None:
    kept = service.set_apart(street.amina.id, street.amina.id, street.bilal.id)
    number = kept.id
    db.session.commit()
    for name in ("bilal", "chidi", "dora", "gita"):
        client.become(street.person(name))
        assert client.send(f"/mine/apart/{number}/end", page="/mine/account").status_code == 404
    assert db.session.get(Apart, number) is not None
    assert "Amina" not in client.become(street.bilal).get("/mine/apart").text


def test_she_cannot_act_on_what_she_cannot_see(client: PageClient, street: Street) -> None:
    service.set_apart(street.chidi.id, street.chidi.id, street.amina.id)
    db.session.commit()
    client.become(street.amina)
    answer = client.send(
        f"/ideas/{street.idea.id}/replies/new", {"kind": "join", "words": "Me too"}, page="/mine/account"
    )
    assert answer.status_code == 404


def test_counts_leave_the_other_out(client: PageClient, street: Street) -> None:
    at = {"author_id": street.bilal.id, "ward_id": street.ward.id, "made_at": clock.now(), "changed_at": clock.now()}
    add(Idea(words="Wouldn’t it be good if we flew kites?", **at))
    client.become(street.amina)
    before = client.get("/ideas").text
    service.set_apart(street.bilal.id, street.bilal.id, street.amina.id)
    after = client.get("/ideas").text
    assert "2 ideas" in before
    assert "1 idea" in after
    assert "kites" not in after


def statements_of(client: PageClient, page: str) -> int:
    """How many statements a page takes."""
    with count_statements() as counted:
        client.get(page)
    return counted.number


def test_it_costs_others_nothing(app: Flask, client: PageClient, street: Street) -> None:
    """Who keeps nobody apart asks the database no more often; who does asks once more."""
    page, numbers = f"/projects/{street.project.id}", []
    client.become(street.amina)
    for _round in range(2):
        numbers.append(min(statements_of(client, page) for _again in range(4)))  # the matcher looks around now and then
        service.set_apart(street.amina.id, street.amina.id, street.chidi.id)
    assert numbers[1] <= numbers[0] + 1


def warned(street: Street) -> list[dict[str, object]]:
    """The warnings to the hub that were promised."""
    promised = db.session.scalars(select(Promise).where(Promise.key.like("apart_meet:%")).order_by(Promise.id))
    return [dict(each.payload) for each in promised]


def test_the_hub_is_warned_when_both_come(app: Flask, client: PageClient, street: Street) -> None:
    service.set_apart(street.chidi.id, street.chidi.id, street.bilal.id)
    sign_up(street.chidi, street.session)
    assert not warned(street)
    sign_up(street.bilal, street.session)
    assert [each["person_id"] for each in warned(street)] == [street.dora.id]
    assert "Chidi" not in str(warned(street))
    assert "Bilal" not in str(warned(street))
    page = f"/sessions/{street.session.id}/apart"
    shown = client.become(street.dora).get(page).text
    assert "Bilal S and Chidi O" in shown
    for name in ("stranger", "amina", "bilal", "chidi", "efua"):
        assert client.become(street.person(name)).get(page).status_code in (303, 404)


def test_the_hub_is_warned_of_a_host_and_of_what_was_signed_before(app: Flask, street: Street) -> None:
    sign_up(street.bilal, street.session)
    service.set_apart(street.bilal.id, street.bilal.id, street.amina.id)  # she hosts it
    assert [each["person_id"] for each in warned(street)] == [street.dora.id]


def test_every_column_that_names_a_person_says_what_she_is_to_the_row() -> None:
    """A reviewer reads which rows go with a person and which stay: a new column stands here or the test is red."""
    stays = {
        f"{table.name}.{each.name}"
        for table in Base.metadata.sorted_tables
        for each in person_columns(table)
        if part_of(each) == STAYS
    }
    helped = re.compile(r"_by$|^host_id|^buddy_id|approver_id|hub_person_id|_id$")
    assert all(helped.search(name.split(".")[1]) for name in stays), stays
    owners = {name for name in stays if name.split(".")[1] in ("person_id", "author_id", "keeper_id")}
    assert owners == {"booking.person_id"}, owners
