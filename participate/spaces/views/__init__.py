"""Pages of the spaces."""

from flask import Blueprint

from participate.spaces.views import answering, booking, bookings, hours, listing, photos, week

blueprint = Blueprint("spaces", __name__)
for part in (listing, booking, bookings, answering, photos, hours, week):
    part.register(blueprint)
