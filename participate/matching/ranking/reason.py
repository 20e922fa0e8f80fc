"""The reason of a suggestion: the words that earned its score, as the asker typed them, and what makes it
easy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participate.matching.ranking.facts import Line
from participate.matching.ranking.question import Spot
from participate.matching.rules import LEADING_SHARE, LEAST_LEADING, MOST_LEADING
from participate.matching.words import Facet, Nearness

GAP = re.compile(r"[\s\w,&’'-]{0,12}")  # "cooking [for] many" is one run of words


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is suggested. The sentence is made on the page.

    `words` are the leading words as typed; `asked` is what her line said and `found` what the line of the
    suggested thing says. `minutes` is the walk, None where unknown; `times` are shared free times as
    (weekday, part of day).
    """

    words: tuple[str, ...]
    asked: Facet
    found: Facet
    nearness: Nearness
    minutes: int | None = None
    times: tuple[tuple[int, int], ...] = ()


def leading(amounts: Mapping[Spot, float]) -> list[Spot]:
    """The words that bring most of the score, in the order of what they bring; none where no word brings
    enough.
    """
    ranked = sorted(amounts, key=lambda spot: (-amounts[spot], spot.line, spot.start))
    if not ranked or amounts[ranked[0]] < LEAST_LEADING:
        return []
    total, told, chosen = sum(amounts.values()), 0.0, []
    for spot in ranked[:MOST_LEADING]:
        chosen.append(spot)
        told += amounts[spot]
        if told >= LEADING_SHARE * total:
            break
    return chosen


def quote(spots: Sequence[Spot], lines: Sequence[Line]) -> tuple[str, ...]:
    """The words at these spots as typed; words that stood side by side are quoted as one run."""
    runs: list[Spot] = []
    for spot in sorted(set(spots), key=lambda spot: (spot.line, spot.start, -spot.end)):
        if runs and runs[-1].line == spot.line and _joined(runs[-1], spot, lines[spot.line].text):
            runs[-1] = Spot(spot.line, runs[-1].start, max(runs[-1].end, spot.end))
        else:
            runs.append(spot)
    return tuple(dict.fromkeys(lines[run.line].text[run.start : run.end] for run in runs))


def _joined(run: Spot, spot: Spot, text: str) -> bool:
    if spot.start <= run.end:
        return True
    between = text[run.end : spot.start]
    return between.isspace() or (len(between.split()) == 1 and bool(GAP.fullmatch(between)) and "," not in between)
