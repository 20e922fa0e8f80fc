"""Pages of the moderation."""

from flask import Blueprint

from participate.moderation.views import cases, deciding, help_first, reports, worried

blueprint = Blueprint("moderation", __name__)
for part in (reports, deciding, help_first, worried, cases):
    part.register(blueprint)
