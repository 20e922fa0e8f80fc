"""`insight explain`: what a measure means, on which way it was counted, and what was published. It leaks nothing."""

from collections.abc import Iterator

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db, transaction
from participate.insight.counting import COUNTERS, ground_of
from participate.insight.counting.paths import PATHS, steps_of
from participate.insight.explaining import careful
from participate.insight.measures import BY_KEY, DERIVED
from participate.insight.measures.lead import LEAD
from participate.insight.models import Figure, Snapshot
from participate.insight.periods import read
from participate.insight.words import Shown
from tests.insight.a_year import AFTER, Year
from tests.street import Street

QUARTER = read("2026-Q3")


@pytest.fixture
def year(street: Street) -> Iterator[Year]:
    made = Year(street)
    with clock.stop_at(AFTER):
        yield made


def said(app: Flask, measure: str, period: str = "2026-Q3") -> list[str]:
    db.session.rollback()
    result = app.test_cli_runner().invoke(args=["insight", "explain", measure, "--period", period])
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def publish(measure: str, shown: Shown, value: int | None) -> None:
    with transaction() as session:
        snapshot = Snapshot(month=read("2026-09").first, made_at=AFTER, digest="")
        session.add(snapshot)
        session.flush()
        session.add(
            Figure(
                snapshot_id=snapshot.id, measure=measure, period="2026-Q3", first_day=QUARTER.first, area="borough",
                split="", shown=shown, value=value, definition=1,
            )
        )  # fmt: skip


def test_it_prints_the_definition_the_way_and_what_was_published(app: Flask, year: Year) -> None:
    publish("people", Shown.SHOWN, 85)
    lines = said(app, "people")
    assert lines[:3] == [
        "People taking part, 2026-Q3",
        f"Definition 1: {BY_KEY['people'].wordings[0].words}",
        "Counted in: people",
    ]
    assert [line.partition(":")[0].strip() for line in lines[-6:]] == [
        "sessions that took place and were written up", "heads in these sessions", "of them adults",
        "of them with a name", "different people", "Published of the borough",
    ]  # fmt: skip
    assert lines[-1] == "Published of the borough: 85 people"


@pytest.mark.parametrize(
    ("measure", "shown", "words"),
    [
        ("people", Shown.FEW, "fewer than 5"),
        ("people", Shown.HIDDEN, "not shown, to protect a small number"),
        ("people", Shown.NONE, "nothing took place"),
        ("hours", Shown.FEW, "not shown: it is small, or few people made most of it"),
    ],
)
def test_it_says_no_more_than_was_published(app: Flask, street: Street, measure: str, shown: Shown, words: str) -> None:
    publish(measure, shown, None)
    assert said(app, measure)[-1] == f"Published of the borough: {words}"


def test_a_step_that_is_a_measure_says_what_was_published(app: Flask, year: Year) -> None:
    assert int(said(app, "people")[-2].rpartition(": ")[2]) > 0
    publish("people", Shown.HIDDEN, None)
    hidden = "different people: not shown, to protect a small number"
    assert [line.strip() for line in said(app, "people") if "different people" in line] == [hidden]
    assert [line.strip() for line in said(app, "new_people") if "different people" in line] == [hidden]


def test_every_step_is_rounded(app: Flask, year: Year) -> None:
    for measure in LEAD:
        period = QUARTER.code if QUARTER.grain in measure.grains else "2026"
        for line in said(app, measure.key, period):
            if line.startswith("  "):
                number = line.rpartition(": ")[2]
                assert number == "fewer than 5" or int(number) % 5 == 0, line


def test_every_measure_has_a_way(app: Flask, year: Year) -> None:
    """And no step is less than what is left in the end."""
    assert set(PATHS) == {measure.key for measure in LEAD} - DERIVED
    ground = ground_of(db.session.connection())
    for measure in PATHS:
        period = QUARTER if QUARTER.grain in BY_KEY[measure].grains else read("2026")
        steps = steps_of(measure, ground, period)
        assert steps
        if measure in ("people", "unnamed", "children", "attendances", "new_people", "led_by_residents", "seen_again"):
            last = COUNTERS[measure](ground, period)["borough", ""].value
            assert steps[-1][1] >= last, measure


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([100, 88], ["100", "90"]),
        ([103, 100], ["105", "about as many: 105"]),  # who is not among them are few: their number is not told
        ([103, 103], ["105", "about as many: 105"]),
        ([103, 100, 97, 90], ["105", "about as many: 105", "about as many: 105", "90"]),
        ([9, 4], ["10", "fewer than 5"]),
        ([4, 2], ["fewer than 5", "about as many: fewer than 5"]),
        ([0], ["fewer than 5"]),
    ],
)
def test_steps_tell_no_small_number_and_no_small_difference(rows: list[int], words: list[str]) -> None:
    steps = [(str(number), many) for number, many in enumerate(rows)]
    assert [said for _name, said in careful(steps)] == words


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["people", "--period", "soon"], "Write a period like 2026, 2026-Q3 or 2026-07."),
        (["nobody", "--period", "2026"], "There is no such measure. “How we count” lists them all."),
    ],
)
def test_what_is_not_there_is_said(app: Flask, given: list[str], says: str) -> None:
    result = app.test_cli_runner().invoke(args=["insight", "explain", *given])
    assert (result.exit_code, result.output) == (1, f"Error: {says}\n")


def test_what_is_worked_out_has_no_way(app: Flask, street: Street) -> None:
    assert any(line.startswith("Not counted: worked out") for line in said(app, "cost_per_hour"))
    assert "Not counted for a month." in said(app, "regulars", "2026-07")
