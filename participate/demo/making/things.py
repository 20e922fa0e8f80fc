"""Materials and ideas."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

from participate.accounts.words import Role
from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.beginnings import add_replies, next_step
from participate.demo.making.ground import Ground, HubGround, Neighbour
from participate.demo.making.people import give_role
from participate.demo.making.venues import Owner, standing, whose
from participate.materials.words import Deal
from participate.organisations.rules.expiry import STANDS
from participate.places.rules.answer_days import answer_by
from participate.projects.words import IdeaStatus

BY_HUB, BY_PARTNER = 0.12, 0.22  # of the materials, up to these shares
OF_THE_KEEPER = 3  # the cast's keeper looks after so many


def make_materials(ground: Ground) -> None:
    """What is lent, given and wanted. What comes up again says something else about itself."""
    dice = ground.dice("materials")
    written = list(reading.materials())
    notes = reading.lines("notes")["material"]
    dice.shuffle(written)
    for number in range(ground.sizes.materials):
        one = written[number % len(written)]
        about = one["about"] if number < len(written) else dice.choice(notes[one["deal"]])
        owner = ground.member("keeper") if number < OF_THE_KEEPER else _owner(ground, dice)
        _make_material(ground, dice, one, typeset(about), owner)


def _make_material(ground: Ground, dice: Random, one: Mapping[str, str], about: str, owner: Owner) -> None:
    made = ground.ago(dice, STANDS.days - 5)
    number = ground.book.add(
        "material", name=typeset(one["name"]), deal=Deal(one["deal"]), about=about, how_many=int(one["how_many"]),
        how_long=one["how_long"], ward_id=ground.wards[owner.ward].id, square=owner.square,
        **whose(owner), **standing(made),
    )  # fmt: skip
    keeper = owner.id if isinstance(owner, Neighbour) else None
    ground.book.note(made, keeper, "made", "material", number)
    if keeper is not None:
        give_role(ground, keeper, Role.KEEPER, f"material:{number}", made)


def _owner(ground: Ground, dice: Random) -> Owner:
    draw = dice.random()
    if draw < BY_HUB:
        return dice.choice(ground.hubs)
    if draw < BY_PARTNER:
        return dice.choice(ground.partners)
    return dice.choice(ground.neighbours)


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
