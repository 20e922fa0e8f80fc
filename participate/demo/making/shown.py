"""What was suggested in the last weeks and how far it came, counted as the house counts it; and who finds nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from participate.demo.making.ground import Ground, Neighbour
from participate.demo.making.projects import Made
from participate.demo.making.sessions import Met
from participate.matching.quality.chance import SHARE
from participate.matching.quality.steps import QUARTER, WEEK, Nothing, Part, Step, monday_of, stretch_of

MOST = 240  # neighbours who look, so that a large neighbourhood is made as quickly
A_WEEK = 0.4  # of them, in any one week
THINGS = 5
FURTHER = (0.62, 0.22, 0.5, 0.25)  # from each step to the next; the first places do better
ALONE = (Nothing.NOTHING_CLOSE, Nothing.RARE_WORDS, Nothing.SAID_NOTHING, Nothing.SWITCHED_OFF, Nothing.ANSWERED_ALL)
Key = tuple[date, int, Part, str]


def make_shown(ground: Ground, begun: list[Made], met: list[Met]) -> None:
    """Thirteen weeks of suggestions to some neighbours, with their counts; and a few for whom there are none."""
    dice = ground.dice("shown")
    offline = {number for number, _hub, _at in ground.entered}
    online = [one for one in ground.neighbours if one.id not in offline]
    looking, this = online[:MOST], monday_of(ground.today)
    things = [f"project:{one.id}" for one in begun[:60]] + [f"session:{one.id}" for one in met[-60:]]
    people: dict[Key, set[int]] = defaultdict(set)
    steps: dict[Key, list[int]] = defaultdict(lambda: [0] * len(Step))
    for number in range(QUARTER + 1) if things else ():
        week = this - number * WEEK
        for neighbour, place, kind, by_chance, step in _suggest(ground, dice, looking, things, week):
            for key in _keys(ground, neighbour, place, kind, by_chance, week, this) if number else ():
                people[key].add(neighbour.id)
                for reached in range(step + 1):
                    steps[key][reached] += 1
    for key, counted in steps.items():
        _count(ground, key, len(people[key]), counted)
    for turn, neighbour in enumerate(online[7::40][:20]):
        since = ground.ago(dice, 40, 1).date()
        ground.book.add(
            "unmatched", person_id=neighbour.id, because=ALONE[turn % len(ALONE)], since=since, checked_on=ground.today
        )


def _suggest(
    ground: Ground, dice: Random, looking: Sequence[Neighbour], things: Sequence[str], week: date
) -> Iterator[tuple[Neighbour, int, str, bool, int]]:
    """The rows of one week: whose, at which place, of which kind, by chance or not, and how far it came."""
    for neighbour in looking:
        if dice.random() >= A_WEEK or neighbour.joined_at.date() > week:
            continue
        by_chance = dice.random() < 1 / SHARE
        for place, subject in enumerate(dice.sample(things, min(THINGS, len(things))), 1):
            step = _step(dice, place)
            ground.book.add(
                "suggested", person_id=neighbour.id, week=week, subject=subject, place=place, by_chance=by_chance,
                step=step,
            )  # fmt: skip
            yield neighbour, place, subject.partition(":")[0], by_chance, step


def _step(dice: Random, place: int) -> int:
    ease = 1.0 if stretch_of(place) == "first" else 0.6
    step = 0
    while step < len(FURTHER) and dice.random() < FURTHER[step] * ease:
        step += 1
    return step


def _keys(
    ground: Ground, neighbour: Neighbour, place: int, kind: str, by_chance: bool, week: date, this: date
) -> Iterator[Key]:
    values = {
        Part.ALL: "", Part.WARD: str(ground.wards[neighbour.ward].id), Part.LANGUAGE: neighbour.language,
        Part.KIND: kind, Part.ORDER: f"{'chance' if by_chance else 'scored'} {stretch_of(place)}",
    }  # fmt: skip
    for part, value in values.items():
        yield week, 1, part, value
        yield this - QUARTER * WEEK, QUARTER, part, value


def _count(ground: Ground, key: Key, people: int, counted: Sequence[int]) -> None:
    week, weeks, part, value = key
    steps = {step.name.lower(): counted[step] for step in Step}
    ground.book.add("suggested_week", week=week, weeks=weeks, part=part, value=value, people=people, **steps)
