"""What may become of an idea."""

import pytest

from participate.projects.rules.ideas import IdeaIsClosed, IdeaIsProject, check_idea_move, check_idea_words_open
from participate.projects.words import IdeaStatus

N, A, P, C = IdeaStatus.NEW, IdeaStatus.ANSWERED, IdeaStatus.PROJECT, IdeaStatus.CLOSED
ALLOWED = {(N, A), (N, P), (N, C), (A, A), (A, P), (A, C), (C, A), (C, P)}


@pytest.mark.parametrize("status", IdeaStatus)
@pytest.mark.parametrize("onward", IdeaStatus)
def test_each_step(status: IdeaStatus, onward: IdeaStatus) -> None:
    if (status, onward) in ALLOWED:
        check_idea_move(status, onward)
    else:
        with pytest.raises(IdeaIsProject if status is P else IdeaIsClosed):
            check_idea_move(status, onward)


@pytest.mark.parametrize("status", IdeaStatus)
def test_its_words_are_open_until_it_is_a_project(status: IdeaStatus) -> None:
    if status is P:
        with pytest.raises(IdeaIsProject):
            check_idea_words_open(status)
    else:
        check_idea_words_open(status)


@pytest.mark.parametrize("status", IdeaStatus)
def test_every_status_has_words(status: IdeaStatus) -> None:
    assert status.label
