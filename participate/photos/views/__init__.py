"""Pages of the photos: the pictures themselves, sending one in, taking one down, the hub's look."""

from flask import Blueprint

from participate.photos.views import adding, down, files, mine, photo, waiting

blueprint = Blueprint("photos", __name__)
for part in (files, adding, photo, mine, down, waiting):
    part.register(blueprint)
