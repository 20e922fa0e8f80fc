"""Pages of the desk."""

from flask import Blueprint

from participate.desk.views import (
    apart,
    away,
    by_hand,
    desk,
    diary,
    people,
    people_acts,
    people_print,
    pressing,
    search,
    thinking_of,
)

blueprint = Blueprint("desk", __name__)
for part in (desk, pressing, diary, away, search, people, people_acts, people_print, apart, by_hand, thinking_of):
    part.register(blueprint)
