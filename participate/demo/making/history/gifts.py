"""Things that were given away long ago: they found their new home and are not offered any more."""

from datetime import timedelta

from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import Ground
from participate.demo.making.library import PLAIN
from participate.demo.making.venues import standing, whose
from participate.demo.rules import YEAR
from participate.materials.words import Deal, GiftStatus

A_YEAR = 0.12  # for each thing in the library of today
NEWEST = 60  # days ago


def make_gifts(ground: Ground) -> None:
    """One giver, one who asked and got it."""
    dice, said = ground.dice("old gifts"), reading.lines("library")["gifts"]
    written = [one for one in reading.materials() if Deal(one["deal"]) is Deal.GIVE]
    for _each in range(round(A_YEAR * ground.years * ground.sizes.materials)):
        one, owner = dice.choice(written), dice.choice(ground.neighbours)
        made = ground.ago(dice, ground.years * YEAR, NEWEST)
        stands = standing(made)
        number = ground.book.add(
            "material", name=typeset(one["name"]), deal=Deal.GIVE, ward_id=ground.wards[owner.ward].id,
            square=owner.square, **PLAIN | {"about": typeset(one["about"]), "how_many": 1, "how_long": "", "out": 1},
            **whose(owner), **stands | {"expires_on": (made + timedelta(days=30)).date(),
            "expired_on": (made + timedelta(days=30)).date()},
        )  # fmt: skip
        ground.book.note(made, owner.id, "made", "material", number)
        taker = ground.someone(dice, (owner.ward + 1) % len(ground.wards)).id
        asked = made + timedelta(hours=dice.randrange(5, 90))
        answered = asked + timedelta(hours=dice.randrange(4, 60))
        row = ground.book.add(
            "gift_ask", material_id=number, person_id=taker, units=1, words=typeset(dice.choice(said["words"])),
            status=GiftStatus.HANDED, lot=None, reply=typeset(dice.choice(said["reply"])), asked_at=asked,
            answered_at=answered,
        )  # fmt: skip
        ground.book.note(asked, taker, "asked", "gift_ask", row)
        ground.book.note(answered, owner.id, "chosen", "gift_ask", row)
