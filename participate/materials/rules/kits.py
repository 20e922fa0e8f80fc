"""What a kit holds, as its keeper writes it: one part a line, with how many before it. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from participate.core.errors import RuleBroken
from participate.core.words import mark

MOST_PARTS = 60
LONGEST_PART = 80
MOST_OF_ONE = 1_000

_COUNT = re.compile(r"^(\d{1,4})\s*[x×]?\s+(?=\S)", re.IGNORECASE)
_BULLET = re.compile(r"^[-–•*]\s*")


class TooManyParts(RuleBroken):
    message = mark("Write at most 60 parts, one in each line.")


class PartTooLong(RuleBroken):
    message = mark("Keep each line short, up to 80 letters.")


class PartTwice(RuleBroken):
    """`name`: of the part."""

    message = mark("“%(name)s” stands there twice. Write one line, with how many there are.")


class NoSuchNumber(RuleBroken):
    message = mark("Write how many there are as a number from 1 to 1000.")


@dataclass(frozen=True)
class PartLine:
    """One part of a kit: "2 hammers"."""

    name: str
    how_many: int = 1


def parts_in(words: str) -> list[PartLine]:
    """The parts that somebody wrote, a line each. Raises TooManyParts, PartTooLong, PartTwice, NoSuchNumber."""
    lines = [line for line in (_BULLET.sub("", line.strip()) for line in words.splitlines()) if line]
    if len(lines) > MOST_PARTS:
        raise TooManyParts
    parts = [_part_of(line) for line in lines]
    names = set[str]()
    for part in parts:
        if part.name.lower() in names:
            raise PartTwice(name=part.name)
        names.add(part.name.lower())
    return parts


def _part_of(line: str) -> PartLine:
    count = _COUNT.match(line)
    how_many = int(count[1]) if count else 1
    name = line[count.end() :] if count else line
    if not 1 <= how_many <= MOST_OF_ONE:
        raise NoSuchNumber
    if len(name) > LONGEST_PART:
        raise PartTooLong
    return PartLine(name, how_many)


def as_written(parts: Iterable[tuple[str, int]]) -> str:
    """Parts (name, how many) as their keeper would write them."""
    return "\n".join(name if how_many == 1 else f"{how_many} {name}" for name, how_many in parts)
