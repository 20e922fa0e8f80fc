"""What a hub did by hand to suggestions, and the set that a stuck project asks for."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.demo import service
from participate.matching.assembling.reading import units_of
from participate.matching.holding import LONGEST
from participate.matching.models import ByHand, ProjectSet
from participate.matching.queries import asks, sets
from participate.matching.queries.hands import hands_of
from participate.matching.service import answering_asks
from participate.matching.words import AskStatus, Placed, SetStatus
from participate.outbox import service as outbox
from participate.projects.words import NeedStatus, Stage
from tests.demo.paper import Rows, neighbourhood

# A summer noon, a winter night, and the hours around which London's clocks change.
MOMENTS = [
    datetime(2026, 7, 2, 11, tzinfo=UTC), datetime(2026, 11, 23, 2, tzinfo=UTC), datetime(2026, 3, 28, 23, tzinfo=UTC),
    datetime(2026, 10, 24, 22, 30, tzinfo=UTC),
]  # fmt: skip


@pytest.fixture(scope="module", params=MOMENTS, ids=str)
def moment(request: pytest.FixtureRequest) -> datetime:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def rows(moment: datetime) -> Rows:
    return neighbourhood(moment)


def by_id(rows: Rows, table: str) -> dict[int, dict[str, Any]]:
    return {row["id"]: row for row in rows[table]}


def test_something_is_thought_of_and_something_else_is_left_out(rows: Rows, moment: datetime) -> None:
    [thought], [out] = rows["by_hand"], rows["placing"]
    projects = by_id(rows, "project")
    things = [projects[int(each["subject"].removeprefix("project:"))] for each in (thought, out)]
    assert [each["stage"] for each in things] == [Stage.RUNNING, Stage.RUNNING]
    assert things[0] is not things[1]
    assert out["placed"] is Placed.OUT
    assert 0 < len(out["why"]) <= 280
    today = clock.local(moment).date()
    for each in (thought, out):
        assert each["made_at"] < moment
        assert today < each["last_day"] <= today + LONGEST
        staff = {row["person_id"] for row in rows["role_held"] if row["subject"] == f"hub:{each['hub_id']}"}
        assert each["made_by"] in staff
    team = {row["person_id"] for row in rows["team_member"] if row["project_id"] == things[0]["id"]}
    assert thought["person_id"] not in team


def test_one_said_yes_one_no_and_the_next_is_asked(rows: Rows, moment: datetime) -> None:
    [made] = rows["project_set"]
    assert made["status"] is SetStatus.ASKING
    assert made["made_at"] < moment < made["starts_at"] < made["ends_at"]
    project = by_id(rows, "project")[made["project_id"]]
    assert project["stage"] in (Stage.GATHERING, Stage.TRYING_OUT)
    yes, no, next_one = rows["ask"]
    assert [yes["status"], no["status"], next_one["status"]] == [AskStatus.YES, AskStatus.NO, AskStatus.ASKED]
    assert next_one["asked_at"] > no["answered_at"] > no["asked_at"]
    assert next_one["asked_at"] < moment < next_one["good_until"] < made["starts_at"]
    assert next_one["answered_at"] is None
    lines = {row["ask_id"]: row for row in rows["ask_line"]}
    assert lines[no["id"]]["need_id"] == lines[next_one["id"]]["need_id"] != lines[yes["id"]]["need_id"]
    for line in lines.values():
        need = by_id(rows, "need")[line["need_id"]]
        assert (need["project_id"], need["status"], need["words"]) == (project["id"], NeedStatus.OPEN, line["what"])
        assert units_of(line["what"]) == line["units"] == 1


def test_who_is_asked_is_nobody_of_the_team_and_each_once(rows: Rows) -> None:
    [made] = rows["project_set"]
    asked = [row["person_id"] for row in rows["ask"]]
    team = {row["person_id"] for row in rows["team_member"] if row["project_id"] == made["project_id"]}
    assert len(set(asked)) == 3
    assert not team & set(asked)
    assert made["made_by"] in team


@pytest.mark.parametrize("residents", [40, 60, 200])
def test_small_neighbourhoods_are_made_too(residents: int) -> None:
    rows = neighbourhood(MOMENTS[0], residents)
    assert len(rows["by_hand"]) == len(rows["placing"]) == 1
    assert len(rows["project_set"]) <= 1


def test_the_pages_take_it_as_their_own(app: Flask) -> None:
    """What the demo wrote is read as what people press, and whoever looks after sets finds nothing to mend."""
    service.seed()
    thought = db.session.scalars(db.select(ByHand)).one()
    assert thought.subject in hands_of(None, thought.person_id).by_hand
    made = db.session.scalars(db.select(ProjectSet)).one()
    asked = asks.find_set_asking(made.project_id)
    assert asked is not None
    first, second = sets.lines_of(asked)
    assert (len(first.sure), first.asked, first.open) == (1, 0, 0)
    assert (list(second.sure), second.asked, second.open) == ([], 1, 0)
    assert sets.list_lacking(asked) == []
    db.session.rollback()
    with clock.stop_at(clock.now() + timedelta(hours=1)):
        outbox.run_due()
        answering_asks.look_after(made.id)
    db.session.expire_all()
    assert db.session.scalars(db.select(ProjectSet.status)).one() is SetStatus.ASKING
