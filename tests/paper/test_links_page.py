"""How often short links were followed: for staff."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.paper.models import LinkDay
from participate.paper.words import Channel, LinkKind
from participate.projects.models import Project
from tests.page import PageClient
from tests.samples import more_things
from tests.statements import count_statements
from tests.street import CAST, Street


def followed(kind: LinkKind, thing_id: int, channel: Channel, hits: int, days_ago: int = 0) -> None:
    day = clock.today() - timedelta(days=days_ago)
    db.session.add(LinkDay(kind=kind, thing_id=thing_id, channel=channel, day=day, hits=hits))
    db.session.commit()


@pytest.mark.parametrize("who", CAST)
def test_staff_alone_open_it(street: Street, client: PageClient, who: str) -> None:
    page = client.become(street.person(who)).get("/paper/links")
    if who in ("dora", "gita"):
        assert page.status_code == 200
        assert "No short address was followed yet" in page.text
        assert 'href="/newspaper"' in page.text
    else:
        assert page.status_code in (303, 404)


def test_counts_by_channel_and_by_link(street: Street, client: PageClient) -> None:
    ids = more_things(street)
    followed(LinkKind.SESSION, street.session.id, Channel.POSTER, 3)
    followed(LinkKind.SESSION, street.session.id, Channel.POSTER, 40, days_ago=30)
    followed(LinkKind.RECIPE, ids["recipe_id"], Channel.INVITE, 2, days_ago=1)
    followed(LinkKind.STREET, ids["street_id"], Channel.SLIP, 7)
    followed(LinkKind.PROGRAMME, 0, Channel.NEWSPAPER, 1)
    text = client.become(street.dora).get("/paper/links").text
    assert '<th scope="row">Posters</th><td class="n">3</td><td class="n">43</td>' in text
    assert '<th scope="row">Tear-off slips</th><td class="n">7</td><td class="n">7</td>' in text
    assert '<th scope="row">Messages</th><td class="n">0</td><td class="n">0</td>' in text
    for words in ("Bring it broken", "Repair Café", "Parsloes Avenue", "The programme"):
        assert words in text
    assert text.index("Bring it broken") < text.index("Parsloes Avenue") < text.index("The programme")
    assert '<td class="n">43</td><td>Thursday 2 July</td>' in text


def test_the_name_of_what_is_hidden_is_not_told(street: Street, client: PageClient) -> None:
    followed(LinkKind.PROJECT, street.project.id, Channel.POSTER, 1)
    db.session.get_one(Project, street.project.id).hidden_at = clock.now()
    text = client.become(street.dora).get("/paper/links").text
    assert "Mend Club" not in text
    assert "Hidden or gone" in text


def test_it_comes_in_pages_and_asks_little(street: Street, client: PageClient) -> None:
    for kind in (LinkKind.SESSION, LinkKind.PROJECT, LinkKind.RECIPE, LinkKind.WARD, LinkKind.STREET):
        for number in range(1, 9):
            followed(kind, number, Channel.POSTER, number)
    client.become(street.dora)
    with count_statements() as counted:
        text = client.get("/paper/links").text
    assert counted.number <= 12, counted.texts
    assert "1 to 20 of 40" in text
    assert "21 to 40 of 40" in client.get("/paper/links?page=2").text
    assert client.get("/paper/links?page=99").status_code == 200
