"""Lending by its pages: asking, answering, out and back, at the counter, labels; bad input is answered kindly."""

import pytest
from sqlalchemy import select

from participate.accounts.models import Person
from participate.accounts.words import PersonKind
from participate.core.db import db
from participate.materials.models import Loan
from participate.materials.words import LoanStatus
from tests.materials.build import build_material
from tests.materials.loans import wants
from tests.page import PageClient
from tests.street import Street

FORM = "/materials/new"  # a page with a form, for its token
BAD = ("", "x" * 10_000, "nul\x00", "👍", "<script>alert(1)</script>", "٣", "-1", "99999999999", "31/02/2026")


def _loan() -> Loan:
    db.session.expire_all()
    return db.session.scalars(select(Loan).order_by(Loan.id.desc())).first()  # type: ignore[return-value]


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("field", ["units", "from_day", "days", "words", "subject"])
def test_bad_input_is_no_error_of_ours(street: Street, client: PageClient, field: str, bad: str) -> None:
    drill = build_material(street)
    given = {"units": "1", "days": "7", field: bad}
    answer = client.become(street.amina).send(f"/materials/{drill.id}/borrow", given)
    assert answer.status_code in (303, 422)
    assert "<script>alert" not in answer.text


def test_asked_answered_and_collected(street: Street, client: PageClient) -> None:
    drill = build_material(street)
    client.become(street.amina).send(f"/materials/{drill.id}/borrow", {"units": "1", "days": "7", "words": "Shelf"})
    loan_id = _loan().id
    assert _loan().status is LoanStatus.ASKED
    chidi = client.become(street.chidi)
    page = f"/loans/{loan_id}"
    assert chidi.send(f"{page}/decline", {"reason": ""}, page=FORM).status_code == 422
    assert chidi.send(f"{page}/agree", {"words": "At the Shop."}, page=FORM).status_code == 303
    assert chidi.send(f"{page}/out", {"condition": "good"}).status_code == 303
    assert _loan().status is LoanStatus.OUT
    assert client.become(street.amina).send(f"{page}/longer", {"days": "3"}).status_code == 303
    assert client.become(street.amina).send(f"{page}/back", {"condition": "good"}, page=FORM).status_code == 403
    assert client.become(street.chidi).send(f"{page}/back", {"condition": "good"}).status_code == 303
    assert _loan().status is LoanStatus.BACK


@pytest.mark.parametrize(("contact", "kind"), [("", PersonKind.ENTERED), ("hana@example.org", PersonKind.GUEST)])
def test_somebody_without_an_account(street: Street, client: PageClient, contact: str, kind: PersonKind) -> None:
    drill = build_material(street, hub_id=street.hub.id)
    page = f"/materials/{drill.id}/hand-out"
    given = {"name": "Hana", "contact": contact, "units": "1", "days": "7", "condition": "good"}
    dora = client.become(street.dora)
    assert dora.send(page, given).status_code == 422  # nobody ticked that she agrees
    assert dora.send(page, given | {"agrees": "y"}).status_code == 303
    loan = _loan()
    assert loan.status is LoanStatus.OUT
    assert db.session.get_one(Person, loan.person_id).kind is kind
    assert dora.send(page, given | {"agrees": "y", "name": "Ivo", "contact": ""}).status_code == 422  # none is left


@pytest.mark.parametrize(("name", "leads"), [("stranger", True), ("bilal", True), ("chidi", False), ("dora", False)])
def test_scanning_leads_where_it_should(street: Street, client: PageClient, name: str, leads: bool) -> None:
    drill = build_material(street)
    answer = client.become(street.person(name)).get(f"/materials/{drill.id}/scan")
    assert answer.status_code == (303 if leads else 200)
    assert leads or "Nobody has it and nobody comes for it." in answer.text


def test_a_label_holds_the_address_that_scanning_opens(street: Street, client: PageClient) -> None:
    drill = build_material(street)
    page = client.become(street.chidi).get(f"/materials/{drill.id}/label").text
    assert f"/materials/{drill.id}/label.svg" in page
    assert f"/materials/{drill.id}/scan" in page
    assert "Okafor" not in page
    code = client.get(f"/materials/{drill.id}/label.svg")
    assert code.mimetype == "image/svg+xml"
    assert b"<svg" in code.data


def test_my_turn_yes_or_no(street: Street, client: PageClient) -> None:
    drill = build_material(street, instant=True)
    first, loan = wants(street.amina, drill), wants(street.bilal, drill)
    number, has = loan.id, first.id
    db.session.commit()
    assert client.become(street.bilal).send(f"/loans/{number}/accept", page=FORM).status_code == 409
    client.become(street.amina).send(f"/loans/{has}/cancel", {"note": ""})
    assert client.become(street.dora).send(f"/loans/{number}/accept", page=FORM).status_code in (400, 403)
    assert client.become(street.bilal).send(f"/loans/{number}/accept", page=FORM).status_code == 303
    assert _loan().status is LoanStatus.AGREED
