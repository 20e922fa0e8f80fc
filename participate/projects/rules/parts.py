"""“Our part / the council’s part”: two short lists, a line for each thing."""

from participate.core.errors import RuleBroken
from participate.core.text import clean_line
from participate.core.words import mark

MOST_LINES, LONGEST_LINE = 6, 100


class TooManyLines(RuleBroken):
    """More lines than anybody keeps in mind."""

    message = mark("At most %(most)s lines: short lists are kept.")

    def __init__(self) -> None:
        super().__init__(most=MOST_LINES)


class LineTooLong(RuleBroken):
    """One line is too long."""

    message = mark("One of the lines is too long. Write at most %(longest)s letters a line.")

    def __init__(self) -> None:
        super().__init__(longest=LONGEST_LINE)


def part_of_typed(typed: str) -> str:
    """The lines of one part, clean, each once, without blank ones. Raises TooManyLines or LineTooLong."""
    lines = [clean_line(line).lstrip("-•*– ") for line in typed.split("\n")]
    lines = list(dict.fromkeys(line for line in lines if line))
    if any(len(line) > LONGEST_LINE for line in lines):
        raise LineTooLong
    if len(lines) > MOST_LINES:
        raise TooManyLines
    return "\n".join(lines)
