"""Pages of the spaces."""

from flask import Blueprint

from participate.spaces.views import listing

blueprint = Blueprint("spaces", __name__)
for part in (listing,):
    part.register(blueprint)
