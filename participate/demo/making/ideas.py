"""Ideas, and what the hubs answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.beginnings import add_replies, next_step
from participate.demo.making.ground import Ground, HubGround
from participate.places.rules.answer_days import answer_by
from participate.projects.words import IdeaStatus

MOST_WAITING = 2  # ideas of one recipe
OLD_ENOUGH = 130  # days: the project of the idea has run for a while


@dataclass(frozen=True)
class Became:
    """An idea that became a project, with its row; its ward; and when it was made, where the project came after it."""

    id: int
    ward: int
    made: datetime | None


def make_ideas(ground: Ground) -> dict[str, list[Became]]:
    """Ideas, and those of them that became projects, by recipe."""
    dice = ground.dice("ideas")
    written = list(reading.tables("ideas"))
    dice.shuffle(written)
    became: dict[str, list[Became]] = {}
    for number in range(ground.sizes.ideas * (1 + ground.years)):
        one = written[number % len(written)]
        ward = number % len(ground.wards)
        author = ground.someone(dice, ward)
        status = _status(dice, "recipe" in one)
        waiting = became.setdefault(one["recipe"], []) if status is IdeaStatus.PROJECT else []
        if number >= ground.sizes.ideas and (status is IdeaStatus.NEW or len(waiting) >= MOST_WAITING):
            status = IdeaStatus.ANSWERED  # so long ago that nothing waits
        made = _made(ground, dice, status)
        idea = _make_idea(ground, dice, one["words"], author.id, ward, status, made)
        if status is IdeaStatus.PROJECT:
            waiting.append(Became(idea, ward, made if ground.years else None))
    return became


def _made(ground: Ground, dice: Random, status: IdeaStatus) -> datetime:
    """A new one waits for an answer; a few wait longer than two days, so that the desk has something in red."""
    if status is IdeaStatus.NEW:
        return ground.ago(dice, 6)
    return ground.long_ago(dice, 300, OLD_ENOUGH if status is IdeaStatus.PROJECT and ground.years else 20)


def _status(dice: Random, has_recipe: bool) -> IdeaStatus:
    if has_recipe and dice.random() < 0.35:
        return IdeaStatus.PROJECT
    statuses = (IdeaStatus.NEW, IdeaStatus.ANSWERED, IdeaStatus.CLOSED)
    return dice.choices(statuses, (35, 50, 15))[0]


def _make_idea(
    ground: Ground, dice: Random, words: str, author: int, ward: int, status: IdeaStatus, made: datetime
) -> int:
    hub = min(ground.hubs, key=lambda hub: (hub.ward != ward, dice.random()))
    street, green = ground.street(dice, ward), dice.choice(ground.wards[ward].greens)
    answer, answered_at, answered_by = _answer(ground, dice, hub, made, status)
    number = ground.book.add(
        "idea", words=words.format(street=street.name, green=green), status=status, author_id=author,
        ward_id=ground.wards[ward].id, square=street.square, hub_id=hub.id,
        answer_by=answer_by(clock.local(made), hub.hours), answer=answer, answered_at=answered_at,
        answered_by=answered_by, made_at=made, changed_at=answered_at or made,
        next_step=next_step(ground, words, status),
    )  # fmt: skip
    ground.book.note(made, author, "made", "idea", number)
    add_replies(ground, number, words, author, ward, made, status)
    if answered_at:
        verb = "became project" if status is IdeaStatus.PROJECT else status.value
        ground.book.note(answered_at, answered_by, verb, "idea", number)
    return number


def _answer(
    ground: Ground, dice: Random, hub: HubGround, made: datetime, status: IdeaStatus
) -> tuple[str, datetime | None, int | None]:
    """What the hub answered, when and who; nothing yet to a new idea."""
    if status is IdeaStatus.NEW:
        return "", None, None
    words = typeset(dice.choice(reading.lines("notes")["idea"][status]))
    return words, made + timedelta(hours=dice.randrange(3, 70)), dice.choice(ground.staff[hub.id])
