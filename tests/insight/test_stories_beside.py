"""Stories beside the figures: a no is a no, and the last place is given once."""

import pytest

from participate.core.db import db
from participate.insight.periods import read
from participate.insight.queries import typed
from participate.insight.rules import promised as rules
from participate.insight.service import stories
from participate.insight.words import Answer
from tests.insight.test_typed import QUARTER, tell
from tests.page import PageClient
from tests.street import Street


def test_who_said_no_is_not_asked_again(client: PageClient, street: Street) -> None:
    """Nor by taking her no back first."""
    story, efua = tell(street), client.become(street.efua)
    beside = stories.ask_for(None, read(QUARTER), story)
    stories.answer(None, beside, agreed=False)
    db.session.commit()
    page = efua.get(f"/figures/stories?quarter={QUARTER}").text
    assert "Not this time" in page
    assert "Take back" not in page
    path = f"/figures/stories/{beside.id}/take-back"
    assert efua.post(path, data={"csrf_token": efua.token("/figures/budget/new")}).status_code == 409
    assert [each.answer for each in typed.list_besides(read(QUARTER))] == [Answer.NO]
    with pytest.raises(rules.Asked):
        stories.ask_for(None, read(QUARTER), story)


def test_two_writers_say_yes_at_once_for_the_last_place(client: PageClient, street: Street, monkeypatch) -> None:
    """The second one read before the first had it."""
    quarter = read(QUARTER)
    asked = [stories.ask_for(None, quarter, tell(street, who)) for who in ("amina", "bilal")]
    for each in asked:
        stories.answer(None, each, agreed=False)
    stories.answer(None, asked[0], agreed=True)
    monkeypatch.setattr(stories, "list_besides", lambda _period: [])
    with pytest.raises(rules.NoPlaceLeft):
        stories.answer(None, asked[1], agreed=True)
    db.session.refresh(asked[1])
    assert (asked[1].answer, asked[1].place) == (Answer.NO, None)
