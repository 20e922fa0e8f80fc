"""Green shoots: which projects, in which order, and what staff see."""

from datetime import timedelta
from itertools import product

import pytest

from participate.accounts.words import Role
from participate.core import clock
from participate.core.db import db
from participate.projects.models import Project
from participate.projects.words import Stage, TeamPart
from participate.sessions.words import CameBy, SignUpStatus
from participate.stories import queries
from participate.stories.rules import signs_of, strength
from participate.stories.words import Sign
from tests.page import PageClient
from tests.projects.build import build_elsewhere, build_project, join
from tests.statements import count_statements
from tests.stories.making import DAY, came, past_session, signed_up
from tests.street import CAST, Street, give, person

OLD = timedelta(days=200)


def old_project(street: Street, **more: object) -> Project:
    """Chidi's, begun long ago."""
    project = build_project(street, made_at=clock.now() - OLD, **more)
    join(project, street.chidi, TeamPart.OWNER).since = clock.now() - OLD
    db.session.commit()
    return project


def signs() -> dict[str, tuple[Sign, ...]]:
    db.session.rollback()
    return {shoot.card.name: shoot.signs for shoot in queries.list_green_facts(50)}


def heads(street: Street, project: Project, days: float, number: int) -> None:
    session = past_session(street, days, project_id=project.id)
    for _head in range(number):
        came(session, None, came_by=CameBy.WALK_IN)


def test_what_began_lately(street: Street) -> None:
    assert signs() == {"Mend Club": (Sign.NEW,)}
    with clock.stop_at(clock.now() + timedelta(days=91)):
        assert signs() == {}


def test_what_grows_by_who_comes(street: Street) -> None:
    project = old_project(street)
    heads(street, project, 50, 2)
    heads(street, project, 5, 4)
    assert "Bread Club" not in signs()
    heads(street, project, 6, 1)
    assert signs()["Bread Club"] == (Sign.GROWING,)
    heads(street, project, 60, 1)
    assert "Bread Club" not in signs()
    heads(street, project, 90, 40)  # longer ago counts no more
    heads(street, project, -2, 40)  # nor what is still to come
    assert "Bread Club" not in signs()


def test_what_grows_by_sign_ups(street: Street) -> None:
    project = old_project(street)
    session = past_session(street, 5, project_id=project.id)
    signed_up(session, street.amina, heads=3, children=2)
    assert signs()["Bread Club"] == (Sign.GROWING,)


@pytest.mark.parametrize("status", [SignUpStatus.WAITING, SignUpStatus.CANCELLED, SignUpStatus.LAPSED])
def test_who_holds_no_seat_does_not_count(street: Street, status: SignUpStatus) -> None:
    session = past_session(street, 5, project_id=old_project(street).id)
    signed_up(session, street.amina, heads=4, children=3, status=status)
    assert "Bread Club" not in signs()


def test_what_grows_by_its_team(street: Street) -> None:
    project = old_project(street)
    join(project, street.amina)
    assert "Bread Club" not in signs()
    join(project, street.bilal)
    assert signs()["Bread Club"] == (Sign.GROWING,)


def test_those_with_whom_it_began_are_no_growth(street: Street) -> None:
    for one in (street.chidi, street.dora, street.efua):
        join(street.project, one)
    assert signs() == {"Mend Club": (Sign.NEW,)}


def _undo(street: Street, state: str) -> None:
    if state == "staff":
        give(street.amina, Role.STAFF, f"hub:{street.hub.id}")
    elif state == "organisation":
        street.project.organisation_id = street.organisation.id
    elif state == "hidden":
        street.project.hidden_at = clock.now()
    elif state == "suspended":
        street.amina.status = street.femi.status
    else:
        street.project.stage = Stage(state)
    db.session.commit()


@pytest.mark.parametrize("state", ["staff", "organisation", "hidden", "suspended", "resting", "ended", "handed_over"])
def test_what_is_none(street: Street, state: str) -> None:
    assert signs() == {"Mend Club": (Sign.NEW,)}
    _undo(street, state)
    assert signs() == {}


def test_without_an_owner_or_elsewhere(street: Street) -> None:
    build_project(street)
    build_elsewhere()
    assert set(signs()) == {"Mend Club"}


def test_what_grows_most_stands_first(street: Street) -> None:
    for name, number in (("Three", 3), ("Nine", 9), ("Five", 5)):
        heads(street, old_project(street, name=name), 5, number)
    assert [card.name for card in queries.list_green_shoots(3)] == ["Nine", "Five", "Three"]
    assert [card.name for card in queries.list_green_shoots(9)] == ["Nine", "Five", "Three", "Mend Club"]


def test_the_database_counts_as_the_rules_do(street: Street) -> None:
    """Who came, who signed up and who joined, more or less than before: in the list if there is a sign, by strength."""
    made: dict[str, int] = {}
    for number, (came_now, came_before, signed_now, joined) in enumerate(product((0, 2, 5), (0, 4), (0, 3), (0, 2))):
        project = old_project(street, name=f"Club {number:02}")
        made[project.name] = project.id
        heads(street, project, 5, came_now)
        heads(street, project, 50, came_before)
        if signed_now:
            session = past_session(street, 6, project_id=project.id)
            signed_up(session, street.amina, heads=signed_now, children=signed_now - 1)
        for one in (street.amina, street.bilal)[:joined]:
            join(project, one)
    db.session.commit()
    now = clock.now()
    found = [each for each in queries.list_green_facts(50) if each.card.name in made]
    assert all(each.signs == signs_of(each.facts, now) != () for each in found)
    wanted = sorted(found, key=lambda each: (-strength(each.facts), -made[each.card.name]))
    assert [each.card.name for each in found] == [each.card.name for each in wanted]
    grow = [max(c - b, s) >= 3 or j >= 2 for c, b, s, j in product((0, 2, 5), (0, 4), (0, 3), (0, 2))]
    assert {each.card.name for each in found} == {name for name, does in zip(made, grow, strict=True) if does}
    assert [each.card.id for each in queries.list_green_facts(3)] == [each.card.id for each in found[:3]]


@pytest.mark.parametrize("name", CAST)
def test_staff_see_the_facts_and_no_name(street: Street, client: PageClient, name: str) -> None:
    project = old_project(street)
    heads(street, project, 5, 7)
    heads(street, project, 50, 2)
    answer = client.become(street.person(name)).get("/green-shoots")
    if name in ("dora", "gita"):
        assert answer.status_code == 200
        for words in (">Bread Club</bdi></a>", "about 5, before few", "How we choose", "at least 3 more people"):
            assert words in answer.text
        for hidden in ("Chidi", "Okafor", "chidi@example.org"):
            assert hidden not in answer.text
    else:
        assert answer.status_code == (303 if name in ("stranger", "femi") else 404)


def test_an_empty_list_shows_a_way_on(street: Street, client: PageClient) -> None:
    street.project.made_at = clock.now() - OLD
    assert "Nothing new just now" in client.become(street.dora).get("/green-shoots").text


def test_two_statements_however_many(street: Street) -> None:
    for number in range(25):
        heads(street, old_project(street, name=f"Club {number}"), 5, 3)
        person(f"Nobody{number} X")
    with count_statements() as counted:
        assert len(queries.list_green_shoots(20)) == 20
    assert counted.number == 2, counted.texts


def test_the_page_comes_in_pages(street: Street, client: PageClient) -> None:
    for number in range(25):
        build = old_project(street, name=f"Club {number:02}")
        build.made_at = clock.now() - number * DAY
    db.session.commit()
    client.become(street.dora)
    first, second = client.get("/green-shoots").text, client.get("/green-shoots?page=2").text
    assert all((f">Club {n:02}<" in first) != (f">Club {n:02}<" in second) for n in range(25))
