"""Every lead measure, and the rows beside them, a second way: table by table, row by row, in plain Python.

Nothing of `insight.counting` is used, and the database adds nothing up.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from participate.core.db import db
from participate.insight.periods import Period
from participate.insight.words import Grain

LONDON = ZoneInfo("Europe/London")
TEN = timedelta(days=10)
Found = dict[tuple[str, str], tuple[int, int, int]]  # area, split → value, people, largest


def rows(name: str) -> list[Any]:
    """All of a table."""
    return list(db.session.execute(select(db.metadata.tables[name])))


@dataclass(frozen=True)
class Held:
    """A session that counts."""

    row: Any
    project: Any
    moment: datetime
    ward: Any
    minutes: int
    adults: list[Any]
    children: list[Any]


@dataclass(frozen=True)
class Head:
    """An adult who came."""

    person: int | None
    at: Held
    way: str


class Recount:
    """Everything, read once."""

    def __init__(self) -> None:
        self.wards = {row.id: row for row in rows("ward")}
        self.people = {row.id: row for row in rows("person")}
        self.projects = {row.id: row for row in rows("project")}
        self.ideas = {row.id: row for row in rows("idea")}
        came = defaultdict(list)
        for row in rows("attendance"):
            came[row.session_id].append(row)
        self.held = [held for row in rows("session") if (held := self._held(row, came[row.id]))]
        self.heads = [Head(self._root(row.person_id), held, row.came_by) for held in self.held for row in held.adults]

    def _held(self, row: Any, came: list[Any]) -> Held | None:
        if row.counted_at is None or row.status == "cancelled" or row.hidden_at is not None:
            return None
        planned = int((row.ends_at - row.starts_at).total_seconds()) // 60
        return Held(
            row, self.projects[row.project_id], max(row.starts_at, row.counted_at - TEN), self.wards.get(row.ward_id),
            planned if row.actual_minutes is None else row.actual_minutes,
            [each for each in came if each.band == "adult"], [each for each in came if each.band != "adult"],
        )  # fmt: skip

    def _root(self, person_id: int | None) -> int | None:
        while person_id is not None and self.people[person_id].merged_into_id is not None:
            person_id = self.people[person_id].merged_into_id
        return person_id

    def home(self, person_id: int) -> Any:
        return self.wards.get(self.people[person_id].ward_id)

    def areas(self, ward: Any, period: Period) -> list[str]:
        """Where something in a ward counts."""
        if period.grain is Grain.MONTH:
            return ["borough"]
        if ward is None:
            return ["borough", "unknown"]
        locality = ["locality:" + ward.locality.lower().replace(" ", "-")] if ward.locality else []
        return ["borough", f"ward:{ward.code}", *locality]

    def heads_in(self, period: Period) -> list[Head]:
        return [head for head in self.heads if within(head.at.moment, period)]

    def held_in(self, period: Period) -> list[Held]:
        return [held for held in self.held if within(held.moment, period)]


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)


def within(moment: datetime, period: Period) -> bool:
    return midnight(period.first) <= moment < midnight(period.after)


def different(recount: Recount, period: Period, found: Iterable[tuple[int, str]]) -> Found:
    """People, each once in each cell."""
    cells = defaultdict(set)
    for person, split in found:
        for area in recount.areas(recount.home(person), period):
            if split == "" or area == "borough":
                cells[area, split].add(person)
    return {key: (len(people), len(people), 0) for key, people in cells.items()}


def people(recount: Recount, period: Period) -> Found:
    known = [head for head in recount.heads_in(period) if head.person]
    found = [(head.person, split) for head in known for split in ("", f"theme:{head.at.project.theme}")]
    return different(recount, period, found)


def times_of(heads: Iterable[Head]) -> dict[int, list[datetime]]:
    times = defaultdict(list)
    for head in heads:
        if head.person:
            times[head.person].append(head.at.moment.replace(microsecond=0))
    return {person: sorted(moments) for person, moments in times.items()}


def how_often(recount: Recount, period: Period) -> Found:
    found = []
    for person, times in times_of(recount.heads_in(period)).items():
        length = "once" if len(times) == 1 else "two_three" if len(times) < 4 else "four_more"
        found += [(person, ""), (person, f"length:{length}")]
    cells = different(recount, period, found)
    return {key: numbers for key, numbers in cells.items() if key[0] == "borough"}


def regulars(recount: Recount, period: Period) -> Found:
    since, until = midnight(period.after - timedelta(days=90)), midnight(period.after)
    times = times_of(head for head in recount.heads if since <= head.at.moment < until)
    return different(recount, period, [(person, "") for person, each in times.items() if len(each) >= 4])


def new_people(recount: Recount, period: Period) -> Found:
    times = times_of(recount.heads)
    return different(recount, period, [(person, "") for person, each in times.items() if within(each[0], period)])


def first_timers(recount: Recount, period: Period, again: bool = False) -> Found:
    sixty = timedelta(days=60)
    since, until, end = midnight(period.first - sixty), midnight(period.after - sixty), midnight(period.after)
    found = []
    for person, times in times_of(recount.heads).items():
        soon = [each for each in times if (each - times[0]).total_seconds() <= 60 * 86400 and each < end]
        if since <= times[0] < until and (len(soon) > 1 or not again):
            found.append((person, ""))
    return different(recount, period, found)


def seen_again(recount: Recount, period: Period) -> Found:
    return first_timers(recount, period, again=True)


def likely_doubles(recount: Recount, period: Period) -> Found:
    end, came = midnight(period.after), {head.person for head in recount.heads_in(period)}
    open_pairs = [
        row for row in rows("same_person")
        if row.found_at < end and (row.status == "waiting" or row.decided_at >= end)
        and {row.low_id, row.high_id} <= came
    ]  # fmt: skip
    return {("borough", ""): (len(open_pairs), len(open_pairs), 0)}


def splits_of(head: Head, area: str, period: Period, ways: bool) -> list[str]:
    theme = f"theme:{head.at.project.theme}"
    if area == "borough":
        return ["", theme, *([f"channel:{head.way}"] if ways else [])]
    return ["", theme] if period.grain is Grain.YEAR else [""]


def heads_by_cell(recount: Recount, period: Period, ways: bool) -> dict[tuple[str, str], list[Head]]:
    cells = defaultdict(list)
    for head in recount.heads_in(period):
        for area in recount.areas(head.at.ward, period):
            for split in splits_of(head, area, period, ways):
                cells[area, split].append(head)
    return cells


def behind(heads: list[Head]) -> int:
    return len({head.person for head in heads if head.person}) + sum(head.person is None for head in heads)


def attendances(recount: Recount, period: Period) -> Found:
    found = {}
    for key, heads in heads_by_cell(recount, period, ways=True).items():
        hers = [
            sum(head.person == person for head in heads) for person in {head.person for head in heads if head.person}
        ]
        found[key] = (len(heads), behind(heads), max([*hers, 1]))
    return found


def hours(recount: Recount, period: Period) -> Found:
    found = {}
    for key, heads in heads_by_cell(recount, period, ways=False).items():
        sessions, organisations = set(), defaultdict(int)
        total, one = 0, defaultdict(int)
        for number, head in enumerate(heads):
            one[head.person or f"unnamed {number}"] += head.at.minutes
            sessions.add(head.at.row.id)
        for held in recount.held_in(period):
            if held.row.id in sessions:
                minutes = len(held.adults) * held.minutes
                whole, rest = divmod(minutes, 60)
                up = rest > 30 or (rest == 30 and held.row.id % 2 == 1)
                total += whole + up
                if held.project.organisation_id:
                    organisations[held.project.organisation_id] += whole + up
        largest = max([max(one.values()) // 60, *organisations.values()])
        found[key] = (total, behind(heads), min(largest, total))
    return found


def counted(recount: Recount, period: Period, many: Callable[[Held], int], themes: bool = False) -> Found:
    """So many of each session, where it was."""
    cells: dict[tuple[str, str], int] = defaultdict(int)
    for held in recount.held_in(period):
        for area in recount.areas(held.ward, period):
            cells[area, ""] += many(held)
        if themes:
            cells["borough", f"theme:{held.project.theme}"] += many(held)
    return {key: (value, value, 0) for key, value in cells.items() if value}


def unnamed(recount: Recount, period: Period) -> Found:
    return counted(recount, period, lambda held: sum(row.person_id is None for row in held.adults))


def children(recount: Recount, period: Period) -> Found:
    """Heads; behind them households, and each child whom nobody signed up."""
    signed = {row.id: row.person_id for row in rows("sign_up")}
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    for held in recount.held_in(period):
        for row in held.children:
            who = f"home {recount._root(signed[row.sign_up_id])}" if row.sign_up_id else f"child {row.id}"
            for area in recount.areas(held.ward, period):
                cells[area, ""].append(who)
    return {key: (len(who), len(set(who)), max(map(who.count, who))) for key, who in cells.items()}


def sessions_held(recount: Recount, period: Period) -> Found:
    return counted(recount, period, lambda held: 1, themes=True)


def led_by_residents(recount: Recount, period: Period) -> Found:
    roles = [row for row in rows("role_held") if row.role in ("staff", "officer", "admin")]

    def led(held: Held) -> int:
        host, began = held.row.host_id, held.row.starts_at
        paid = any(role.person_id == host and role.since <= began for role in roles)
        return int(host is not None and not paid)

    return counted(recount, period, led)


def places(held: Held) -> int:
    if held.row.drop_in:
        return 0
    return (held.row.capacity or 0) if held.row.places is None else held.row.places


def openings(recount: Recount, period: Period) -> Found:
    return counted(recount, period, places)


def filled(recount: Recount, period: Period) -> Found:
    holders = defaultdict(list)
    for row in rows("sign_up"):
        if row.status in ("going", "likely"):
            holders[row.session_id].append(row)
    found = counted(recount, period, lambda held: min(places(held), sum(row.heads for row in holders[held.row.id])))
    who: dict[str, dict[Any, int]] = defaultdict(lambda: defaultdict(int))
    for held in recount.held_in(period):
        if places(held):
            for area in recount.areas(held.ward, period):
                for row in holders[held.row.id]:
                    who[area][recount._root(row.person_id)] += row.heads
    return {
        key: (value, len(who[key[0]]), min(value, max(who[key[0]].values()))) for key, (value, *_rest) in found.items()
    }
