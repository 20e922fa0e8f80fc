"""What was suggested in each week of the past and how far it came: counts alone, as the house keeps them."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from participate.demo.making.ground import Ground
from participate.matching.quality.steps import KEPT_WEEKS, WEEK, Part, monday_of

A_HEAD = 2.6  # suggestions in a week, for each of those who look
LOOKING = 0.12  # of the residents who have joined
SPREAD = 0.15
FURTHER = (0.62, 0.2, 0.5, 0.2)  # from each step to the next


def make_suggestions(ground: Ground, weeks: Sequence[date]) -> None:
    """A row for the whole and one for each ward and each kind of thing, for the weeks of which no list is kept."""
    dice, oldest = ground.dice("old suggestions"), monday_of(ground.today) - KEPT_WEEKS * WEEK
    joined = sorted((one.joined_at.date(), one.ward) for one in ground.neighbours)
    here = [0] * len(ground.wards)
    place = 0
    for monday in (each for each in weeks if each < oldest):
        while place < len(joined) and joined[place][0] < monday:
            here[joined[place][1]] += 1
            place += 1
        _count(ground, dice, monday, here)


def _count(ground: Ground, dice: Random, monday: date, here: Sequence[int]) -> None:
    by_ward = {ward.id: _people(dice, people) for ward, people in zip(ground.wards, here, strict=True)}
    rows = {number: list(_steps(dice, people)) for number, people in by_ward.items() if people}
    whole = [sum(column) for column in zip(*rows.values(), strict=True)]
    if not whole:
        return
    _add(ground, monday, Part.ALL, "", sum(by_ward.values()), whole)
    for number, steps in rows.items():
        _add(ground, monday, Part.WARD, str(number), by_ward[number], steps)
    projects = [round(each * 0.6) for each in whole]
    for kind, steps in (("project", projects), ("session", [a - b for a, b in zip(whole, projects, strict=True)])):
        if steps[0]:
            _add(ground, monday, Part.KIND, kind, min(sum(by_ward.values()), steps[0]), steps)


def _people(dice: Random, people: int) -> int:
    return int(people * LOOKING * dice.uniform(1 - SPREAD, 1 + SPREAD) + dice.random())


def _steps(dice: Random, people: int) -> Iterator[int]:
    number = max(people, round(people * A_HEAD))
    yield number
    for share in FURTHER:
        number = min(number, int(number * share * dice.uniform(1 - SPREAD, 1 + SPREAD) + dice.random()))
        yield number


def _add(ground: Ground, monday: date, part: Part, value: str, people: int, steps: Sequence[int]) -> None:
    suggested, seen, accepted, met, made = _in_order(steps)
    ground.book.add(
        "suggested_week", week=monday, weeks=1, part=part, value=value, people=people, suggested=suggested, seen=seen,
        accepted=accepted, met=met, made=made,
    )  # fmt: skip


def _in_order(steps: Sequence[int]) -> list[int]:
    """Each holds those after it, however the halves were rounded."""
    return [max(steps[place:]) for place in range(len(steps))]
