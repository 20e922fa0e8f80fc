"""What staff tell the matcher by hand: who may, how it is made, taken back, put back; and that it is obeyed."""

import pytest

from participate.core import clock
from participate.core.db import db
from participate.matching.models import ByHand, Placing, Synonym
from participate.matching.service import by_hand
from participate.matching.words import Placed
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street

LIST, THINGS, WORDS = "/desk/by-hand", "/desk/by-hand/things", "/desk/by-hand/words"
STAFF = ("dora", "gita")
DAY, NEXT_YEAR, LONG_AGO = "2026-07-09", "2027-07-09", "1/5/2026"


def expected(name: str) -> int:
    """Staff in, strangers and suspended to sign in, others do not know of it."""
    if name in STAFF:
        return 200
    return 303 if name in ("stranger", "femi") else 404


@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    for path in (LIST, THINGS, WORDS, "/people/by-hand", f"/people/{street.chidi.id}/by-hand"):
        assert client.get(path).status_code == expected(name), path


def test_a_thing_is_found_and_stands_first(street: Street, client: PageClient) -> None:
    found = client.become(street.dora).send(THINGS, {"words": "mending torn coats"})
    assert "Project: Mend Club" in found.text
    thing = f"project:{street.project.id}"
    asked = {"words": "mending torn coats", "thing": thing, "placed": "first", "last": DAY, "why": "They lack two"}
    assert client.send(THINGS, asked).headers["Location"] == f"{LIST}?what=placed&hub={street.hub.id}"
    page = client.get(LIST).text
    assert "It holds up to and with Thursday 9 July" in page
    for words in ("Mend Club", "Stands first", "by Dora", "until Thursday 9 July", "They lack two"):
        assert words in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"thing": ""}, "Choose one."),
        ({"thing": "project:999"}, "Choose one."),
        ({"thing": "person:1"}, "Choose one."),
        ({"placed": "nonsense"}, "Choose what happens to it."),
        ({"last": ""}, "Write the last day"),
        ({"last": "soon"}, "Write the date as day, month and year"),
        ({"last": LONG_AGO}, "That day is over."),
        ({"last": NEXT_YEAR}, "That is too far ahead: 92 days at most."),
        ({"why": "x" * 281}, "too many."),
        ({"words": "zxqv"}, "We found nothing like it."),
        ({"words": ""}, "Write a word or a name."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    street: Street, client: PageClient, more: dict[str, str], said: str
) -> None:
    good = {"words": "mending coats", "thing": f"project:{street.project.id}", "placed": "out", "last": DAY, "why": ""}
    answer = client.become(street.dora).send(THINGS, good | more)
    assert answer.status_code == 422
    assert said in answer.text
    assert db.session.query(Placing).count() == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Write two or more words"),
        ("allotment", "Write two or more, with commas between them"),
        ("allotment, the", "says too little"),
        ("<script>alert(1)</script>, a b c d e", "is too long"),
        ("x" * 10_000, "too many."),
        ("🙂, \x00", "Some of these signs cannot be shown."),
    ],
)
def test_words_that_say_too_little_are_refused_kindly(
    street: Street, client: PageClient, words: str, said: str
) -> None:
    answer = client.become(street.dora).send(WORDS, {"words": words, "last": DAY})
    assert answer.status_code == 422
    assert said in answer.text
    assert "<script>alert" not in answer.text
    assert db.session.query(Synonym).count() == 0


def test_words_are_taken_back_and_put_back(street: Street, client: PageClient) -> None:
    client.become(street.dora).send(WORDS, {"words": "veg patch, allotment", "last": NEXT_YEAR.replace("09", "01")})
    made = db.session.query(Synonym).one()
    page = client.get(f"{LIST}?what=words").text
    assert "allotment, veg patch" in page
    assert "Ended lately" not in page
    client.send(f"{LIST}/words/{made.id}/end", page=f"{LIST}?what=words")
    page = client.get(f"{LIST}?what=words").text
    assert "Ended lately" in page
    assert "Put it back" in page
    client.send(f"{LIST}/words/{made.id}/again", page=f"{LIST}?what=words")
    db.session.refresh(made)
    assert made.ended_at is None


def test_something_for_a_neighbour(street: Street, client: PageClient) -> None:
    found = client.become(street.dora).send("/people/by-hand", {"words": "chidi"})
    path = f"/people/{street.chidi.id}/by-hand"
    assert path in found.text
    assert "Material: Sewing machine" in client.send(path, {"words": "sewing"}).text
    thing = f"material:{street.material.id}"
    assert client.send(path, {"words": "sewing", "thing": thing, "last": DAY}).headers["Location"] == path
    page = client.get(path)
    assert "Chidi finds it under For you, up to and with Thursday 9 July" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    made = db.session.query(ByHand).one()
    assert (made.person_id, made.subject, made.made_by, made.hub_id) == (
        street.chidi.id, thing, street.dora.id, street.hub.id,
    )  # fmt: skip
    assert "for Chidi Okafor" in client.get(f"{LIST}?what=thought").text


def test_not_for_herself_nor_for_whom_she_does_not_know(street: Street, client: PageClient) -> None:
    client.become(street.dora)
    for number in (street.dora.id, street.femi.id, 999):
        assert client.get(f"/people/{number}/by-hand").status_code == 404


def test_another_hub_s_staff_cannot_touch_it(street: Street, client: PageClient) -> None:
    made = by_hand.place(street.dora.id, street.hub.id, "project:1", Placed.FIRST, clock.today())
    other = type(street.hub)(name="Far shop", address="Far Road", ward_id=street.other_ward.id)
    db.session.add(other)
    db.session.flush()
    for role in street.dora.roles:
        role.subject = f"hub:{other.id}"
    db.session.commit()
    client.become(street.dora)
    assert client.send(f"{LIST}/placed/{made.id}/end", page=WORDS).status_code == 404
    assert client.send(f"{LIST}/placed/999/end", page=WORDS).status_code == 404
    assert client.send(f"{LIST}/nonsense/{made.id}/end", page=WORDS).status_code == 404
    assert "Stands first" not in client.get(LIST).text
    db.session.refresh(made)
    assert made.ended_at is None


def test_a_thing_that_is_gone_is_said_to_be(street: Street, client: PageClient) -> None:
    by_hand.place(street.dora.id, street.hub.id, "project:999", Placed.FIRST, clock.today())
    assert "It is gone by now" in client.become(street.dora).get(LIST).text


def test_the_list_is_quick(street: Street, client: PageClient) -> None:
    for number in range(30):
        by_hand.place(street.dora.id, street.hub.id, f"project:{number + 1}", Placed.FIRST, clock.today())
    client.become(street.dora).get(LIST)
    with count_statements() as counted:
        page = client.get(LIST).text
    assert "Next" in page
    assert counted.number <= 14, counted.texts
