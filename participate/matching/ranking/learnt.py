"""What was learned, brought into a shortlist: things close in meaning rise, and beside them stand things that no word
of hers speaks for, but the company of those who joined the same as she.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import FACETS, KINDS, Segment
from participate.matching.learning import views
from participate.matching.learning.learned import Learned
from participate.matching.ranking.candidates import Candidates, allowed
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.near import fitness
from participate.matching.ranking.question import Question
from participate.matching.ranking.shortlist import Shortlist
from participate.matching.rules import JOINED, MEANING, WAY_OF_MANY
from participate.matching.words import Facet, Kind

Scores = NDArray[np.float64]


def with_learned(
    shortlist: Shortlist, kind: Kind, snapshot: Snapshot, question: Question, facts: Facts, learned: Learned
) -> Shortlist:
    """The shortlist of one kind with what was learned: totals changed, and more things in it."""
    among = learned.texts.kinds == KINDS[kind]
    if not among.any():
        return shortlist
    joined = learned.known(snapshot.names.known((*facts.joined, *facts.more)))
    among[learned.known(snapshot.names.known((*facts.joined, *facts.never_groups)))] = False
    speaks = _speaking(learned, question, joined, among)
    mine = shortlist.only(kind)
    spread = _spread(mine.scores, int(among.sum()))
    at, here = learned.at(mine.groups)
    lifted = mine.scores + spread * np.where(here, speaks[at], 0.0)
    share = mine.totals / np.maximum(mine.scores, 1e-9)
    mine = replace(mine, totals=share * _positive(lifted, spread))
    company = views.company(learned, joined)
    more = among.copy()
    more[at[here]] = False
    if facts.least > 0:  # nothing without a reason
        more &= _in(company, learned.size)
    further = [_beside(segment, facts, learned, more, spread * speaks, spread) for segment in snapshot.segments]
    groups = learned.texts.groups
    told = {int(groups[place]): snapshot.names[int(groups[by])] for place, by in company.items() if more[place]}
    return replace(mine.beside(kind, further), company=told)


def _speaking(learned: Learned, question: Question, joined: Sequence[int], among: NDArray[np.bool_]) -> Scores:
    """What speaks for each thing beside her words."""
    said = views.from_words(learned, question.terms, question.weights, among)
    return MEANING * said + JOINED * views.from_joined(learned, joined, among)


def _spread(scores: Scores, things: int) -> float:
    """The standard deviation of the text scores among all things, most of which hold no word of hers; 1 without one."""
    if not len(scores) or not things:
        return 1.0
    mean = scores.sum() / max(things, len(scores))
    return float(np.sqrt(max(np.square(scores).sum() / max(things, len(scores)) - mean**2, 1e-6)))


def _positive(scores: Scores, spread: float) -> Scores:
    """The scores, high ones as they are and negative ones as small positive ones, so that nearness can weigh them."""
    return spread * np.logaddexp(0.0, scores / spread)


def _in(things: dict[int, str] | dict[int, int], size: int) -> NDArray[np.bool_]:
    found = np.zeros(size, np.bool_)
    found[list(things)] = True
    return found


def _beside(
    segment: Segment, facts: Facts, learned: Learned, more: NDArray[np.bool_], speaks: Scores, spread: float
) -> Candidates:  # fmt: skip
    """The rows of a segment that are about these further things, with what speaks for them."""
    about = segment.rows.facet == FACETS[Facet.ABOUT]
    rows = np.flatnonzero(about & np.isin(segment.rows.group, learned.texts.groups[more]))
    rows = rows[allowed(segment, rows, facts, ())]  # what may never be shown is not among the further things
    at, _here = learned.at(segment.rows.group[rows])
    near = fitness(segment.rows, rows, facts)
    worth = _positive(speaks[at], spread) * np.where(views.joined_already(learned)[at], near**WAY_OF_MANY, near)
    return Candidates(segment, rows, np.zeros(len(rows)), worth, by_words=False)
