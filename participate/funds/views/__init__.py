"""Pages of the funds."""

from flask import Blueprint

from participate.funds.views import asks, funds, points

blueprint = Blueprint("funds", __name__)
for part in (funds, asks, points):
    part.register(blueprint)
