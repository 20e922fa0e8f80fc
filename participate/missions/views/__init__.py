"""Pages of the missions."""

from flask import Blueprint

from participate.missions.views import joining, keeping, missions, outcomes, pledging

blueprint = Blueprint("missions", __name__)
for part in (missions, keeping, joining, outcomes, pledging):
    part.register(blueprint)
