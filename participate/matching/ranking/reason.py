"""The reason of a suggestion: the words that earned its score, as the asker typed them, and what makes it
easy.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from participate.matching.ranking.facts import Line
from participate.matching.ranking.question import Spot
from participate.matching.rules import LEADING_SHARE, LEAST_LEADING, LONGEST_QUOTE, MOST_LEADING, TELLING_SHARE
from participate.matching.words import Facet, Nearness

GAP = re.compile(r"\s\w{1,6}\s")  # "cooking [for] many" is one run of words


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is suggested. The sentence is made on the page.

    `words` are the leading words as typed; `asked` is what her line said and `found` what the line of the
    suggested thing says. `minutes` is the walk, None where unknown; `times` are shared free times as
    (weekday, part of day). Where company leads, not words, `company` is a thing that she came to ("project:12"), and
    at least rules.COMPANY people who came to it came to this too. Where staff thought of it, `by_hand` is the first
    name of whoever did, "" where it is not told. `access` is what she asked of a place and this one has (bits of
    words.Access).
    """

    words: tuple[str, ...]
    asked: Facet
    found: Facet
    nearness: Nearness
    minutes: int | None = None
    times: tuple[tuple[int, int], ...] = ()
    company: str = ""
    by_hand: str | None = None
    access: int = 0


def leading(amounts: Mapping[Spot, float], telling: Collection[Spot], named: Iterable[Spot]) -> list[Spot]:
    """The words that bring most of the score, in the order of what they bring; only such as tell what is meant, or
    two that name a concept together ("mending" and "bikes"). None where no such word brings enough.
    """
    may_lead = [(-amount, spot) for spot, amount in amounts.items() if spot in telling]
    for concept in named if not may_lead else ():
        together = [(-amount, spot) for spot, amount in amounts.items() if concept.holds(spot)]
        may_lead.extend(together if len(together) > 1 else [])
    may_lead.sort()
    if not may_lead or -may_lead[0][0] < LEAST_LEADING:
        return []
    total, told, chosen = sum(amounts.values()), 0.0, []
    for less, spot in may_lead[:MOST_LEADING]:
        chosen.append(spot)
        told -= less
        if told >= LEADING_SHARE * total:
            break
    return chosen


def quote(spots: Sequence[Spot], amounts: Mapping[Spot, float], lines: Sequence[Line]) -> tuple[str, ...]:
    """The words at these spots as typed. Words that stood side by side are quoted as one run, and so are their
    neighbours that earned a part of the score too: "baking bread" rather than "bread".
    """
    runs: list[Spot] = []
    worth_telling = TELLING_SHARE * sum(amounts.values())
    telling = [spot for spot in amounts if spot in spots or amounts[spot] >= worth_telling]
    for spot in sorted(telling, key=lambda spot: (spot.line, spot.start, -spot.end)):
        if runs and _joined(runs[-1], spot, lines[spot.line].text):
            runs[-1] = Spot(spot.line, runs[-1].start, max(runs[-1].end, spot.end))
        else:
            runs.append(spot)
    led = [run for run in runs if any(run.holds(spot) for spot in spots)]
    return tuple(dict.fromkeys(lines[run.line].text[run.start : run.end] for run in led))


def _joined(run: Spot, spot: Spot, text: str) -> bool:
    """Whether a spot continues a run: side by side or with one small word between, and still short enough."""
    if run.line != spot.line or spot.end - run.start > LONGEST_QUOTE:
        return False
    between = text[run.end : spot.start]
    return spot.start <= run.end or between.isspace() or bool(GAP.fullmatch(between))
