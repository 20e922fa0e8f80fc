"""The commands of the figures, given what they cannot take: a sentence, and nothing is kept."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.insight import outside_file
from participate.insight.models import Framework, OutsideFigure
from participate.insight.periods import read
from participate.places.service.borough import ensure_borough
from tests.street import Street

HEADS = ",".join(outside_file.LIBRARY)
GOOD = "E09000002,Physical,Adult,2023-04-01/P1M,12,attendance"


def run(app: Flask, *words: str) -> tuple[int, str]:
    db.session.rollback()
    result = app.test_cli_runner().invoke(args=["insight", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.mark.parametrize(
    "line",
    [
        "E09000002", "E09000002,Physical,Adult,2023-05-01/P1M", GOOD.replace("12", "99999999999"), GOOD + ",more",
        GOOD.replace("12", "١٢"), GOOD.replace("Adult", "A" * 61), GOOD.replace("Adult", "\x00"),
        GOOD.replace(",12,", ",,"),
    ],
)  # fmt: skip
def test_lines_that_are_no_figures_are_refused_and_the_rest_is_taken(app: Flask, tmp_path: Path, line: str) -> None:
    ensure_borough()
    db.session.commit()
    file = tmp_path / "library.csv"
    file.write_text("\n".join((HEADS, line, GOOD)), "utf-8")
    code, said = run(app, "outside", str(file))
    assert code == 0, said
    assert "1 lines refused" in said
    assert db.session.scalars(select(OutsideFigure.value)).all() == [12]


@pytest.mark.parametrize(
    ("key", "name", "goals"),
    [
        ("x" * 21, "Three", "Eat"), ("Ümlaut", "Three", "Eat"), ("three", "N" * 121, "Eat"), ("three", " ", "Eat"),
        ("three", "Three", "E" * 161), ("three", "Three", "\n".join(map(str, range(401)))), ("three", "Three", ""),
        ("three", "Three", b"\xff\xfe"),
    ],
)  # fmt: skip
def test_a_framework_that_no_table_holds(app: Flask, tmp_path: Path, key: str, name: str, goals: str | bytes) -> None:
    file = tmp_path / "goals.csv"
    file.write_bytes(goals if isinstance(goals, bytes) else f"goal\n{goals}\n".encode())
    code, said = run(app, "framework", key, name, "Ours", str(file))
    assert (code, said[:7]) == (1, "Error: "), said
    assert db.session.scalar(select(func.count()).select_from(Framework)) == 0


def test_a_year_is_no_month(app: Flask, street: Street) -> None:
    code, said = run(app, "snapshot", "--month", "2025")
    assert code == 1
    assert "Write a month, like 2026-09." in said


@pytest.mark.parametrize("words", [("people", "--period", "2026-13"), ("person", "--period", "2026"), ("people",)])
def test_explain_what_is_not_there(app: Flask, words: tuple[str, ...]) -> None:
    code, said = run(app, "explain", *words)
    assert code in (1, 2)
    assert "Error: " in said


def test_a_time_that_still_runs_is_not_counted(app: Flask, street: Street) -> None:
    """Counted again and again it would tell of each one who comes."""
    with clock.stop_at(read("2026-Q2").closes_at):
        _code, over = run(app, "explain", "people", "--period", "2026-Q2")
        _code, runs = run(app, "explain", "people", "--period", "2026-Q3")
    assert "different people" in over
    assert "Not counted yet: it closes on 11 October 2026." in runs
    assert "different people" not in runs
