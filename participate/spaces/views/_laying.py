"""Dates of a booking laid out before anything is written: what each would be, and what stands in its way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from flask import request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.i18n import hour_line
from participate.organisations import queries as organisations
from participate.organisations.rules import Spot
from participate.places import here
from participate.places.rules.hubs import hour_of
from participate.spaces import queries
from participate.spaces.forms import BookForm, Choice
from participate.spaces.permissions import may_book_as_keeper
from participate.spaces.rules import Slot, SpaceTaken, slot_of
from participate.spaces.rules.wishes import HourMissing, NoSuchSpace, SameTimeTwice, other_days, other_hours, wished_day
from participate.spaces.words import Instead

MOST_HELPED = 4  # so many dates that cannot be are shown spaces that can
MOST_HOURS, MOST_DAYS, MOST_SPACES = 6, 4, 5


@dataclass
class Line:
    """One date: as it was `asked` (None where the clocks skip that hour), and as it would be: `slot` in `space`."""

    number: int
    day: date
    asked: Slot | None
    space: queries.Space
    slot: Slot | None
    choice: Choice | None = None
    broken: RuleBroken | None = None
    free: list[str] = field(default_factory=list)
    spaces: list[queries.SpaceCard] = field(default_factory=list)

    @property
    def out(self) -> bool:
        return self.choice is not None and self.choice.instead is Instead.SKIP

    @property
    def moved(self) -> bool:
        return self.slot is not None and self.slot != self.asked

    @property
    def elsewhere(self) -> bool:
        return self.choice is not None and self.choice.instead is Instead.SPACE

    @property
    def problem(self) -> str:
        """What stands in the way, as a sentence; "" when nothing does."""
        return _(self.broken.message, **self.broken.facts) if self.broken is not None else ""


@dataclass(frozen=True)
class Other:
    """What is free instead of one slot: other hours that day, that hour on other days, other spaces then."""

    asked: Slot
    hours: list[Slot]
    days: list[Slot]
    spaces: list[queries.SpaceCard]


def keeps(space: queries.Space) -> bool:
    """Whether the reader books this space as its keeper: nobody else is asked."""
    speaks_for = organisations.ids_spoken_for(current_user.id) if space.organisation_id is not None else frozenset()
    return may_book_as_keeper(current_user, space, speaks_for)


def lay_out(space: queries.Space, form: BookForm, choices: dict[int, Choice]) -> list[Line]:
    """Every date of a valid form with what is chosen about it; what cannot be says so."""
    lines = [_line(space, form, number, day, choices.get(number)) for number, day in enumerate(form.days)]
    wanted = [each for each in lines if not each.out and each.broken is None]
    for space_id in dict.fromkeys(each.space.id for each in wanted):
        there = [each for each in wanted if each.space.id == space_id]
        _check(there, form.heads.data or 1, as_keeper=space_id == space.id and keeps(space))
    return lines


def _line(space: queries.Space, form: BookForm, number: int, day: date, choice: Choice | None) -> Line:
    line = Line(number, day, None, space, None, choice)
    try:
        line.asked = line.slot = slot_of(day, form.at, form.minutes)
    except RuleBroken as broken:
        line.broken = broken
    if choice is None:
        return line
    line.broken = None
    if line.out:
        return line
    try:
        if choice.instead is Instead.MOVE:
            line.slot = _typed_slot(choice, form.minutes)
        else:
            line.space = chosen_space(choice.space_id)
    except RuleBroken as broken:
        line.broken = broken
    return line


def sent() -> MultiDict[str, str]:
    """What was sent; where another time was pressed (`at`), with that day and hour."""
    found = MultiDict(request.form)
    try:
        at = clock.local(datetime.fromisoformat(found.get("at", "")))
    except (ValueError, OverflowError):
        return found
    found["day"], found["hour"] = at.date().isoformat(), f"{at:%H:%M}"
    return found


def _typed_slot(choice: Choice, minutes: int) -> Slot:
    """Raises NotADay, NotAnHour, HourMissing or NoSuchHour."""
    hour = hour_of(choice.hour)
    if hour is None:
        raise HourMissing
    return slot_of(wished_day(choice.day), hour, minutes)


def chosen_space(space_id: int) -> queries.Space:
    """Raises NoSuchSpace."""
    found = queries.find_space(space_id) if space_id else None
    if found is None:
        raise NoSuchSpace
    return found


def _check(lines: list[Line], heads: int, *, as_keeper: bool) -> None:
    """Look at the dates in one space; those that were moved come last, so that they give way."""
    ordered = sorted((each for each in lines if each.slot), key=lambda each: each.moved)
    slots = [each.slot for each in ordered if each.slot]
    answers = queries.check_slots(lines[0].space, slots, heads, as_keeper=as_keeper)
    for line, broken in zip(ordered, answers, strict=True):
        line.broken = broken
        if isinstance(broken, SpaceTaken) and line.slot and _meets_own(line.slot, line, ordered):
            line.broken = SameTimeTwice()


def _meets_own(slot: Slot, line: Line, others: list[Line]) -> bool:
    held = slot.held(line.space.before, line.space.after)
    return any(
        other.slot is not None
        and other is not line
        and other.broken is None
        and held.clashes(other.slot.held(line.space.before, line.space.after))
        for other in others
    )


def add_help(lines: Iterable[Line], space: queries.Space, heads: int) -> None:
    """Beside each date that cannot be: hours of that day; beside the first few also spaces that are free then."""
    lost = [(each, each.asked) for each in lines if each.broken is not None and each.asked is not None]
    hours = {each.number: other_hours(asked) for each, asked in lost}
    wanted = [slot for each in hours.values() for slot in each]
    free = set(queries.list_free(space, wanted, heads, as_keeper=keeps(space)))
    for line, _asked in lost:
        near = [each for each in hours[line.number] if each in free][:MOST_HOURS]
        line.free = [hour_line(each.starts_at) for each in sorted(near, key=_start)]
    for line, asked in lost[:MOST_HELPED]:
        line.spaces = _fitting(asked, space, heads)


def other_than(slot: Slot, space: queries.Space, heads: int, *, but: tuple[int, ...] = ()) -> Other:
    """What is free instead of `slot`. `but`: ids of bookings that do not count."""
    hours, days = other_hours(slot), other_days(slot)
    free = set(queries.list_free(space, [*hours, *days], heads, as_keeper=keeps(space), but=but))
    near = [each for each in hours if each in free][:MOST_HOURS]
    later = [each for each in days if each in free][:MOST_DAYS]
    return Other(slot, sorted(near, key=_start), later, _fitting(slot, space, heads))


def _fitting(slot: Slot, space: queries.Space, heads: int) -> list[queries.SpaceCard]:
    """Other spaces that could be had just then, the nearest first."""
    place = here.find()
    found = queries.list_fitting(queries.Fitting(slot, heads), Spot(place.ward_id, place.square), 1)
    return [each for each in found.items if each.id != space.id][:MOST_SPACES]


def _start(slot: Slot) -> datetime:
    return slot.starts_at
