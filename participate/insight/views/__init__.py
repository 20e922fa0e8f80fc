"""Pages of the figures."""

from flask import Blueprint

from participate.insight.views import budgets, commitments, goals, outside, stories

blueprint = Blueprint("insight", __name__)
for part in (commitments, budgets, goals, stories, outside):
    part.register(blueprint)
