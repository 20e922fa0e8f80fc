"""One search over everything that staff may see."""

import pytest
from flask.testing import FlaskClient

from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.db import db
from participate.desk import queries, service
from participate.desk.words import FoundKind, NoteKind
from tests.desk.making import build_elsewhere, build_session
from tests.statements import count_statements
from tests.street import Street, person


def found(street: Street, typed: str) -> list[tuple[FoundKind, str]]:
    """What Dora finds."""
    area = queries.area_of(street.dora.id, (street.hub.id,))
    return [(each.kind, each.title) for each in queries.search(area, typed).items]


def written_down(street: Street, name: str, **more: object):  # type: ignore[no-untyped-def]
    """Somebody whom the staff of the street's hub wrote down."""
    facts = {"kind": PersonKind.ENTERED, "hub_id": street.hub.id} | more
    made = person(name, street.ward, **facts)
    made.email = None
    db.session.commit()
    return made


@pytest.mark.parametrize("typed", ["Philomena", "philomna", "Philomean", "ODWYER", "filomena odwyer", "phil"])
def test_a_neighbour_however_she_is_spelt(street: Street, typed: str) -> None:
    written_down(street, "Philomena O’Dwyer")
    assert (FoundKind.PERSON, "Philomena O’Dwyer") in found(street, typed)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("kichten", FoundKind.SPACE), ("sewing mashine", FoundKind.MATERIAL), ("mend clup", FoundKind.PROJECT),
        ("bench", FoundKind.IDEA), ("elm tre school", FoundKind.ORGANISATION), ("togethr", FoundKind.SESSION),
        ("geyser", FoundKind.NOTE),
    ],
)  # fmt: skip
def test_every_kind(street: Street, typed: str, kind: FoundKind) -> None:
    build_session(street)
    service.add_note(street.dora.id, street.hub.id, clock.today(), NoteKind.NOTE, "The geyser drips")
    assert kind in [each for each, _title in found(street, typed)]


def test_the_best_spelt_first(street: Street) -> None:
    written_down(street, "Maria Lopes")
    written_down(street, "Marta Lopes")
    assert found(street, "marta")[0] == (FoundKind.PERSON, "Marta Lopes")


def test_whom_the_hub_does_not_look_after_is_not_found(street: Street) -> None:
    """Somebody with an account and an e-mail address is her own woman; another hub's neighbour is that hub's."""
    written_down(street, "Zephyrine Other", hub_id=build_elsewhere(street).hub.id)
    assert found(street, "zephyrine") == []
    assert (FoundKind.PERSON, "Amina Rahman") not in found(street, "amina")


def test_one_statement(street: Street) -> None:
    area = queries.area_of(street.dora.id, (street.hub.id,))
    with count_statements() as counted:
        queries.search(area, "amina kitchen")
    assert counted.number == 1


def test_the_page_holds_what_was_typed_in_no_address(client: FlaskClient, street: Street) -> None:
    written_down(street, "Philomena O’Dwyer")
    answer = client.become(street.dora).send("/desk/search", {"words": "philomna"})
    assert answer.status_code == 200
    assert "Philomena O’Dwyer" in answer.text
    assert "words=" not in answer.text


@pytest.mark.parametrize(
    "typed",
    ["%", "_", "’", "a" * 80, "<script>", "🙂", "'; DROP TABLE person", "%%%%", "ا", "\\", "a b c d e f g h i j"],
)
def test_odd_words_find_nothing_and_break_nothing(client: FlaskClient, street: Street, typed: str) -> None:
    answer = client.become(street.dora).send("/desk/search", {"words": typed})
    assert answer.status_code == 200
    assert "Nothing by that name" in answer.text


@pytest.mark.parametrize("typed", ["", "  ", "a" * 10_000, "\x00"])
def test_bad_words_come_back(client: FlaskClient, street: Street, typed: str) -> None:
    assert client.become(street.dora).send("/desk/search", {"words": typed}).status_code == 422


@pytest.mark.parametrize("page", ["", "x", "0", "99", "99999999999"])
def test_bad_pages(client: FlaskClient, street: Street, page: str) -> None:
    assert client.become(street.dora).send("/desk/search", {"words": "kitchen", "page": page}).status_code == 200
