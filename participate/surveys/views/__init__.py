"""Pages of the surveys: the pulse after a session, and the three questions about oneself."""

from flask import Blueprint

from participate.surveys.views import about, pulse

blueprint = Blueprint("surveys", __name__)
for part in (pulse, about):
    part.register(blueprint)
