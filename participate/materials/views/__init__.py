"""Pages of the materials."""

from flask import Blueprint

from participate.materials.views import giving, listing, photos, stock, wishes

blueprint = Blueprint("materials", __name__)
for part in (listing, giving, photos, stock, wishes):
    part.register(blueprint)
