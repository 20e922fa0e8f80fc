"""Ours: the index, the learning and the ranking that serve pages, filled with an open set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from participate.matching.evaluation.collection import Collection
from participate.matching.evaluation.crowd import Crowd, Trial
from participate.matching.evaluation.figures import LOOKED_AT
from participate.matching.evaluation.laid_out import GROUP, documents, middle, most_common, squares_of, wards_of
from participate.matching.evaluation.showing import Showing
from participate.matching.index.fit import fit
from participate.matching.learning.learn import learn
from participate.matching.learning.learned import Learned
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.suggest import Suggestion, suggest
from participate.matching.text.analyser import Analyser
from participate.matching.words import Facet, Kind

SHOWN = 10  # of what a person is suggested
DEEPEST = 1_000  # documents that a question looks at
KINDS = (Kind.PROJECT,)
Rankings = Iterator[list[str]]


def by_question(collection: Collection) -> Rankings:
    """For each question the documents that something speaks for, the best first."""
    snapshot = fit(documents(collection.documents, collection.language), Analyser()).snapshot
    learned = learn(snapshot)
    for question in collection.questions:
        line = Line(Facet.ABOUT, question.whole, language=collection.language)
        facts = Facts((line,), KINDS, least=0.0)
        yield _by_score(suggest(snapshot, facts, DEEPEST, learned))


class Borough:
    """A crowd as a borough: its index, and what is learned from all that is not held out."""

    def __init__(self, crowd: Crowd) -> None:
        self._snapshot = fit(documents(crowd.items, crowd.language), Analyser()).snapshot
        self._learned = learn(self._snapshot, _history(crowd))
        self._wards, self._squares = wards_of(crowd.items), squares_of(crowd.items)
        self._ranked = _groups(crowd.candidates)
        self._not_ranked = _groups(item.name for item in crowd.items) - self._ranked

    def by_text(self, trials: Sequence[Trial]) -> Rankings:
        """By the words of what each joined alone, wherever things are: a cold neighbourhood."""
        return self._anywhere(trials, self._with(maps=None, together=None, trust=0.0))

    def by_map(self, trials: Sequence[Trial]) -> Rankings:
        """By words and the learned map, wherever things are."""
        return self._anywhere(trials, self._with(together=None, trust=0.0))

    def by_behaviour(self, trials: Sequence[Trial]) -> Rankings:
        """By what the same people joined and nothing else."""
        return self._anywhere(trials, self._with(by_content=False))

    def by_all(self, trials: Sequence[Trial]) -> Rankings:
        """As the code chooses from how much is known, and from where the person is."""
        for trial in trials:
            yield _by_score(self._suggest(self._here(trial), self._learned))

    def reranked(self, trials: Sequence[Trial]) -> Rankings:
        """The same with variety and fair exposure, as it stands on the page."""
        showing = Showing(self._snapshot, self._ranked)
        for trial in trials:
            facts = replace(self._here(trial), exposure=showing.exposure, due=showing.due)
            found = self._suggest(facts, self._learned)
            showing.note([one.group for one in found[:SHOWN]])
            yield _names(found)

    def _with(self, **parts: object) -> Learned | None:
        return replace(self._learned, **parts) if self._learned else None  # type: ignore[arg-type]

    def _anywhere(self, trials: Sequence[Trial], learned: Learned | None) -> Rankings:
        for trial in trials:
            yield _by_score(self._suggest(self._facts(trial), learned))

    def _suggest(self, facts: Facts, learned: Learned | None) -> list[Suggestion]:
        return suggest(self._snapshot, facts, LOOKED_AT, learned)

    def _facts(self, trial: Trial) -> Facts:
        never = self._not_ranked | _groups(trial.apart)
        joined = tuple(GROUP + name for name in trial.joined)
        return Facts((), KINDS, joined=joined, never_groups=never, least=0.0)

    def _here(self, trial: Trial) -> Facts:
        ward, square = most_common(self._wards, trial.joined), middle(self._squares, trial.joined)
        return replace(self._facts(trial), ward=ward, near=() if ward is None else (ward,), square=square)


def _history(crowd: Crowd) -> list[tuple[int, str]]:
    """Who joined what, people by number."""
    return [(number, GROUP + name) for number, some in enumerate(crowd.joined.values(), 1) for name in some]


def _groups(names: Iterable[str]) -> frozenset[str]:
    return frozenset(GROUP + name for name in names)


def _by_score(found: Iterable[Suggestion]) -> list[str]:
    """The names in the order of the scores, before variety changed it."""
    return _names(sorted(found, key=lambda one: -one.score))


def _names(found: Iterable[Suggestion]) -> list[str]:
    return [one.group.removeprefix(GROUP) for one in found]
