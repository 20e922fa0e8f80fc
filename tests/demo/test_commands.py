"""flask demo seed and flask demo clear."""

from flask import Flask

from participate.demo import service


def test_seed_tells_what_it_made_and_who_can_sign_in(app: Flask) -> None:
    told = app.test_cli_runner().invoke(args=["demo", "seed", "--residents", "60", "--projects", "12", "--seed", "7"])
    assert told.exit_code == 0, told.output
    assert "194 person" in told.output
    assert "12 project" in told.output
    assert "resident@example.org" in told.output
    assert not service.is_empty()


def test_seed_refuses_kindly_the_second_time(app: Flask) -> None:
    runner = app.test_cli_runner()
    runner.invoke(args=["demo", "seed", "--residents", "60"])
    told = runner.invoke(args=["demo", "seed", "--residents", "60"])
    assert told.exit_code == 1
    assert "is there already" in told.output
    assert "Traceback" not in told.output


def test_seed_refuses_an_impossible_size(app: Flask) -> None:
    told = app.test_cli_runner().invoke(args=["demo", "seed", "--residents", "3"])
    assert told.exit_code == 1
    assert "40 to 1000000 residents" in told.output


def test_clear_tells_what_went(app: Flask) -> None:
    runner = app.test_cli_runner()
    runner.invoke(args=["demo", "seed", "--residents", "60"])
    told = runner.invoke(args=["demo", "clear"])
    assert told.exit_code == 0, told.output
    assert "194 person" in told.output
    assert service.is_empty()
    again = runner.invoke(args=["demo", "clear"])
    assert again.exit_code == 1
    assert "no demo neighbourhood" in again.output
