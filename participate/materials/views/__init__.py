"""Pages of the materials."""

from flask import Blueprint

from participate.materials.views import listing

blueprint = Blueprint("materials", __name__)
for part in (listing,):
    part.register(blueprint)
