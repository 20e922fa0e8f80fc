"""Pages of the introductions."""

from flask import Blueprint

from participate.introductions.views import answering, asking, hosting, introduction, mine, partners

blueprint = Blueprint("introductions", __name__)
for part in (mine, asking, introduction, answering, hosting, partners):
    part.register(blueprint)
