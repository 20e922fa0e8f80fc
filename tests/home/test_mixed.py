"""One need of each project on the front page."""

from dataclasses import dataclass

import pytest

from participate.home.rules.mixed import first_of_each


@dataclass(frozen=True)
class Wanted:
    id: int
    project_id: int


@pytest.mark.parametrize(
    ("projects", "expected"),
    [
        ([], []),
        ([1], [0]),
        ([1, 2, 3, 4], [0, 1, 2]),
        ([1, 1, 1, 1, 2, 3], [0, 4, 5]),
        ([1, 1, 2], [0, 1, 2]),
        ([1, 1, 1, 1], [0, 1, 2]),
    ],
)
def test_one_of_each_project_first(projects: list[int], expected: list[int]) -> None:
    needs = [Wanted(number, project) for number, project in enumerate(projects)]
    assert [each.id for each in first_of_each(needs, 3)] == expected
