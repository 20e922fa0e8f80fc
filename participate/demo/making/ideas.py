"""Ideas, and what the hubs answered."""

from datetime import datetime, timedelta
from random import Random

from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.beginnings import add_replies, next_step
from participate.demo.making.ground import Ground, HubGround
from participate.places.rules.answer_days import answer_by
from participate.projects.words import IdeaStatus


def make_ideas(ground: Ground) -> dict[str, list[tuple[int, int]]]:
    """Ideas, and those of them that became projects: recipe → [(idea id, ward)]."""
    dice = ground.dice("ideas")
    written = list(reading.tables("ideas"))
    dice.shuffle(written)
    became: dict[str, list[tuple[int, int]]] = {}
    for number in range(ground.sizes.ideas):
        one = written[number % len(written)]
        ward = number % len(ground.wards)
        author = ground.someone(dice, ward)
        status = _status(dice, "recipe" in one)
        idea = _make_idea(ground, dice, one["words"], author.id, ward, status)
        if status is IdeaStatus.PROJECT:
            became.setdefault(one["recipe"], []).append((idea, ward))
    return became


def _status(dice: Random, has_recipe: bool) -> IdeaStatus:
    if has_recipe and dice.random() < 0.35:
        return IdeaStatus.PROJECT
    statuses = (IdeaStatus.NEW, IdeaStatus.ANSWERED, IdeaStatus.CLOSED)
    return dice.choices(statuses, (35, 50, 15))[0]


def _make_idea(ground: Ground, dice: Random, words: str, author: int, ward: int, status: IdeaStatus) -> int:
    # A new one waits for an answer; a few wait longer than two days, so that the desk has something in red.
    made = ground.ago(dice, 6) if status is IdeaStatus.NEW else ground.ago(dice, 300, 20)
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
