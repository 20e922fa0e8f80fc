"""The live index: one writer changes it, readers hold snapshots that never change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.alike import LONGEST_MEMORY, NOTHING_ALIKE, Alike, LookAlikes
from participate.matching.index.document import Document
from participate.matching.index.names import Names
from participate.matching.index.segment import Ints, Rows, Segment, merged
from participate.matching.index.weighing import counted, held_back, saturated
from participate.matching.text.analyser import Analyser
from participate.matching.words import Kind

MERGE = 4  # a segment is merged into the one before it unless that is this many times larger


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What readers see. `names` are those of the things and of the rows that they were made from.

    They and `vocabulary` may grow while a snapshot is held; what was there stays as it was.
    """

    analyser: Analyser
    segments: tuple[Segment, ...]
    vocabulary: Names
    names: Names
    alike: LookAlikes
    kept: dict[str, Alike] = field(default_factory=dict)  # what was looked up of words that the vocabulary has

    def keep(self, found: Mapping[str, Alike]) -> None:
        """Remember what was found for words of the vocabulary: that stays so until the index is fitted anew."""
        if len(self.kept) < LONGEST_MEMORY:
            self.kept.update(found)

    @property
    def living(self) -> int:
        """How many documents can be found."""
        return sum(segment.living for segment in self.segments)

    def spread(self, terms: Ints) -> NDArray[np.int64]:
        """How many documents hold each term, counted now, so that new documents count at once."""
        found = np.zeros(len(terms), np.int64)
        for segment in self.segments:
            first, last = segment.find(terms)
            found += last - first
        return found


class Index:
    """The writer's side. It is not safe for two threads at once; the engine holds a lock around it."""

    def __init__(
        self,
        analyser: Analyser,
        base: Segment | None = None,
        vocabulary: Names | None = None,
        names: Names | None = None,
        usual: dict[Kind, float] | None = None,
        alike: LookAlikes = NOTHING_ALIKE,
    ) -> None:
        self.usual = usual or {}
        self.fitted = base.living if base else 0
        self.changed = 0  # documents added since the fit
        segments = (base,) if base else ()
        vocabulary, names = vocabulary or Names(), names or Names()
        self.snapshot = Snapshot(analyser, segments, vocabulary, names, alike)

    def replace(self, sources: Iterable[str], documents: Sequence[Document], owners: Iterable[int] = ()) -> None:
        """From now on these rows, and all that is these owners', have exactly these documents."""
        held = self.snapshot
        gone, leaving = held.names.known(sources), list(owners)
        segments = [segment.without(gone, leaving) for segment in held.segments]
        if documents:
            segments.append(self._segment(documents))
            self.changed += len(documents)
        self.snapshot = replace(held, segments=tuple(_merge(segments[:1], segments[1:])))

    def _segment(self, documents: Sequence[Document]) -> Segment:
        held = self.snapshot
        counts = [counted(document, held.analyser) for document in documents]
        kinds = [document.kind for document in documents]
        against = held_back(kinds, [float(one.total()) for one in counts], self.usual)
        places = np.repeat(np.arange(len(documents), dtype=np.int32), [len(one) for one in counts])
        terms = np.array([self._term(term) for one in counts for term in one], np.int32)
        often = np.array([times for one in counts for times in one.values()], np.float32)
        rows = Rows.of(documents, held.names)
        return Segment.of(rows, places, terms, saturated(often, against[places]))

    def _term(self, term: str) -> int:
        return self.snapshot.vocabulary.number(term)


def _merge(base: list[Segment], tail: list[Segment]) -> list[Segment]:
    tail = [segment for segment in tail if segment.living]
    while len(tail) > 1 and tail[-2].living < MERGE * tail[-1].living:
        last = tail.pop()
        tail[-1] = merged(tail[-1], last)
    return base + tail
