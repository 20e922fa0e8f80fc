"""What she said to suggestions: things like one that is not for her sink, things like one she wants more of rise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.learning.learned import Learned
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.hits import brought_to
from participate.matching.ranking.question import Question, Spot
from participate.matching.ranking.suggestion import Suggestion, amounts_of
from participate.matching.ranking.suited import rows_of
from participate.matching.rules import MORE_OF_IT, OTHER_KIND, SINKS
from participate.matching.words import Because, Kind

KIND_OF = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Said:
    """A thing that she answered to, what her words earn it, and whether she wants more like it."""

    group: int
    kind: Kind
    amounts: Mapping[Spot, float]
    more: bool


def tasted(
    found: Sequence[Suggestion], snapshot: Snapshot, question: Question, facts: Facts, learned: Learned | None
) -> list[Suggestion]:
    """The suggestions with scores that follow her answers."""
    said = list(_said(snapshot, question, facts))
    if not said:
        return list(found)
    groups = snapshot.names.known(one.group for one in found)
    meaning = _meaning(groups, [one.group for one in said], learned)
    return [replace(one, score=one.score * _worth(one, said, meaning[place])) for place, one in enumerate(found)]


def _said(snapshot: Snapshot, question: Question, facts: Facts) -> Iterator[Said]:
    """Her answers, with what her words earn the things that she answered to."""
    wants = {name: False for name, why in facts.no.items() if why is Because.NOT_MY_THING}
    wants |= dict.fromkeys(facts.more, True)
    wanted = {number: wants[snapshot.names[number]] for number in snapshot.names.known(wants)}
    for segment in snapshot.segments if wanted else ():
        rows = rows_of(segment, list(wanted))
        earned = amounts_of(question, brought_to(segment, question, rows))
        for row, amounts in zip(rows.tolist(), earned, strict=True):
            group = int(segment.rows.group[row])
            yield Said(group, KIND_OF[segment.rows.kind[row]], amounts, wanted[group])


def _worth(one: Suggestion, said: Sequence[Said], meaning: Sequence[float]) -> float:
    """What her answers make of one suggestion, from 1 - SINKS to 1 + MORE_OF_IT."""
    down = up = 0.0
    for answer, near in zip(said, meaning, strict=True):
        alike = max(_cosine(one.amounts, answer.amounts), near) * (1.0 if one.kind is answer.kind else OTHER_KIND)
        up, down = (max(up, alike), down) if answer.more else (up, max(down, alike))
    return (1.0 - SINKS * down) * (1.0 + MORE_OF_IT * up)


def _cosine(one: Mapping[Spot, float], other: Mapping[Spot, float]) -> float:
    shared = sum(amount * other.get(spot, 0.0) for spot, amount in one.items())
    return shared / (hypot(*one.values()) * hypot(*other.values())) if shared else 0.0


def _meaning(groups: Sequence[int], said: Sequence[int], learned: Learned | None) -> NDArray[np.float32]:
    """How near each group (row) is in meaning to each thing she answered to (column), 0 where it is not known."""
    near = np.zeros((len(groups), len(said)), np.float32)
    if learned is None or not near.size:
        return near
    (rows, mine), (columns, theirs) = learned.at(groups), learned.at(said)
    texts = learned.space.texts
    near[np.ix_(mine, theirs)] = (texts[rows[mine]] @ texts[columns[theirs]].T).clip(0.0)
    return near
