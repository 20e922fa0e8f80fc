"""How suggestions do: counts of weeks, and neighbours for whom there is nothing."""

from datetime import timedelta

from participate.core import clock
from participate.core.db import db
from participate.matching.models import SuggestedWeek, Unmatched
from participate.matching.quality.steps import QUARTER, WEEK, Nothing, Part, monday_of
from tests.street import Street, add

STATES = (
    "/suggestions/quality?by=ward", "/suggestions/quality?by=language", "/suggestions/quality?by=order",
    "/suggestions/quality?by=channel",
    "/suggestions/quality?by=kind", "/suggestions/quality?page=9", "/suggestions/nobody?because=rare_words",
    "/suggestions/nobody?page=9", "/suggestions/supply?ward={ward_id}", "/suggestions/stuck?page=9",
)  # fmt: skip
VALUES = {
    Part.ALL: ("",), Part.LANGUAGE: ("", "en", "ro"), Part.KIND: ("session", "person"),
    Part.ORDER: ("scored first", "scored page", "chance first"),
}  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    last, today = monday_of(clock.today()) - WEEK, clock.today()
    values = VALUES | {Part.WARD: (str(street.ward.id), str(street.other_ward.id), "")}
    for week, weeks in ((last, 1), (last - WEEK, 1), (last - (QUARTER - 1) * WEEK, QUARTER)):
        for part, some in values.items():
            for number, value in enumerate(some):
                steps = {"suggested": 400, "seen": 201, "accepted": 50, "met": 20, "made": 3 + number}
                add(SuggestedWeek(week=week, weeks=weeks, part=part, value=value, people=40 - 16 * number, **steps))
    add(Unmatched(person_id=street.chidi.id, because=Nothing.RARE_WORDS, since=last, checked_on=today))
    add(Unmatched(person_id=street.bilal.id, because=Nothing.SAID_NOTHING, since=last, checked_on=today))
    street.need.made_at = clock.now() - timedelta(days=60)
    db.session.merge(street.need)
    db.session.commit()
    return {}
