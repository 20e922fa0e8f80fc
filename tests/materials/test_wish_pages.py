"""Pages of the wishes: saying for which days, being asked, lending what one has; each as each of the cast."""

from datetime import date

import pytest

from participate.core import clock
from participate.core.db import db
from participate.materials.models import Loan, Material, WishAsk
from participate.materials.queries import wishes as queries
from participate.materials.service import wishes as service
from participate.materials.words import Deal, WishStatus
from participate.outbox.models import Promise
from tests.materials.build import build_material
from tests.page import PageClient
from tests.street import CAST, Street

SATURDAY = date(2026, 7, 4)
KEEPERS = ("bilal", "dora", "gita")  # whose chairs they are, and the hub


@pytest.fixture
def asked(street: Street) -> int:
    """Chidi needs eight chairs on Saturday; Bilal, who has six, is asked."""
    wish = build_material(
        street, deal=Deal.WANT, name="Chairs", how_many=8, wanted_from=SATURDAY, wanted_until=SATURDAY
    )
    lent = build_material(street, name="Folding chairs", how_many=6, keeper_id=street.bilal.id)
    ask = service.seek(wish.id, {lent.id: 3.0})
    assert ask is not None
    db.session.commit()
    return ask.id


def ask_of(number: int) -> WishAsk:
    db.session.rollback()
    return queries.get_wish_ask(number)


def seeks() -> int:
    db.session.rollback()
    return db.session.query(Promise).filter_by(name=service.SEEK).count()


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("4/7/2026", "", (SATURDAY, SATURDAY)),
        ("2026-07-04", "2026-07-05", (SATURDAY, date(2026, 7, 5))),
        ("", "", None),
    ],
)
def test_a_wish_for_some_days_is_looked_for(
    street: Street, client: PageClient, first: str, last: str, days: tuple[date, date] | None
) -> None:
    said = {"deal": "want", "name": "Chairs", "how_many": "8", "ward": str(street.ward.id)}
    client.become(street.chidi).send("/materials/new", said | {"wanted_from": first, "wanted_until": last})
    made = db.session.query(Material).order_by(Material.id.desc()).first()
    assert made is not None
    assert (made.wanted_from, made.wanted_until) == (days or (None, None))
    assert seeks() == (1 if days else 0)
    page = client.get(f"/materials/{made.id}").text
    assert ("0 of 8 are found." in page) is (days is not None)


@pytest.mark.parametrize(
    ("first", "last"),
    [("x", ""), ("", "2026-07-04"), ("2026-07-05", "2026-07-04"), ("2026-07-01", ""), ("2026-07-04", "2026-12-01"),
     ("2026-02-30", ""), ("x" * 5000, "\x00")],
)  # fmt: skip
def test_days_that_cannot_be_are_said_beside_the_field(
    street: Street, client: PageClient, first: str, last: str
) -> None:
    said = {"deal": "want", "name": "Chairs", "how_many": "8", "ward": str(street.ward.id)}
    answer = client.become(street.chidi).send("/materials/new", said | {"wanted_from": first, "wanted_until": last})
    assert answer.status_code == 422
    assert seeks() == 0


def test_a_wish_whose_days_began_may_still_be_changed(street: Street, client: PageClient, asked: int) -> None:
    wish = ask_of(asked).wish_id
    said = {"deal": "want", "name": "Good chairs", "how_many": "8", "ward": str(street.ward.id)}
    with clock.stop_at(clock.moment_of(date(2026, 7, 5), clock.local(clock.now()).time())):
        days = {"wanted_from": "2026-07-04", "wanted_until": "2026-07-04"}
        assert client.become(street.chidi).send(f"/materials/{wish}/edit", said | days).status_code == 303
    assert ask_of(asked).status is WishStatus.DROPPED


@pytest.mark.parametrize("name", CAST)
def test_only_who_looks_after_it_is_asked(street: Street, client: PageClient, asked: int, name: str) -> None:
    answer = client.become(street.person(name)).get(f"/wishes/{asked}")
    assert answer.status_code == 200 if name in KEEPERS else answer.status_code in (303, 403, 404)
    listed = client.get("/wishes")
    assert (f"/wishes/{asked}" in listed.text) is (name == "bilal")
    if name not in KEEPERS:
        page = "/report/idea/1" if name in ("stranger", "femi") else "/materials/new"
        assert client.send(f"/wishes/{asked}", {"no": "y"}, page=page).status_code in (403, 404)
        assert ask_of(asked).status is WishStatus.ASKED


def test_some_of_them(street: Street, client: PageClient, asked: int) -> None:
    client.become(street.bilal)
    page = client.get(f"/wishes/{asked}").text
    for words in ("Chidi", "Saturday 4 July", "Folding chairs", "6 of yours are free"):
        assert words in page
    too_many = client.send(f"/wishes/{asked}", {"units": "7"})
    assert too_many.status_code == 422
    client.send(f"/wishes/{asked}", {"units": "5"})
    assert ask_of(asked).status is WishStatus.YES
    loan = db.session.query(Loan).one()
    assert (loan.units, loan.person_id) == (5, street.chidi.id)
    assert "You lend 5. Thank you." in client.get(f"/wishes/{asked}").text
    wish = f"/materials/{ask_of(asked).wish_id}"
    hers = client.become(street.chidi).get(wish).text
    assert "5 of 8 are found." in hers
    assert "Folding chairs" in hers
    everybodys = client.become(None).get(wish).text
    assert "5 of 8 are found." in everybodys
    assert "Folding chairs" not in everybodys
    assert "Bilal" not in everybodys


def test_not_this_time_needs_no_reason(street: Street, client: PageClient, asked: int) -> None:
    client.become(street.bilal)
    client.send(f"/wishes/{asked}", {"no": "y"})
    assert ask_of(asked).status is WishStatus.NO
    assert "There is nothing to do" in client.get(f"/wishes/{asked}").text
    assert "Nobody waits for you" in client.get("/wishes").text
    assert seeks() == 1


def test_somebody_lends_what_she_has(street: Street, client: PageClient, asked: int) -> None:
    wish = ask_of(asked).wish_id
    client.become(street.amina)
    assert "I can lend some" in client.get(f"/materials/{wish}").text
    path = f"/materials/{wish}/offer"
    assert client.send(path, {"thing": "", "units": "1"}).status_code == 422
    assert client.send(path, {"thing": "999", "units": "1"}).status_code == 422
    assert client.send(path, {"thing": str(street.material.id), "units": "2"}).status_code == 422
    client.send(path, {"thing": str(street.material.id), "units": "1"})
    assert db.session.query(Loan).one().material_id == street.material.id
    nothing = client.become(street.efua).get(path).text
    assert "Put it on the list of things to lend first" in nothing


def test_no_more_is_offered_than_is_missing(street: Street, client: PageClient, asked: int) -> None:
    wish = ask_of(asked).wish_id
    many = build_material(street, name="Stools", how_many=40, keeper_id=street.amina.id)
    client.become(street.amina)
    answer = client.send(f"/materials/{wish}/offer", {"thing": str(many.id), "units": "9"})
    assert "Only 8 are still missing." in answer.text
    client.send(f"/materials/{wish}/offer", {"thing": str(many.id), "units": "8"})
    assert ask_of(asked).status is WishStatus.DROPPED
    assert "All of it is found" in client.get(f"/materials/{wish}").text
    late = client.become(street.bilal).send(f"/wishes/{asked}", {"units": "1"}, page="/materials/new")
    assert late.status_code == 409


@pytest.mark.parametrize("typed", ["", "x" * 10_000, "\x00", "🍞", "\u202e6", "<script>alert(1)</script>", "-1", "0"])
def test_whatever_is_typed(street: Street, client: PageClient, asked: int, typed: str) -> None:
    answer = client.become(street.bilal).send(f"/wishes/{asked}", {"units": typed})
    assert answer.status_code == 422
    offered = client.send(f"/materials/{ask_of(asked).wish_id}/offer", {"thing": typed, "units": typed})
    assert offered.status_code == 422
    assert "<script>alert" not in answer.text + offered.text


@pytest.mark.parametrize("deal", [Deal.LEND, Deal.GIVE])
def test_only_a_wish_is_offered_to(street: Street, client: PageClient, deal: Deal) -> None:
    other = build_material(street, deal=deal)
    assert client.become(street.amina).get(f"/materials/{other.id}/offer").status_code == 404


def test_a_wish_may_be_for_a_project(street: Street, client: PageClient) -> None:
    said = {"deal": "want", "name": "Chairs", "how_many": "8", "ward": str(street.ward.id), "wanted_from": "4/7/2026"}
    subject = f"project:{street.project.id}"
    assert "For “Mend Club”" in client.become(street.amina).get("/materials/new").text
    client.send("/materials/new", said | {"subject": subject})
    made = db.session.query(Material).order_by(Material.id.desc()).first()
    assert made is not None
    assert made.subject == subject
    page = client.get(f"/materials/{made.id}").text
    assert "It is for" in page
    assert f'href="/projects/{street.project.id}"' in page
    answer = client.become(street.chidi).send("/materials/new", said | {"subject": subject})
    assert answer.status_code == 422, "not in the name of a project that is not hers"
