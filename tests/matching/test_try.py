"""flask --app wsgi matching try …"""

import pytest
from flask import Flask

from tests.street import Street


def run(app: Flask, *arguments: str):  # type: ignore[no-untyped-def]
    return app.test_cli_runner().invoke(args=["matching", "try", *arguments])


def test_the_best_are_printed_with_scores_and_reasons(app: Flask, street: Street) -> None:
    told = run(app, "I like baking bread and could mend a coat", "--ward", "Parsloes")
    assert told.exit_code == 0, told.output
    assert "Neighbour  Chidi" in told.output
    assert "You said baking bread, and Chidi likes it · in your ward" in told.output
    assert "Mend Club" in told.output
    assert " 1. " in told.output


@pytest.mark.parametrize("ward", ["Thames", "thames view", "E05014068"])
def test_a_ward_is_known_by_its_beginning(app: Flask, street: Street, ward: str) -> None:
    assert run(app, "bread", "--ward", ward).exit_code == 0


def test_an_unknown_ward_is_told_with_those_there_are(app: Flask, street: Street) -> None:
    told = run(app, "bread", "--ward", "Narnia")
    assert told.exit_code == 1
    assert "No ward is called “Narnia”. The wards are: Parsloes, Thames View." in told.output


@pytest.mark.parametrize("text", ["", "zebrafish", "🌍", "<script>", "x" * 10_000])
def test_without_evidence_nothing_is_suggested(app: Flask, street: Street, text: str) -> None:
    told = run(app, text)
    assert told.exit_code == 0
    assert "no suggestion without evidence" in told.output


def test_one_kind_only(app: Flask, street: Street) -> None:
    told = run(app, "sewing machine", "--kind", "material")
    assert "Sewing machine" in told.output
    assert "Mend Club" not in told.output


def test_an_empty_site_answers(app: Flask) -> None:
    assert run(app, "bread").exit_code == 0
