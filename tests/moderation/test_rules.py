"""Who may decide: the truth table. No database."""

import pytest

from participate.moderation import rules
from participate.moderation.words import ReportStatus

DORA, CHIDI = 4, 3


def test_a_colleague_decides() -> None:
    rules.check_decision(ReportStatus.OPEN, DORA, {CHIDI, None})


@pytest.mark.parametrize(
    ("status", "concerned", "error"),
    [
        (ReportStatus.KEPT, set(), rules.AlreadyDecided),
        (ReportStatus.HIDDEN, set(), rules.AlreadyDecided),
        (ReportStatus.OPEN, {DORA}, rules.OwnThing),
        (ReportStatus.OPEN, {CHIDI, DORA}, rules.OwnThing),
    ],
)
def test_not_twice_and_not_about_her_own(
    status: ReportStatus, concerned: set[int | None], error: type[Exception]
) -> None:
    with pytest.raises(error):
        rules.check_decision(status, DORA, concerned)


@pytest.mark.parametrize(
    ("hidden", "author", "error"), [(True, CHIDI, None), (False, CHIDI, rules.NotHidden), (True, DORA, rules.OwnThing)]
)
def test_what_is_shown_again(hidden: bool, author: int, error: type[Exception] | None) -> None:
    if error is None:
        rules.check_restore(hidden, DORA, author)
        return
    with pytest.raises(error):
        rules.check_restore(hidden, DORA, author)
