"""When a team may write its project down as a recipe."""

from participate.core.errors import RuleBroken
from participate.core.text import clean_line
from participate.core.words import mark
from participate.projects.words import Stage

FEWEST_STEPS, MOST_STEPS, LONGEST_STEP = 3, 10, 200
TOLD_FROM = (Stage.RUNNING, Stage.ENDED, Stage.HANDED_OVER)
MOST_WORDS, SHORTEST_WORD = 12, 4


class TooEarly(RuleBroken):
    """Nobody knows yet whether it works."""

    message = mark("Run it a few times first. Then write down how you did it.")


class BadSteps(RuleBroken):
    """Too few steps, too many, or one too long."""

    message = mark("Write %(fewest)s to %(most)s steps, each on a line of at most %(longest)s letters.")

    def __init__(self) -> None:
        super().__init__(fewest=FEWEST_STEPS, most=MOST_STEPS, longest=LONGEST_STEP)


def may_be_told(stage: Stage, *, elsewhere: bool) -> bool:
    """Whether a project can be turned into a recipe: it runs or ran, here."""
    return not elsewhere and stage in TOLD_FROM


def check_told(stage: Stage, *, elsewhere: bool) -> None:
    """Raises TooEarly."""
    if not may_be_told(stage, elsewhere=elsewhere):
        raise TooEarly


def steps_of(typed: str) -> list[str]:
    """The steps, one a line, without the numbers and dashes that people put before them. Raises BadSteps."""
    steps = [clean_line(line).lstrip("-•*–.) 0123456789") for line in typed.split("\n")]
    steps = [step for step in steps if step]
    if not FEWEST_STEPS <= len(steps) <= MOST_STEPS or any(len(step) > LONGEST_STEP for step in steps):
        raise BadSteps
    return steps


def match_words_of(name: str, inherited: list[str]) -> list[str]:
    """The words by which the matcher knows it: those of its name, and those of the recipe that it grew from."""
    own = [word.strip(".,:;!?()“”’'\"").lower() for word in name.split()]
    found = [word for word in own if len(word) >= SHORTEST_WORD]
    return list(dict.fromkeys([*found, *inherited]))[:MOST_WORDS]
