"""Is it still there, or still wanted? (What spaces and materials do alike is tested with the spaces.)"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from participate.audit import queries as audit
from participate.core import clock, mail
from participate.core.db import db
from participate.materials import jobs, queries
from participate.materials.words import Deal
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from tests.materials.build import build_material
from tests.page import PageClient
from tests.street import NOON, Street

DAY = timedelta(days=1)


def promised() -> list[dict[str, object]]:
    return list(db.session.scalars(select(Promise.payload).where(Promise.name == "letter").order_by(Promise.id)))


def test_one_letter_then_it_is_over(street: Street, client: PageClient) -> None:
    material = build_material(street, expires_on=date(2026, 7, 10))
    for number in range(12):
        with clock.stop_at(NOON + number * DAY):
            jobs.listing.ask_again()
            db.session.commit()
    assert [letter["name"] for letter in promised()] == ["material_still"]
    assert [row.verb for row in audit.list_of("material", material.id)] == ["expired"]
    with clock.stop_at(NOON + 9 * DAY):
        assert queries.cards_of([material.id]) == {}
        assert client.get(f"/materials/{material.id}").status_code == 404


def test_the_letter_asks_and_leads_to_the_page(app: Flask, street: Street) -> None:
    folder: Path = app.extensions["settings"].data / "letters"
    for old in folder.glob("*.json"):
        old.unlink()
    material = build_material(street, expires_on=date(2026, 7, 10), name="Drill & bits")
    db.session.commit()
    jobs.listing.ask_again()
    db.session.commit()
    outbox.run_due()
    laid = mail.list_laid(folder)
    assert [(letter.to, letter.subject) for letter in laid] == [
        ("chidi@example.org", "Is it still there? Drill & bits")
    ]
    assert f"/materials/{material.id}/still" in laid[0].body
    assert "Drill &amp; bits" in laid[0].html


@pytest.mark.parametrize(("answer", "there"), [("yes", True), ("no", False)])
def test_one_press(street: Street, client: PageClient, answer: str, there: bool) -> None:
    material_id = build_material(street, expires_on=date(2026, 7, 10)).id
    client.become(street.chidi).send(f"/materials/{material_id}/still", {"answer": answer})
    db.session.expire_all()
    found = queries.find_material(material_id)
    assert (found is not None) is there
    assert found is None or found.expires_on == date(2027, 1, 1)


def test_a_wish_is_asked_about_as_one(street: Street, client: PageClient) -> None:
    material = build_material(street, deal=Deal.WANT)
    page = client.become(street.chidi).get(f"/materials/{material.id}/still").text
    assert "Are you still looking for it?" in page
    assert "Yes, still looking" in page
