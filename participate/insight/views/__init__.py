"""Pages of the figures."""

from flask import Blueprint

from participate.insight.views import (
    budgets,
    commitments,
    compare,
    files,
    goals,
    how,
    measure,
    open_data,
    outside,
    overview,
    questions,
    report,
    stories,
    ward_map,
)

blueprint = Blueprint("insight", __name__)
for part in (
    overview, ward_map, measure, questions, how, compare, report, files, open_data, commitments, budgets, goals,
    stories, outside,
):  # fmt: skip
    part.register(blueprint)
