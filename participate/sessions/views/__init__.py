"""Pages of the sessions."""

from flask import Blueprint

from participate.sessions.views import (
    after,
    check_in,
    come,
    coming,
    hosting,
    planning,
    programme,
    session,
    sheet,
    sign_up,
    tasks,
)

blueprint = Blueprint("sessions", __name__)
for part in (
    programme, session, planning, come, sign_up, coming, after, check_in, hosting, sheet, tasks,
):  # fmt: skip
    part.register(blueprint)
