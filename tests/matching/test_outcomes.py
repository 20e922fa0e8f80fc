"""To which suggestion an outcome belongs. Pure."""

from datetime import date, timedelta

import pytest

from participate.matching.quality.outcomes import Outcome, Row, raised
from participate.matching.quality.steps import WEEK, Step

MONDAY = date(2026, 6, 1)
CHIDI = 3


def row(number: int, week: int, step: Step = Step.SEEN, subject: str = "session:1", person: int = CHIDI) -> Row:
    return Row(number, person, subject, MONDAY + week * WEEK, step)


def did(step: Step, day: int, subject: str = "session:1", person: int = CHIDI) -> Outcome:
    return Outcome(person, subject, step, MONDAY + timedelta(days=day))


@pytest.mark.parametrize(
    ("what", "rows", "outcomes", "expected"),
    [
        ("on its first day", [row(1, 0)], [did(Step.ACCEPTED, 0)], {1: Step.ACCEPTED}),
        ("before it was suggested", [row(1, 0)], [did(Step.ACCEPTED, -1)], {}),
        ("from the mail, not seen", [row(1, 0, Step.SUGGESTED)], [did(Step.ACCEPTED, 3)], {1: Step.ACCEPTED}),
        ("four weeks later it is hers alone", [row(1, 0)], [did(Step.ACCEPTED, 28)], {}),
        ("on the last day", [row(1, 0)], [did(Step.ACCEPTED, 27)], {1: Step.ACCEPTED}),
        ("it counts once, for the latest week", [row(1, 0), row(2, 1)], [did(Step.ACCEPTED, 9)], {2: Step.ACCEPTED}),
        ("not for a later one", [row(1, 0), row(2, 1)], [did(Step.ACCEPTED, 5)], {1: Step.ACCEPTED}),
        ("of somebody else", [row(1, 0)], [did(Step.ACCEPTED, 1, person=4)], {}),
        ("another thing", [row(1, 0)], [did(Step.ACCEPTED, 1, "session:2")], {}),
        ("without having said so before", [row(1, 0)], [did(Step.MET, 9)], {1: Step.MET}),
        ("all at once", [row(1, 0)], [did(Step.MET, 9), did(Step.ACCEPTED, 2), did(Step.MADE, 20)], {1: Step.MADE}),
        ("what was accepted led to it", [row(1, 0, Step.ACCEPTED), row(2, 1)], [did(Step.MET, 15)], {1: Step.MET}),
        ("accepted and met", [row(1, 0), row(2, 2)], [did(Step.ACCEPTED, 6), did(Step.MET, 20)], {1: Step.MET}),
        ("no further than it is", [row(1, 0, Step.MADE)], [did(Step.MET, 9)], {}),
        ("a story of what she never came to", [row(1, 0, Step.ACCEPTED)], [did(Step.MADE, 20)], {}),
        ("a story of what she came to", [row(1, 0, Step.MET)], [did(Step.MADE, 20)], {1: Step.MADE}),
        ("eight weeks later no meeting is its", [row(1, 0, Step.ACCEPTED)], [did(Step.MET, 56)], {}),
    ],
)  # fmt: skip
def test_it_lifts(what: str, rows: list[Row], outcomes: list[Outcome], expected: dict[int, Step]) -> None:
    assert raised(rows, outcomes) == expected, what


def test_what_was_lifted_already_is_not_lifted_again() -> None:
    rows, outcomes = [row(1, 0), row(2, 1)], [did(Step.ACCEPTED, 9), did(Step.MET, 12)]
    once = raised(rows, outcomes)
    after = [Row(each.id, CHIDI, each.subject, each.week, once.get(each.id, each.step)) for each in rows]
    assert once == {2: Step.MET}
    assert raised(after, outcomes) == {}
