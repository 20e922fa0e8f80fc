"""Who may ask to help, who answers, and how parts change."""

from datetime import UTC, datetime, timedelta

import pytest

from participate.core.errors import RuleBroken
from participate.projects.rules.stages import DoneElsewhere
from participate.projects.rules.team import (
    PAUSE,
    AnsweredAlready,
    AskedLately,
    InTeamAlready,
    NotInTeam,
    OwnerStays,
    ProjectOver,
    check_may_answer,
    check_may_ask,
    check_part_change,
)
from participate.projects.words import RequestStatus, TeamPart

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)
FINE: dict[str, object] = {"elsewhere": False, "alive": True, "in_team": False, "not_now_at": None}


@pytest.mark.parametrize(
    ("facts", "broken"),
    [
        ({}, None),
        ({"elsewhere": True}, DoneElsewhere),
        ({"elsewhere": True, "alive": False}, DoneElsewhere),
        ({"alive": False}, ProjectOver),
        ({"in_team": True}, InTeamAlready),
        ({"not_now_at": NOW - timedelta(days=1)}, AskedLately),
        ({"not_now_at": NOW - PAUSE + timedelta(seconds=1)}, AskedLately),
        ({"not_now_at": NOW - PAUSE}, None),
        ({"in_team": True, "not_now_at": NOW}, InTeamAlready),
    ],
)
def test_who_may_ask(facts: dict[str, object], broken: type[RuleBroken] | None) -> None:
    given = FINE | facts
    if broken is None:
        check_may_ask(**given, now=NOW)  # type: ignore[arg-type]
    else:
        with pytest.raises(broken):
            check_may_ask(**given, now=NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", RequestStatus)
def test_only_what_waits_is_answered(status: RequestStatus) -> None:
    if status is RequestStatus.ASKED:
        check_may_answer(status)
    else:
        with pytest.raises(AnsweredAlready):
            check_may_answer(status)


@pytest.mark.parametrize(
    ("part", "broken"),
    [(None, NotInTeam), (TeamPart.OWNER, OwnerStays), (TeamPart.HOST, None), (TeamPart.HELPER, None)],
)
def test_whose_part_may_change(part: TeamPart | None, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        check_part_change(part)
    else:
        with pytest.raises(broken):
            check_part_change(part)
