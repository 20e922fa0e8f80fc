"""Pages of the materials."""

from flask import Blueprint

from participate.materials.views import giving, listing

blueprint = Blueprint("materials", __name__)
for part in (listing, giving):
    part.register(blueprint)
