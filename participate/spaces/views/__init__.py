"""Pages of the spaces."""

from flask import Blueprint

from participate.spaces.views import answering, booking, bookings, hours, index, keeping, listing, page, photos, week

blueprint = Blueprint("spaces", __name__)
for part in (index, page, listing, booking, bookings, answering, photos, hours, week, keeping):
    part.register(blueprint)
