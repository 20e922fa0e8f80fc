"""What the one box suggests to a member is noted as on For you; of a visitor nothing is."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.matching.models import Suggested, SuggestedWeek
from participate.matching.quality.steps import WEEK, Channel, Part, Step
from participate.matching.service import counting, showing, switches
from tests.matching.test_ledger import rows
from tests.statements import count_statements
from tests.street import NOON, Street

MORE_OF_A_MEMBER = 8  # statements: her sign-in, what concerns her in the frame of the page, her answers, the note


def test_the_one_box_notes_what_its_page_shows_and_where(client: FlaskClient, street: Street) -> None:
    """As many statements as the page takes, one to know that she wants suggestions, and one to note."""
    asks = "/find?say=mending+with+a+sewing+machine"
    with count_statements() as of_visitor:
        client.get(asks)
    client.become(street.chidi)
    client.get(asks)
    noted = rows()
    assert noted, "something goes with her words"
    assert {who for who, *_more in noted} == {street.chidi.id}
    assert [place for _who, _what, place, _step in noted] == list(range(1, len(noted) + 1))
    assert {step for *_more, step in noted} == {Step.SEEN}
    assert set(db.session.execute(select(Suggested.channel, Suggested.by_chance))) == {(Channel.BOX, False)}
    with count_statements() as counted:
        client.get(asks)
    assert sum("INTO suggested" in text for text in counted.texts) == 1
    assert counted.number <= of_visitor.number + MORE_OF_A_MEMBER, counted.texts
    assert rows() == noted, "once a week"


@pytest.mark.parametrize(
    ("who", "words", "part", "off", "noted"),
    [
        ("chidi", "mending with a sewing machine", False, False, True),
        ("stranger", "mending with a sewing machine", False, False, False),  # a visitor: there is nobody to note it of
        ("chidi", "mending with a sewing machine", True, False, False),  # while she types
        ("chidi", "mending with a sewing machine", False, True, False),  # she wants no suggestions
        ("chidi", "zqsword", False, False, False),  # nothing goes with it
        ("chidi", "mending with a sewing machine, I want to die", False, False, False),  # of such words nothing is kept
        ("chidi", "", False, False, False),
    ],
)
def test_whom_the_one_box_notes(
    client: FlaskClient, street: Street, who: str, words: str, part: bool, off: bool, noted: bool
) -> None:
    if off:
        switches.switch_off(street.chidi.id, "all")
        db.session.commit()
    typing = {"HX-Request": "true", "HX-Request-Type": "partial"} if part else {}
    client.become(street.person(who)).get("/find", query_string={"say": words}, headers=typing)
    assert bool(rows()) is noted


def test_where_it_was_suggested_first_is_what_counts(client: FlaskClient, street: Street) -> None:
    machine = f"material:{street.material.id}"
    showing.note_letter(street.chidi.id, (machine,))
    db.session.commit()
    client.become(street.chidi).get("/find?say=mending+with+a+sewing+machine")
    found = dict(map(tuple, db.session.execute(select(Suggested.subject, Suggested.channel))))
    assert found.pop(machine) is Channel.MAIL
    assert set(found.values()) <= {Channel.BOX}
    with clock.stop_at(NOON + WEEK):
        counting.count_weeks()
    by_channel = select(SuggestedWeek.value, SuggestedWeek.suggested).where(
        SuggestedWeek.part == Part.CHANNEL, SuggestedWeek.weeks == 1
    )
    counted = dict(map(tuple, db.session.execute(by_channel)))
    assert counted == {"mail": 1} | ({"box": len(found)} if found else {})
