"""The real projects, imported by the command and asked twenty questions: the answers are those that were read."""

import pytest
from flask import Flask

from tests.matching.real_questions import FILE, QUESTIONS, TABLE, import_projects, table
from tests.shared import folder


def test_the_answers_are_those_that_were_read(app: Flask) -> None:
    if app.config["DATABASE_KIND"] != "sqlite":
        pytest.skip("the answers do not depend on the database")
    import_projects(app, folder() / FILE)
    assert table(app) == TABLE.read_text(), "run python -m tests.matching.write_real_questions, and read what moved"


def test_every_question_has_three_answers() -> None:
    text = TABLE.read_text()
    assert [text.count(f"\n{place}. **") for place in (1, 2, 3)] == [len(QUESTIONS)] * 3
