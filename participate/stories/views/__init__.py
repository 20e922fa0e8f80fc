"""Pages of the stories: stories, the showcase, green shoots, the hand-over pack."""

from flask import Blueprint

from participate.stories.views import green, linked, pack, photos, showcase, stories, telling

blueprint = Blueprint("stories", __name__)
for part in (stories, telling, linked, showcase, green, pack, photos):
    part.register(blueprint)
