"""Suggestions: from the facts of who asks to a list of things, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import KINDS, Rows
from participate.matching.learning.learned import Learned
from participate.matching.learning.texts import LEARNED
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.hits import brought_to
from participate.matching.ranking.learnt import with_learned
from participate.matching.ranking.near import asked_of, nearness
from participate.matching.ranking.question import Question, Spot, ask
from participate.matching.ranking.reason import Reason, leading, quote
from participate.matching.ranking.share import with_due
from participate.matching.ranking.shortlist import Places, Shortlist, shortlist_of
from participate.matching.ranking.suggestion import Suggestion, amounts_of
from participate.matching.ranking.suited import suited
from participate.matching.ranking.taste import tasted
from participate.matching.ranking.told import Told
from participate.matching.ranking.variety import varied
from participate.matching.rules import ENOUGH, SAME_KIND, SAME_WORDS, VARIED
from participate.matching.words import Facet, Kind, Nearness
from participate.places.rules.squares import walking_minutes

PARTS_A_DAY = 3
InTime = Callable[[], bool]
KIND_OF, FACET_OF = tuple(Kind), tuple(Facet)


def suggest(
    snapshot: Snapshot, facts: Facts, most: int = 60, learned: Learned | None = None, in_time: InTime = lambda: True
) -> list[Suggestion]:
    """Up to `most` of each kind that she asks for, best and most varied first; empty where nothing is
    evident. `learned` is what people joined and what texts mean, where that is known. Once it is not `in_time` any
    more, the search widens only for kinds of which nothing at all is near.
    """
    question = ask(snapshot, facts.lines, facts.synonyms)
    told = Told(snapshot, question) if facts.least > 0 else None  # without a floor all is shown
    enough = min(ENOUGH, most)
    near: dict[Kind, list[Suggestion]] = {}
    if facts.near and _may_be_enough(facts, told, learned, enough):
        near = _of_kinds(snapshot, question, facts, learned, told, facts.kinds, facts.near, most)
    enough = enough if in_time() else 1
    lacking = [kind for kind in facts.kinds if len(near.get(kind, ())) < enough]
    by_kind = near | _of_kinds(snapshot, question, facts, learned, told, lacking, None, most)
    found = [one for kind in facts.kinds for one in by_kind[kind]]
    found = tasted(found, snapshot, question, facts, learned)
    found.sort(key=lambda one: (-one.score, one.group))
    head = found[:VARIED]
    ordered = [head[place] for place in varied([one.score for one in head], _alike(head))] + found[VARIED:]
    return with_due(ordered, facts.due)


def _may_be_enough(facts: Facts, told: Told | None, learned: Learned | None, enough: int) -> bool:
    """Whether enough things of any kind could be found near; what has company needs no word that leads."""
    if told is None or (learned is not None and (facts.joined or facts.more)):
        return True
    return told.may_be_enough(facts.kinds, facts.near, enough)


def _of_kinds(
    snapshot: Snapshot, question: Question, facts: Facts, learned: Learned | None, told: Told | None,
    kinds: Sequence[Kind], wards: Sequence[int] | None, most: int,
) -> dict[Kind, list[Suggestion]]:  # fmt: skip
    """Up to `most` of each of these kinds, from these wards or, without, from everywhere."""
    found: dict[Kind, list[Suggestion]] = {}
    shared = shortlist_of(snapshot, question, facts, kinds, wards, most)
    for kind in kinds:
        shortlist = shared
        if learned is not None and kind in LEARNED:
            shortlist = with_learned(shortlist, kind, snapshot, question, facts, learned)
        shortlist = suited(shortlist, kind, snapshot, facts)
        explained = _explained(snapshot, question, facts, shortlist, kind, told, most)
        found[kind] = list(islice(explained, most))
    return found


def _explained(
    snapshot: Snapshot, question: Question, facts: Facts, shortlist: Shortlist, kind: Kind, told: Told | None,
    at_once: int,
) -> Iterator[Suggestion]:  # fmt: skip
    """The things of one kind that have a leading word, or company; looked at no further than somebody asks."""
    places = shortlist.in_order(kind)
    if told is not None:
        places = places[_may_be_told(shortlist, places, told)]
    for first in range(0, len(places), at_once):
        block = places[first : first + at_once]
        amounts = _amounts(question, shortlist, block)
        facts_of = (shortlist.parts, shortlist.rows, shortlist.groups, shortlist.totals, shortlist.scores)
        lines = zip(*(each[block].tolist() for each in facts_of), amounts, strict=True)
        for part, row, group, total, score, earned in lines:
            rows = shortlist.found[part].segment.rows
            spots = leading(earned, question.telling, question.named)
            company = "" if spots else shortlist.company.get(group, "")
            if spots or company or facts.least <= 0:
                why = partial(_reason, facts, rows, row, spots, earned, company)
                yield Suggestion(snapshot.names[group], kind, total, score, earned, why)


def _may_be_told(shortlist: Shortlist, places: Places, told: Told) -> NDArray[np.bool_]:
    """Which of these places hold a word that may lead, or have company: the others need not be looked at."""
    may = np.zeros(len(places), np.bool_)
    for part, mine in shortlist.by_part(places):
        may[mine] = told.of(shortlist.found[part].segment)[shortlist.rows[places[mine]]]
    if shortlist.company:
        may |= np.isin(shortlist.groups[places], list(shortlist.company))
    return may


def _amounts(question: Question, shortlist: Shortlist, places: Places) -> list[dict[Spot, float]]:
    """For each place, what each typed word brought."""
    amounts: list[dict[Spot, float]] = [{}] * len(places)
    for part, mine in shortlist.by_part(places):
        one = shortlist.found[part]
        if one.by_words:
            earned = amounts_of(question, brought_to(one.segment, question, shortlist.rows[places[mine]]))
            for place, each in zip(np.arange(len(places))[mine].tolist(), earned, strict=True):
                amounts[place] = each
    return amounts


def _reason(
    facts: Facts, rows: Rows, row: int, spots: Sequence[Spot], amounts: dict[Spot, float], company: str
) -> Reason:
    ward, square = int(rows.ward[row]), int(rows.square[row])
    near = nearness(ward, square, facts)
    shared = int(rows.free[row]) & facts.free
    return Reason(
        words=quote(spots, amounts, facts.lines),
        asked=facts.lines[spots[0].line].facet if spots else Facet.ABOUT,
        found=FACET_OF[rows.facet[row]],
        nearness=near,
        minutes=walking_minutes(facts.square, square) if near is Nearness.WALK else None,
        times=tuple(divmod(bit, PARTS_A_DAY) for bit in range(shared.bit_length()) if shared >> bit & 1),
        company=company,
        access=asked_of(rows, row, facts),
    )


def _alike(found: Sequence[Suggestion]) -> NDArray[np.float64]:
    """How alike each two suggestions are: of one kind, and earned by the same words."""
    spots = list(chain.from_iterable(one.amounts for one in found))
    number_of = {spot: number for number, spot in enumerate(dict.fromkeys(spots))}
    places = np.arange(len(found)).repeat([len(one.amounts) for one in found])
    earned = np.zeros((len(found), max(1, len(number_of))))
    earned[places, [number_of[spot] for spot in spots]] = [amount for one in found for amount in one.amounts.values()]
    earned /= np.maximum(np.sqrt(np.square(earned).sum(axis=1, keepdims=True)), 1e-9)
    kinds = np.array([KINDS[one.kind] for one in found])
    return SAME_WORDS * (earned @ earned.T) + SAME_KIND * (kinds[:, None] == kinds[None, :])
