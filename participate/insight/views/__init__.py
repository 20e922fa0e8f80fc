"""Pages of the figures."""

from flask import Blueprint

from participate.insight.views import files, open_data

blueprint = Blueprint("insight", __name__)
for module in (files, open_data):
    module.register(blueprint)
