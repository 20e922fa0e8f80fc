"""Pages of the sessions."""

from flask import Blueprint

from participate.sessions.views import (
    after,
    apart,
    calendar,
    calendars,
    check_in,
    come,
    coming,
    hosting,
    incidents,
    kit,
    place,
    planning,
    programme,
    season,
    session,
    sheet,
    sign_up,
    stand_ins,
    tasks,
)

blueprint = Blueprint("sessions", __name__)
for part in (
    programme, session, planning, place, kit, come, sign_up, coming, after, apart, check_in, hosting, sheet, tasks,
    season, calendar, calendars, incidents, stand_ins, apart,
):  # fmt: skip
    part.register(blueprint)
