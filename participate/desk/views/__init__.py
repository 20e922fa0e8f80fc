"""Pages of the desk."""

from flask import Blueprint

from participate.desk.views import apart, away, desk, diary, people, people_acts, people_print, pressing, search

blueprint = Blueprint("desk", __name__)
for part in (desk, pressing, diary, away, search, people, people_acts, people_print, apart):
    part.register(blueprint)
