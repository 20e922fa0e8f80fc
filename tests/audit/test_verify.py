"""`flask audit verify`: it seals, checks, and prints the number of rows or the first broken one."""

import re

from flask import Flask
from sqlalchemy import delete, select, update

from participate.audit.models import AuditRow, AuditSeal
from participate.audit.service import record
from participate.core.db import db


def fill() -> list[int]:
    for number in range(5):
        record(1, "made", "project", number)
    db.session.commit()
    return list(db.session.scalars(select(AuditRow.id).order_by(AuditRow.id)))


def test_it_seals_and_says_how_many_rows_hold(app: Flask) -> None:
    ids = fill()
    answer = app.test_cli_runner().invoke(args=["audit", "verify"])
    assert answer.exit_code == 0
    assert "5 rows hold." in answer.output
    assert re.search(rf"{ids[-1]}:[0-9a-f]{{64}}", answer.output)
    db.session.rollback()
    assert len(db.session.scalars(select(AuditSeal)).all()) == 5


def test_it_names_the_first_broken_row(app: Flask) -> None:
    ids = fill()
    app.test_cli_runner().invoke(args=["audit", "verify"])
    db.session.execute(update(AuditRow).where(AuditRow.id.in_(ids[3:])).values(actor_id=2))
    db.session.commit()
    answer = app.test_cli_runner().invoke(args=["audit", "verify"])
    assert answer.exit_code == 1
    assert f"broken at row {ids[3]}." in answer.output
    assert "3 rows before" in answer.output


def test_a_noted_line_that_is_gone_is_told(app: Flask) -> None:
    ids = fill()
    noted = re.search(r"\d+:[0-9a-f]{64}", app.test_cli_runner().invoke(args=["audit", "verify"]).output)
    assert noted
    assert app.test_cli_runner().invoke(args=["audit", "verify", "--known", noted.group()]).exit_code == 0
    for model in (AuditRow, AuditSeal):
        db.session.execute(delete(model).where(model.id == ids[-1]))
    db.session.commit()
    answer = app.test_cli_runner().invoke(args=["audit", "verify", "--known", noted.group()])
    assert answer.exit_code == 1
    assert "cut off" in answer.output


def test_a_line_that_is_none_is_refused(app: Flask) -> None:
    assert app.test_cli_runner().invoke(args=["audit", "verify", "--known", "zzz"]).exit_code == 2
