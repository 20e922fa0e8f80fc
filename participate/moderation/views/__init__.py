"""Pages of the moderation."""

from flask import Blueprint

from participate.moderation.views import reports

blueprint = Blueprint("moderation", __name__)
for part in (reports,):
    part.register(blueprint)
