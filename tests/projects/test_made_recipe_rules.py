"""When a project may be written down as a recipe, and what steps are. Pure."""

import pytest

from participate.projects.rules.made_recipes import (
    BadSteps,
    TooEarly,
    check_told,
    match_words_of,
    may_be_told,
    steps_of,
)
from participate.projects.rules.meeting import NotToBeMet, SayYesFirst, check_may_meet
from participate.projects.words import Stage


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize("stage", Stage)
def test_what_ran_may_be_told(stage: Stage, elsewhere: bool) -> None:
    good = not elsewhere and stage in (Stage.RUNNING, Stage.ENDED, Stage.HANDED_OVER)
    assert may_be_told(stage, elsewhere=elsewhere) is good
    if good:
        check_told(stage, elsewhere=elsewhere)
    else:
        with pytest.raises(TooEarly):
            check_told(stage, elsewhere=elsewhere)


def test_steps_are_lines_without_their_numbers() -> None:
    assert steps_of("1. Mix.\n\n- Bake\n• Eat\n 4) Wash up ") == ["Mix.", "Bake", "Eat", "Wash up"]


@pytest.mark.parametrize("typed", ["", "One\nTwo", "\n".join(["Step"] * 11), f"One\nTwo\n{'x' * 201}", "1.\n2.\n3."])
def test_too_few_too_many_too_long(typed: str) -> None:
    with pytest.raises(BadSteps):
        steps_of(typed)


def test_words_for_the_matcher() -> None:
    assert match_words_of("The Big Bread Club!", ["bake", "bread"]) == ["bread", "club", "bake"]
    assert len(match_words_of("word " * 3, [f"word{n}" for n in range(50)])) == 12


@pytest.mark.parametrize(
    ("yes", "shown", "raises"),
    [(True, True, None), (False, True, SayYesFirst), (True, False, NotToBeMet), (False, False, SayYesFirst)],
)
def test_both_say_yes(yes: bool, shown: bool, raises: type[Exception] | None) -> None:
    if raises is None:
        check_may_meet(i_said_yes=yes, other_shown=shown)
    else:
        with pytest.raises(raises):
            check_may_meet(i_said_yes=yes, other_shown=shown)
