"""Pages of the places."""

from flask import Blueprint

from participate.places import here
from participate.places.lines import door_line, hundreds
from participate.places.views import hubs, near, streets, wards

blueprint = Blueprint("places", __name__)
for part in (near, wards, hubs, streets):
    part.register(blueprint)


blueprint.add_app_template_global(here.how_far)
blueprint.add_app_template_global(door_line)
blueprint.add_app_template_global(hundreds)
