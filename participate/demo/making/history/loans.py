"""Things that were borrowed and brought back long ago."""

from datetime import time, timedelta

from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground
from participate.demo.making.library import Library
from participate.demo.making.shelf import Plan, write_loan
from participate.demo.rules import YEAR
from participate.materials.words import LoanStatus

A_YEAR = 0.7  # loans of a thing
LONGEST, NEWEST = 7, 75  # days; days ago
ASKED = time(15)


def make_loans(ground: Ground, lent: Library) -> None:
    """Every thing a few times, one neighbour after the other. Its calendar of days to come is not touched."""
    dice, said = ground.dice("old loans"), reading.lines("library")["loans"]
    for shelf in lent.shelves:
        for _each in range(int(A_YEAR * ground.years * 2 * dice.random())):
            first = ground.today - dice.randrange(NEWEST, ground.years * YEAR) * DAY
            made = clock.moment_of(first, ASKED) - timedelta(days=dice.randrange(1, 4))
            person = ground.someone(dice, shelf.ward).id
            if person != shelf.answerer:
                write_loan(ground, shelf, Plan(
                    person, LoanStatus.BACK, made, 1, dice.randrange(1, LONGEST + 1), first,
                    words=typeset(dice.choice(said["words"])), out_note=typeset(dice.choice(said["out"])),
                    back_note=typeset(dice.choice(said["back"])),
                ))  # fmt: skip
