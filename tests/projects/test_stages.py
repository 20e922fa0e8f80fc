"""The way a project goes: every step there is, allowed or not."""

import pytest

from participate.projects.rules.stages import (
    DoneElsewhere,
    NeighbourOwns,
    NotAMove,
    WhoTakesIt,
    check_move,
    check_successor,
    moves_from,
)
from participate.projects.words import Stage

G, T, R, S, E, H = Stage.GATHERING, Stage.TRYING_OUT, Stage.RUNNING, Stage.RESTING, Stage.ENDED, Stage.HANDED_OVER
ALLOWED = {
    (G, T), (G, R), (G, S), (G, E),
    (T, R), (T, S), (T, E),
    (R, S), (R, H), (R, E),
    (S, T), (S, R), (S, H), (S, E),
    (E, S),
}  # fmt: skip


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("onward", Stage)
def test_each_step(stage: Stage, onward: Stage) -> None:
    assert (onward in moves_from(stage)) == ((stage, onward) in ALLOWED)
    if (stage, onward) in ALLOWED:
        check_move(stage, onward, elsewhere=False)
    else:
        with pytest.raises(NotAMove):
            check_move(stage, onward, elsewhere=False)


def test_what_was_done_elsewhere_takes_no_step_here() -> None:
    with pytest.raises(DoneElsewhere):
        check_move(Stage.ENDED, Stage.RESTING, elsewhere=True)


@pytest.mark.parametrize(("stage", "onward"), sorted(ALLOWED))
def test_what_staff_own_does_not_run(stage: Stage, onward: Stage) -> None:
    if onward is R:
        with pytest.raises(NeighbourOwns):
            check_move(stage, onward, elsewhere=False, staff_own=True)
    else:
        check_move(stage, onward, elsewhere=False, staff_own=True)


@pytest.mark.parametrize("onward", Stage)
@pytest.mark.parametrize(("successor", "is_mate"), [(None, False), (3, False), (2, True)])
def test_one_of_the_team_takes_it_on(onward: Stage, successor: int | None, is_mate: bool) -> None:
    if onward is H and not is_mate:
        with pytest.raises(WhoTakesIt):
            check_successor(onward, successor, {1, 2})
    else:
        check_successor(onward, successor, {1, 2})


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_says_what_it_means(stage: Stage) -> None:
    assert stage.label
    assert stage.says.endswith(".")


def test_what_ended_is_not_alive() -> None:
    assert [stage for stage in Stage if not stage.alive] == [Stage.ENDED, Stage.HANDED_OVER]
