"""Counting what people tapped after a session. A pulse knows its week and not whose it is."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, func, or_, select

from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.more.areas import of_borough
from participate.insight.counting.more.persons import whole
from participate.insight.counting.more.when import held_in, on
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.sessions.models import Attendance
from participate.sessions.words import AgeBand
from participate.surveys.models import Pulse

HIGH = 7  # of worthwhile, up to 10: "high" or "very high" to the Office for National Statistics
STRONGLY, DONT_KNOW = 2, 5  # of belonging: 1 very, 2 fairly strongly

ANSWERS: Mapping[str, ColumnElement[bool]] = {
    "pulse_answered": or_(Pulse.worthwhile.is_not(None), Pulse.belonging.is_not(None), Pulse.met.is_not(None)),
    "pulse_worthwhile": Pulse.worthwhile.is_not(None),
    "pulse_worthwhile_high": Pulse.worthwhile >= HIGH,
    "pulse_belonging": Pulse.belonging < DONT_KNOW,
    "pulse_belonging_strong": Pulse.belonging <= STRONGLY,
    "pulse_met": Pulse.met.is_not(None),
    "pulse_met_new": Pulse.met >= 1,
}


def pulse_asked(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Attendances of known adults: each is asked once."""
    held = held_in(period)
    came = (
        select(held.c.id).join(Attendance, Attendance.session_id == held.c.id).where(Attendance.band == AgeBand.ADULT)
    )
    found = whole(Attendance.person_id, came).subquery()
    # Whoever has no name is no person there, and `count` leaves her out.
    query = select(func.count(found.c.person), func.count(found.c.person.distinct()))
    times, persons = ground.connection.execute(query).one()
    return of_borough(times, persons)


def _answers(which: ColumnElement[bool]) -> Counter:
    """How many pulses of the weeks that begin in the period say so."""

    def count(ground: Ground, period: Period) -> Mapping[Key, Counted]:
        query = select(func.count()).select_from(Pulse).where(and_(on(period, Pulse.week), which))
        return of_borough(ground.connection.scalar(query) or 0)

    return count


PULSES: Mapping[str, Counter] = {
    "pulse_asked": pulse_asked, **{key: _answers(which) for key, which in ANSWERS.items()},
}  # fmt: skip
