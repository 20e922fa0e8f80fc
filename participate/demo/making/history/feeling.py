"""What neighbours tapped after a session, and what some said of themselves when they were asked."""

from datetime import date
from random import Random

from participate.core import clock
from participate.demo.making.ground import DAY, MORNING, Ground
from participate.surveys.rules import quarter_of, week_of

TAPS = 0.08  # of those who came
SKIPS = 0.25  # one of the three questions
ASKED_AFTER = 3  # times
ANSWERS = 0.3
WORTHWHILE = ((4, 5, 6, 7, 8, 9, 10), (3, 6, 9, 19, 29, 18, 16))
BELONGING = ((1, 2, 3, 4, 5), (24, 43, 21, 8, 4))
MET = ((0, 1, 2), (31, 33, 36))
AGES = (("16-24", "25-34", "35-49", "50-64", "65+", "rather_not"), (8, 19, 29, 22, 19, 3))
# By and large who lives in Barking and Dagenham (Census 2021); a few would rather not say.
GROUPS = (
    (
        "white_british", "white_other", "white_irish", "asian_bangladeshi", "asian_pakistani", "asian_indian",
        "asian_other", "black_african", "black_caribbean", "black_other", "mixed_black_caribbean",
        "mixed_black_african", "mixed_asian", "mixed_other", "other_any", "rather_not",
    ),
    (31, 12, 1, 10, 8, 5, 3, 16, 3, 2, 1, 1, 1, 1, 3, 4),
)  # fmt: skip
DISABILITIES = (("no", "a_little", "a_lot", "not_at_all", "rather_not"), (74, 10, 7, 3, 6))


def ask(ground: Ground, dice: Random, session: int, person: int, day: date, times: int) -> None:
    """The pulse of one who came, if she taps; and at her third time, three questions about herself."""
    if dice.random() < TAPS:
        _tap(ground, dice, session, day)
    if times == ASKED_AFTER:
        ground.book.add("equality_ask", person_id=person, asked_at=clock.moment_of(day + DAY, MORNING))
        if dice.random() < ANSWERS:
            _answer(ground, dice, day)


def _tap(ground: Ground, dice: Random, session: int, day: date) -> None:
    said = [
        None if dice.random() < SKIPS else dice.choices(values, weights)[0]
        for values, weights in (WORTHWHILE, BELONGING, MET)
    ]
    ground.book.add(
        "pulse", subject=f"session:{session}", once=f"{dice.getrandbits(256):064x}", worthwhile=said[0],
        belonging=said[1], met=said[2], week=week_of(day),
    )  # fmt: skip


def _answer(ground: Ground, dice: Random, day: date) -> None:
    age, group, disability = (dice.choices(values, weights)[0] for values, weights in (AGES, GROUPS, DISABILITIES))
    ground.book.add(
        "equality_answer", pseudonym=f"{dice.getrandbits(256):064x}", age_band=age, ethnic_group=group,
        disability=disability, on_paper=dice.random() < 0.1, quarter=quarter_of(day),
    )  # fmt: skip
