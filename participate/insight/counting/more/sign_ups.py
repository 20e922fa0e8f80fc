"""Counting sign-ups: who waited, who held a place, who did not come."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Select, exists, literal, or_, select

from participate.insight.counting.given import Ground
from participate.insight.counting.held import HELD_A_PLACE
from participate.insight.counting.more.areas import cells, counted, holding, largest, people
from participate.insight.counting.more.persons import whole
from participate.insight.counting.more.when import held_in
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.sessions.models import Attendance, SignUp

_HELD_ONE = SignUp.status.in_(HELD_A_PLACE)
# One query for each way, so that the database can use an index for both.
CAME = or_(
    exists(select(1).where(Attendance.sign_up_id == SignUp.id)),
    exists(select(1).where(Attendance.session_id == SignUp.session_id, Attendance.person_id == SignUp.person_id)),
)


def waited(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Sign-ups that were ever on a waiting list, also those that got a place, gave up or ran out."""
    return _of(ground, period, SignUp.queued_at.is_not(None))


def held_places(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Sign-ups that held a place when the session began."""
    return _of(ground, period, _HELD_ONE)


def no_shows(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Sign-ups that held a place, and neither she nor anybody with her was there."""
    return _of(ground, period, _HELD_ONE, ~CAME)


def _of(ground: Ground, period: Period, *which: ColumnElement[bool]) -> Mapping[Key, Counted]:
    held = held_in(period)
    rows = whole(SignUp.person_id, select(held.c.ward).join(SignUp, SignUp.session_id == held.c.id).where(*which))
    value, behind = counted(ground, rows), people(ground, period, rows)
    found = rows.subquery()
    most = largest(ground, period, select(found.c.ward, found.c.person.label("owner"), literal(1).label("units")))
    return cells(ground, period, value, behind=behind, most=most, possible=_where(ground, select(held.c.ward)))


def _where(ground: Ground, wards: Select) -> set[str]:
    """The areas in which sessions were held. Sessions are no secret."""
    found = ground.connection.scalars(wards.distinct())
    return {area for ward_id in found for area in holding(ground, ward_id)}
