"""The letters of loans: each is written whole, for mail and for text, and says no address and no second name."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.materials import service
from participate.materials.service.loan_letters import facts_of
from participate.notifications import service as notifications
from participate.notifications.words import Way
from tests.materials.build import build_material
from tests.materials.loans import wants
from tests.street import Street

FOLDER = Path(__file__).parents[2] / "templates" / "mail"
LETTERS = sorted(each.name for each in FOLDER.glob("loan_*"))
WHERE = "Ring at number 12, the green door."
MORE: dict[str, tuple[dict[str, object], ...]] = {
    "loan_over": tuple({"why": why} for why in ("turn", "day", "answer", "collect")),
    "loan_due": tuple({"kind": kind, "waiting": kind == "late"} for kind in ("before", "day", "late")),
    "loan_waits": ({"at_hub": True}, {"at_hub": False}),
}


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_whole(app: Flask, street: Street, name: str, way: Way) -> None:
    drill = build_material(street, name="Drill & bits")
    loan = wants(street.amina, drill, words="For a shelf <b>")
    facts = facts_of(loan) | {"until_at": (clock.now() + timedelta(hours=20)).isoformat(), "reason": "It rains."}
    for more in MORE.get(name, ({},)):
        letter = notifications.write(name, way, "amina@example.org", 1, facts | more, street.amina)
        assert "Drill & bits" in (letter.subject if way is Way.MAIL else letter.body)
        assert "http" in letter.body
        assert "Rahman" not in letter.body + letter.html
        assert "<b>" not in letter.html
        assert "\n\n\n\n" not in letter.body


def test_how_to_get_it_is_in_no_letter(app: Flask, street: Street) -> None:
    loan = wants(street.amina, build_material(street))
    service.agree(street.chidi.id, loan, WHERE)
    db.session.flush()
    for way in Way:
        letter = notifications.write("loan_agreed", way, "amina@example.org", 1, facts_of(loan), street.amina)
        assert "green door" not in letter.subject + letter.body + letter.html
        assert f"/loans/{loan.id}" in letter.body


def test_there_are_all_of_them() -> None:
    assert len(LETTERS) == 14
    for name in LETTERS:
        files = {each.name for each in (FOLDER / name).iterdir()} - {"call.txt"}  # what is said when somebody rings
        assert files == {"subject.txt", "body.txt", "body.html", "text.txt"}
