"""The first human answer: an answer that is written anew is no second one."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.insight.counting import COUNTERS, ground_of
from participate.insight.periods import read
from participate.insight.words import BOROUGH, WHOLE
from participate.projects.models import Idea, IdeaReply
from participate.projects.service.ideas import answer_idea, close_idea
from participate.projects.service.replies import answer_reply, change_reply
from participate.projects.words import ReplyKind
from tests.street import NOON, Street

AUGUST = timedelta(days=45)


@pytest.mark.parametrize("again", [answer_idea, close_idea])
def test_an_idea_that_is_answered_again_counts_once(app: Flask, street: Street, again) -> None:
    idea = Idea(words="A bench", ward_id=street.ward.id, author_id=street.amina.id, made_at=NOON, changed_at=NOON)
    db.session.add(idea)
    db.session.flush()
    with clock.stop_at(NOON + timedelta(hours=3)):
        answer_idea(street.dora.id, idea, "Come on Tuesday.")
    with clock.stop_at(NOON + AUGUST):
        again(street.dora.id, idea, "On Friday.")
    db.session.commit()
    ground = ground_of(db.session.connection())
    for key, july in (("answers", 1), ("answered_in_time", 1), ("answer_hours", 3), ("ideas_answered", 1)):
        months = [COUNTERS[key](ground, read(code))[BOROUGH, WHOLE].value for code in ("2026-07", "2026-08", "2026-Q3")]
        assert months == [july, 0, july], key


@pytest.mark.parametrize("anew", [False, True])
def test_so_does_what_a_neighbour_says_to_an_idea(app: Flask, street: Street, anew: bool) -> None:
    """Also where she says it in other words, and the answer to the old ones goes."""
    reply = IdeaReply(
        idea_id=street.idea.id, person_id=street.bilal.id, kind=ReplyKind.WORRY, words="Noise", made_at=NOON
    )
    db.session.add(reply)
    db.session.flush()
    with clock.stop_at(NOON + timedelta(hours=5)):
        answer_reply(street.dora.id, reply, "Only until six.")
    with clock.stop_at(NOON + AUGUST):
        if anew:
            change_reply(street.bilal.id, reply, "Noise at night")
        else:
            answer_reply(street.dora.id, reply, "Only until five.")
    db.session.commit()
    ground = ground_of(db.session.connection())
    months = [
        COUNTERS["answers"](ground, read(code))[BOROUGH, WHOLE].value for code in ("2026-07", "2026-08", "2026-Q3")
    ]
    assert months == [1, 0, 1]
