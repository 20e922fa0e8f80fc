"""What is hidden leaves the answers of the one box and every list, and comes back when it is shown again."""

import pytest
from flask import Flask

from participate.core.db import db
from participate.matching import engine
from participate.moderation import service
from participate.moderation.models import Report
from participate.moderation.words import Choice
from tests.moderation.conftest import Reported, judge_for

# Kind → what a stranger types, where it is listed, and the words by which she would know it.
SEEN = {
    "project": ("mend torn coats", ("/projects",), "Mend Club"),
    "session": ("bring it broken, take it home working", ("/programme", "/"), "Bring it broken"),
    "space": ("a kitchen with two ovens", ("/spaces",), "Kitchen at the Shop"),
    "material": ("a sewing machine", ("/materials",), "Sewing machine"),
}


@pytest.mark.parametrize("kind", sorted(SEEN))
def test_it_vanishes_everywhere(app: Flask, reported: Reported, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    said, lists, known_by = SEEN[kind]
    report_id, stranger = reported.report(kind), app.test_client()

    def seen(path: str) -> bool:
        return known_by in stranger.get(path, query_string={"say": said} if path == "/find" else {}).text

    def decide(choice: Choice) -> None:
        judge = judge_for(reported.street, kind)
        service.decide(judge.id, db.session.get_one(Report, report_id), choice, "We looked.")
        db.session.commit()

    pages = ("/find", *lists)
    before = {page: seen(page) for page in pages}
    assert all(before.values()), before
    decide(Choice.HIDE)
    assert {page: seen(page) for page in pages} == dict.fromkeys(pages, False)
    decide(Choice.SHOW)
    assert {page: seen(page) for page in pages} == before
