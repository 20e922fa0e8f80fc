"""When a code opens the door: the truth table. No database."""

from datetime import UTC, datetime, timedelta

import pytest

from participate.accounts import rules

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)
GOOD = {"right": True, "wrong_before": 0, "used": False, "same_browser": True, "good_until": NOW, "now": NOW}


def test_the_right_code_in_time_in_its_browser_opens() -> None:
    rules.check_code(**GOOD)
    rules.check_code(**GOOD | {"wrong_before": 4})


@pytest.mark.parametrize(
    "changed",
    [
        {"used": True},
        {"same_browser": False},
        {"now": NOW + timedelta(seconds=1)},
        {"wrong_before": 5},
        {"right": False, "wrong_before": 4},
        {"right": False, "used": True},
        {"right": False, "same_browser": False},
    ],
)
def test_a_spent_code_stays_shut(changed: dict[str, object]) -> None:
    with pytest.raises(rules.CodeSpent):
        rules.check_code(**GOOD | changed)


@pytest.mark.parametrize(("before", "left"), [(0, 4), (1, 3), (3, 1)])
def test_a_wrong_code_says_how_many_tries_are_left(before: int, left: int) -> None:
    with pytest.raises(rules.CodeWrong) as wrong:
        rules.check_code(**GOOD | {"right": False, "wrong_before": before})
    assert wrong.value.facts == {"left": left}
