"""The days of a series, laid out before anything is planned: on which of them the room cannot be had, and what
becomes of those."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.http import show
from participate.core.i18n import hour_line
from participate.organisations.rules import Spot
from participate.sessions import queries, rules
from participate.sessions.forms import NewForm
from participate.sessions.service import Instead, When
from participate.sessions.views._rooms import DAY, carried, near, refuse, room_before, usual_heads
from participate.sessions.words import Rhythm
from participate.spaces import queries as spaces
from participate.spaces.rules import Slot
from participate.spaces.rules.wishes import other_hours

MOST_DAYS = 12  # so many days are chosen about one by one
MOST_HOURS, MOST_ROOMS, MOST_WHOLE = 3, 3, 3
OUT, AT, SPACE = "out", "at", "space"


@dataclass
class Day:
    """One day of a series: its usual time, and what was chosen: "out", "at:15:30", "space:7" or "" for nothing."""

    day: date
    usual: Slot
    chosen: str = ""
    broken: RuleBroken | None = None
    options: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{DAY}{self.day.isoformat()}"

    @property
    def slot(self) -> Slot:
        """When it would be."""
        kind, _colon, hour = self.chosen.partition(":")
        if kind != AT:
            return self.usual
        starts_at = rules.moment_of(self.day, time.fromisoformat(hour))
        return Slot(starts_at, starts_at + (self.usual.ends_at - self.usual.starts_at))

    @property
    def space_id(self) -> int | None:
        """The other space that was chosen for it."""
        kind, _colon, number = self.chosen.partition(":")
        return int(number) if kind == SPACE else None

    @property
    def problem(self) -> str:
        """What stands in the way, as a sentence; "" when nothing does."""
        return _(self.broken.message, **self.broken.facts) if self.broken is not None else ""


def lay_out(form: NewForm, typed: Mapping[str, str], space: Any, project_id: int) -> list[Day]:
    """Every day of a valid form of a project's series in a space, as chosen; those that cannot be say so.

    Raises the RuleBroken of rules.rule_of, and NoSuchHour.
    """
    start = clock.local(form.starts_at)
    rule = rules.rule_of(Rhythm(form.rhythm.data), start.date(), count=form.times.data, until=form.last_day)
    length, found = form.ends_at - form.starts_at, []
    for day in rules.days_of(rule, start.date()):
        starts_at = rules.moment_of(day, start.time())
        each = Day(day, Slot(starts_at, starts_at + length))
        each.chosen = _clean(typed.get(each.name, ""), each)
        found.append(each)
    _check([each for each in found if each.chosen != OUT and each.space_id is None], space, project_id)
    for space_id in dict.fromkeys(each.space_id for each in found if each.space_id is not None):
        there = [each for each in found if each.space_id == space_id]
        _check(there, spaces.find_space(space_id), project_id)
    return found


def _clean(typed: str, day: Day) -> str:
    """What was chosen, if it makes sense."""
    kind, _colon, more = typed.partition(":")
    if kind == OUT:
        return OUT
    if kind == SPACE and more.isascii() and more.isdecimal() and len(more) < 10:
        return f"{SPACE}:{int(more)}"
    if kind == AT:
        try:
            time.fromisoformat(more)
            return typed if Day(day.day, day.usual, typed).slot else ""
        except (ValueError, RuleBroken):
            return ""
    return ""


def _check(days: Sequence[Day], space: Any, project_id: int) -> None:
    if not days:
        return
    if space is None or (space.at_home and space.keeper_id != current_user.id):
        for each in days:
            each.chosen, each.broken = "", rules.NowhereToMeet()
        return
    own = queries.keeps(current_user.id, space)
    answers = spaces.check_slots(space, [each.slot for each in days], space.capacity, as_keeper=own)
    for each, broken in zip(days, answers, strict=True):
        held = broken is not None and queries.find_held(project_id, space.id, each.slot) is not None
        each.broken = None if held else broken


def offer(days: Sequence[Day], space: Any, heads: int, here: Spot) -> None:
    """What could become of each of these days: left out, at another hour, in another space."""
    own = queries.keeps(current_user.id, space)
    for each in days:
        free = spaces.list_free(space, other_hours(each.usual), space.capacity, as_keeper=own)[:MOST_HOURS]
        fit = queries.list_rooms(spaces.Fitting(each.usual, heads), here, current_user.id, size=MOST_ROOMS).items
        at = [(clock.local(slot.starts_at), hour_line(slot.starts_at)) for slot in free]
        each.options = [
            (OUT, _("Leave this day out")),
            *((f"{AT}:{start:%H:%M}", _("At %(hour)s that day", hour=words)) for start, words in sorted(at)),
            *((f"{SPACE}:{room.card.id}", _("In %(space)s", space=room.card.name)) for room in fit),
        ]
        each.chosen = each.chosen if each.chosen in dict(each.options) else OUT


def rooms_for_all(days: Sequence[Day], but_id: int, heads: int, here: Spot) -> list[queries.FreeRoom]:
    """Spaces that are free on every one of these days, the nearest first: a few."""
    taken = next((each for each in days if each.broken is not None), days[0])
    found = queries.list_rooms(spaces.Fitting(taken.usual, heads), here, current_user.id, size=MOST_WHOLE + 1).items
    slots = [each.usual for each in days]
    return [
        each for each in found
        if each.card.id != but_id and not any(_answers(each.card.id, slots, heads))
    ][:MOST_WHOLE]  # fmt: skip


def _answers(space_id: int, slots: Sequence[Slot], heads: int) -> list[RuleBroken | None]:
    space = spaces.get_space(space_id)
    return spaces.check_slots(space, slots, heads, as_keeper=queries.keeps(current_user.id, space))


def choices_of(days: Sequence[Day]) -> dict[date, Instead]:
    """The days that are otherwise, as the service takes them."""
    found = {}
    for each in days:
        if each.chosen == OUT:
            found[each.day] = Instead(left_out=True)
        elif each.space_id is not None:
            found[each.day] = Instead(space=spaces.find_space(each.space_id))
        elif each.chosen:
            found[each.day] = Instead(when=When(each.slot.starts_at, each.slot.ends_at))
    return found


def days_of(form: NewForm, given: Mapping[str, str], project_id: int) -> list[Day]:
    """The days of a series that is in a space, each as chosen; none for a single session, or at a hub."""
    space = room_before(form.place.data or "") if form.rhythm.data else None
    return lay_out(form, given, space, project_id) if space is not None else []


def show_days(project: queries.Project, form: NewForm, given: MultiDict[str, str], days: list[Day]) -> Response:
    """Which days need a choice, before anything is planned. Where hardly one is left, the place is the question."""
    space, open_ones = room_before(form.place.data or ""), [each for each in days if each.problem]
    heads, here = usual_heads(project), near(project)
    if len(open_ones) > MOST_DAYS or len(open_ones) == len(days):
        first = open_ones[0]
        refused = rules.RoomRefused(0, first.usual.starts_at, first.broken or rules.NowhereToMeet())
        other = refuse(refused, form, heads=heads, here=here)
        facts = {"form": form, "project": project, "other": other, "carried": carried(given, "step"), "asked": {}}
        return show("sessions/new.html", status=422, **facts)
    offer(open_ones, space, heads, here)
    names = {each.name for each in open_ones}
    return show(
        "sessions/new_days.html", project=project, space=space, days=days, open_ones=open_ones,
        whole=rooms_for_all(days, space.id, heads, here), carried=carried(given, "step", *names),
    )  # fmt: skip
