"""Pages about letters."""

from flask import Blueprint

from participate.notifications.views import calls, laid, mine, receipts, stop

blueprint = Blueprint("notifications", __name__)
for part in (laid, mine, stop, calls, receipts):
    part.register(blueprint)
