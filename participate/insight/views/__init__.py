"""Pages of the figures."""

from flask import Blueprint

from participate.insight.views import budgets, commitments, files, goals, open_data, outside, stories

blueprint = Blueprint("insight", __name__)
for part in (commitments, budgets, goals, stories, outside, files, open_data):
    part.register(blueprint)
