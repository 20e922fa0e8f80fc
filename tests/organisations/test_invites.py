"""Members speak for a partner by invitation: a link for one person, for two weeks."""

import re
from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.organisations import queries, service
from participate.organisations.models import MemberInvite
from participate.organisations.rules import invites as rules
from tests.organisations.build import build_invite
from tests.page import PageClient
from tests.street import NOON, Street


def speak_for(street: Street, client: PageClient, secret: str, name: str) -> int:
    """What a person's yes answers."""
    path = f"/speak-for/{secret}"
    client.become(street.person(name))
    page = client.get(path).text
    return client.send(path).status_code if 'method="post"' in page and "Yes, I will" in page else 0


def test_one_link_is_for_one_person(street: Street, client: PageClient) -> None:
    secret = build_invite(street)
    assert speak_for(street, client, secret, "chidi") == 303
    assert queries.ids_spoken_for(street.chidi.id) == {street.organisation.id}
    assert speak_for(street, client, secret, "amina") == 0
    assert queries.ids_spoken_for(street.amina.id) == frozenset()
    with pytest.raises(rules.InviteOver):
        service.accept_invite(street.amina, secret)
    assert service.accept_invite(street.chidi, secret).id == street.organisation.id  # twice is once


def test_a_stranger_is_brought_back_after_signing_in(street: Street, client: PageClient) -> None:
    answer = client.get(f"/speak-for/{build_invite(street)}")
    assert answer.status_code == 303
    assert "speak-for" not in answer.headers["Location"]  # the secret stands in no second address


def test_only_a_look_uses_nothing_up(street: Street, client: PageClient) -> None:
    path = f"/speak-for/{build_invite(street)}"
    answer = client.become(street.chidi).get(path)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Yes, I will" in client.become(street.amina).get(path).text


def test_its_secret_is_kept_nowhere(street: Street) -> None:
    secret = build_invite(street)
    row = db.session.query(MemberInvite).one()
    assert secret not in str({column: getattr(row, column) for column in ("token_hash", "made_by", "organisation_id")})


def test_after_two_weeks_it_is_over(street: Street, client: PageClient) -> None:
    secret = build_invite(street)
    db.session.commit()
    with clock.stop_at(NOON + timedelta(days=14, seconds=1)):
        assert speak_for(street, client, secret, "chidi") == 0
        with pytest.raises(rules.InviteOver):
            service.accept_invite(street.chidi, secret)


@pytest.mark.parametrize("how", ["hidden", "taken back", "unnamed"])
def test_ways_to_end_it(street: Street, client: PageClient, how: str) -> None:
    secret = build_invite(street)
    if how == "hidden":
        service.hide(street.dora.id, street.organisation, "Not a school.")
    elif how == "taken back":
        invite = queries.list_invites_open(street.organisation.id)[0]
        page = f"/organisations/{street.organisation.id}/invitations"
        assert client.become(street.bilal).send(f"{page}/{invite.id}/take-back", page=page).status_code == 303
    else:  # whoever no longer speaks for them invites nobody either
        service.unname_speaker(street.dora.id, street.organisation, street.bilal.id)
    assert speak_for(street, client, secret, "chidi") == 0
    with pytest.raises(rules.InviteOver):
        service.accept_invite(street.chidi, secret)


def test_ten_at_a_time(street: Street) -> None:
    for _each in range(rules.MOST_OPEN):
        build_invite(street)
    with pytest.raises(rules.TooManyInvites):
        build_invite(street)


def test_the_page_shows_the_link_once(street: Street, client: PageClient) -> None:
    path = f"/organisations/{street.organisation.id}/invitations"
    shown = client.become(street.bilal).send(path)
    assert re.search(r"/speak-for/[\w-]{32}", shown.text)
    assert "/speak-for/" not in client.get(path).text
    assert "Bilal" not in shown.text


@pytest.mark.parametrize("secret", ["x", "x" * 300, "%00", "..", "é"])
def test_links_that_lead_nowhere(street: Street, client: PageClient, secret: str) -> None:
    answer = client.become(street.chidi).get(f"/speak-for/{secret}")
    assert answer.status_code in (200, 404, 308)
    assert "Yes, I will" not in answer.text


def test_leaving(street: Street, client: PageClient) -> None:
    page = f"/organisations/{street.organisation.id}"
    assert client.become(street.bilal).send(f"{page}/leave", page=page).status_code == 303
    assert queries.ids_spoken_for(street.bilal.id) == frozenset()
    assert client.become(street.dora).send(f"{page}/leave", page="/spaces/new").status_code == 404
