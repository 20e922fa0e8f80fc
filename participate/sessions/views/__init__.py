"""Pages of the sessions."""

from flask import Blueprint

from participate.sessions.views import come, planning, programme, session

blueprint = Blueprint("sessions", __name__)
for part in (programme, session, planning, come):
    part.register(blueprint)
