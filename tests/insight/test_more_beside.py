"""What stands beside our figures: the Census, and goals that come with the house."""

import csv

import pytest
from sqlalchemy import func, select

from participate.audit.models import AuditRow
from participate.core.db import db
from participate.insight.census import TOTALS, residents
from participate.insight.frameworks import PURPOSE, plant_frameworks
from participate.insight.models import Framework, Goal
from participate.places.data.wards import BOROUGH_CODE
from tests import shared


def test_the_typed_totals_are_those_of_the_file():
    with (shared.folder() / "data/stats/bd_ward25_estimates.csv").open() as file:
        wards = list(csv.DictReader(file))
    assert {name: sum(int(ward[name]) for ward in wards) for name in TOTALS} == TOTALS


@pytest.mark.parametrize(
    ("borough", "brought_in", "told"),
    [
        (BOROUGH_CODE, {}, TOTALS),
        (BOROUGH_CODE, {"pop_2021": 200_000}, TOTALS),
        (BOROUGH_CODE, {"disabled": 50, "pop_2021": 200}, {"disabled": 50, "pop_2021": 200}),
        ("E09000003", {"pop_2021": 200}, {"pop_2021": 200}),
        ("E09000003", {}, {}),
    ],
)
def test_what_was_brought_in_is_never_mixed_with_the_totals(borough, brought_in, told):
    assert residents(borough, brought_in) == told


def test_goals_are_planted_once(app):
    assert plant_frameworks() == 16
    assert plant_frameworks() == 0
    framework = db.session.scalars(select(Framework)).one()
    goals = db.session.scalars(select(Goal).order_by(Goal.place)).all()
    assert [goal.key for goal in goals] == [f"purpose-{place}" for place in range(1, 16)]
    assert (framework.name, tuple(goal.name for goal in goals)) == (PURPOSE.name, PURPOSE.goals)


def test_a_name_that_was_changed_is_put_right(app):
    plant_frameworks()
    goal = db.session.scalars(select(Goal).where(Goal.key == "purpose-3")).one()
    number, goal.name = goal.id, "Something else"
    before = db.session.scalar(select(func.count()).select_from(AuditRow))
    assert plant_frameworks() == 1
    assert (goal.id, goal.name) == (number, PURPOSE.goals[2])
    assert db.session.scalar(select(func.count()).select_from(AuditRow)) == before + 1
