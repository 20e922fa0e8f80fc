"""Where can we help? What fits stands first; then all that neighbours look for."""

import pytest

from participate.core.db import db
from participate.organisations.words import PledgeKind
from participate.projects.models import Need
from participate.projects.words import NeedKind
from tests.materials.build import build_material
from tests.organisations.build import build_pledge
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.street import NOON, Street, add

FITS = "This goes with what you have"


def need(street: Street, kind: NeedKind, words: str) -> Need:
    """One more need of the project."""
    made = Need(project_id=street.project.id, kind=kind, words=words, made_at=NOON)
    add(made)
    return made


def page_of(street: Street, client: PageClient, query: str = "") -> str:
    """The page as Bilal sees it."""
    db.session.commit()
    return client.become(street.bilal).get(f"/organisations/{street.organisation.id}/help{query}").text


def fitting(page: str) -> str:
    """The part that says what fits."""
    return page.partition(FITS)[2].partition('id="all"')[0]


def test_what_they_have_finds_what_is_lacked(street: Street, client: PageClient) -> None:
    wanted = {
        "hall": need(street, NeedKind.SPACE, "A big hall with a stage"),
        "pots": need(street, NeedKind.MATERIAL, "Large cooking pots"),
        "bikes": need(street, NeedKind.PERSON, "Somebody who can mend bicycles"),
    }
    build_space(street, name="School hall with a stage", organisation_id=street.organisation.id)
    build_material(street, name="Large cooking pots", organisation_id=street.organisation.id)
    build_pledge(street, kind=PledgeKind.SKILL, words="mending bicycles")
    shown = fitting(page_of(street, client))
    assert "You have:" in shown
    assert any(f"/needs/{each.id}/pledge?for=" in shown for each in wanted.values())


@pytest.mark.parametrize(
    ("kind", "words"), [("space", "A big hall"), ("material", "Large pots"), ("person", "A baker")]
)
def test_kinds(street: Street, client: PageClient, kind: str, words: str) -> None:
    for each, said in (("space", "A big hall"), ("material", "Large pots"), ("person", "A baker")):
        need(street, NeedKind(each), said)
    page = page_of(street, client, f"?kind={kind}")
    for said in ("A big hall", "Large pots", "A baker"):
        assert (said in page) is (said == words)


def test_nothing_said_nothing_guessed(street: Street, client: PageClient) -> None:
    page = page_of(street, client)
    assert "Nothing goes with your words at the moment" in page
    assert "Someone who can thread a sewing machine" in page  # all that neighbours look for


def test_hidden_needs_are_not_there(street: Street, client: PageClient) -> None:
    need(street, NeedKind.SPACE, "A big hall").hidden_at = NOON
    assert "A big hall" not in page_of(street, client)


@pytest.mark.parametrize("query", ["?kind=x", "?kind=" + "x" * 900, "?page=0", "?page=x", "?page=99999"])
def test_odd_addresses(street: Street, client: PageClient, query: str) -> None:
    assert "Where can we help?" in page_of(street, client, query)
