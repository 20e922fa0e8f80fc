"""What was suggested in the last weeks and how far it came, counted as the house counts it; and who finds nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from participate.demo.making.ground import Ground, Neighbour
from participate.demo.making.projects import Made
from participate.demo.making.sessions import Met
from participate.matching.quality.chance import SHARE
from participate.matching.quality.steps import QUARTER, WEEK, Channel, Nothing, Part, Step, monday_of, stretch_of

MOST = 240  # neighbours who look, so that a large neighbourhood is made as quickly
A_WEEK = 0.4  # of them, in any one week
THINGS = 5
CHANNELS = (Channel.FOR_YOU, Channel.FOR_YOU, Channel.MAIL, Channel.BOX)
FURTHER = (0.62, 0.22, 0.5, 0.25)  # from each step to the next; the first places do better
ALONE = (Nothing.NOTHING_CLOSE, Nothing.RARE_WORDS, Nothing.SAID_NOTHING, Nothing.SWITCHED_OFF, Nothing.ANSWERED_ALL)
Key = tuple[date, int, Part, str]


class One(NamedTuple):
    """A suggestion: at which place, of which kind, by chance or not, where first, and how far it came."""

    place: int
    kind: str
    by_chance: bool
    channel: Channel
    step: int


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
        for neighbour, one in _suggest(ground, dice, looking, things, week):
            for key in _keys(ground, neighbour, one, week, this) if number else ():
                people[key].add(neighbour.id)
                for reached in range(one.step + 1):
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
) -> Iterator[tuple[Neighbour, One]]:
    """The rows of one week, and whose they are."""
    for turn, neighbour in enumerate(looking):
        if dice.random() >= A_WEEK or neighbour.joined_at.date() > week:
            continue
        chosen = dice.random() < 1 / SHARE
        for place, subject in enumerate(dice.sample(things, min(THINGS, len(things))), 1):
            channel = CHANNELS[(turn + place) % len(CHANNELS)]
            by_chance = chosen and channel is not Channel.BOX
            one = One(place, subject.partition(":")[0], by_chance, channel, _step(dice, place, channel))
            ground.book.add(
                "suggested", person_id=neighbour.id, week=week, subject=subject, place=place, channel=channel,
                by_chance=by_chance, step=one.step,
            )  # fmt: skip
            yield neighbour, one


def _step(dice: Random, place: int, channel: Channel) -> int:
    ease = 1.0 if stretch_of(place) == "first" else 0.6
    step = int(Step.SEEN if channel is Channel.BOX else Step.SUGGESTED)  # what the box noted stood on a page
    while step < len(FURTHER) and dice.random() < FURTHER[step] * ease:
        step += 1
    return step


def _keys(ground: Ground, neighbour: Neighbour, one: One, week: date, this: date) -> Iterator[Key]:
    values = {
        Part.ALL: "", Part.WARD: str(ground.wards[neighbour.ward].id), Part.LANGUAGE: neighbour.language,
        Part.KIND: one.kind, Part.ORDER: f"{'chance' if one.by_chance else 'scored'} {stretch_of(one.place)}",
        Part.CHANNEL: one.channel.value,
    }  # fmt: skip
    for part, value in values.items():
        yield week, 1, part, value
        yield this - QUARTER * WEEK, QUARTER, part, value


def _count(ground: Ground, key: Key, people: int, counted: Sequence[int]) -> None:
    week, weeks, part, value = key
    steps = {step.name.lower(): counted[step] for step in Step}
    ground.book.add("suggested_week", week=week, weeks=weeks, part=part, value=value, people=people, **steps)
