"""Who looks after a space says when it is open."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import delete

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.spaces.models import OpeningHour, Space, SpecialDays
from participate.spaces.rules import Special, Stretch, check_special, week_of


def set_week(actor_id: int, space: Space, stretches: Sequence[Stretch]) -> None:
    """The hours of a space's usual week; none: open at all hours. What is agreed already stays.

    Raises HoursClash or TooManyStretches.
    """
    week = week_of(stretches)
    db.session.execute(delete(OpeningHour).where(OpeningHour.space_id == space.id))
    db.session.add_all(OpeningHour(space_id=space.id, **asdict(each)) for each in week)
    _note(actor_id, space)


def add_special(actor_id: int, space: Space, special: Special) -> SpecialDays:
    """Days on which a space is closed, keeps other hours, or has its term. What is agreed already stays.

    Raises DaysWrongWay, DaysTooFar, HoursMissing or HoursClash.
    """
    check_special(special, clock.today())
    made = SpecialDays(space_id=space.id, **asdict(special))
    db.session.add(made)
    _note(actor_id, space)
    return made


def remove_special(actor_id: int, space: Space, special_id: int) -> None:
    """Those days are as any other again. Nothing happens where the space has no such days."""
    db.session.execute(delete(SpecialDays).where(SpecialDays.id == special_id, SpecialDays.space_id == space.id))
    _note(actor_id, space)


def _note(actor_id: int, space: Space) -> None:
    space.changed_at = clock.now()
    record(actor_id, "hours", "space", space.id)
    db.session.flush()
