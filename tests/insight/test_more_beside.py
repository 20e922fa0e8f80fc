"""What stands beside our figures: the Census, and goals that come with the house."""

import csv

from sqlalchemy import func, select

from participate.audit.models import AuditRow
from participate.core.db import db
from participate.insight.census import BESIDE, TOTALS, share
from participate.insight.frameworks import PURPOSE, plant_frameworks
from participate.insight.models import Framework, Goal
from tests import shared


def test_the_typed_totals_are_those_of_the_file():
    with (shared.folder() / "data/stats/bd_ward25_estimates.csv").open() as file:
        wards = list(csv.DictReader(file))
    assert {name: sum(int(ward[name]) for ward in wards) for name in TOTALS} == TOTALS


def test_shares_add_up_to_all():
    for kind in ("age", "ethnic"):
        assert 99 <= sum(share(split) or 0 for split in BESIDE[kind].of) <= 101
    assert share("disability:yes") == 13
    assert share("age:rather_not") is None
    assert share("theme:cook") is None


def test_imported_figures_come_first():
    sums = {"disabled": 50.0, "pop_2021": 200.0}
    assert share("disability:yes", sums) == 25
    assert share("age:16-24", sums) == share("age:16-24")  # not imported


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
