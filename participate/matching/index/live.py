"""The live index: one writer changes it, readers hold snapshots that never change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.alike import NOTHING_ALIKE, LookAlikes
from participate.matching.index.document import Document
from participate.matching.index.segment import Ints, Rows, Segment, merged
from participate.matching.index.weighing import counted, held_back, saturated
from participate.matching.text.analyser import Analyser
from participate.matching.words import Kind

MERGE = 4  # a segment is merged into the one before it unless that is this many times larger


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What readers see. `groups` are the names of the things by number, `numbers` the way back.

    These and `vocabulary` may grow while a snapshot is held; what was there stays as it was.
    """

    analyser: Analyser
    segments: tuple[Segment, ...]
    vocabulary: dict[str, int]
    groups: list[str]
    numbers: dict[str, int]
    alike: LookAlikes

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
        vocabulary: dict[str, int] | None = None,
        groups: list[str] | None = None,
        usual: dict[Kind, float] | None = None,
        alike: LookAlikes = NOTHING_ALIKE,
    ) -> None:
        self._usual = usual or {}
        self.fitted = base.living if base else 0
        self.changed = 0  # documents added or removed since the fit
        segments = (base,) if base else ()
        names = groups or []
        numbers = {name: number for number, name in enumerate(names)}
        self.snapshot = Snapshot(analyser, segments, vocabulary or {}, names, numbers, alike)

    def replace(self, groups: Sequence[str], documents: Sequence[Document]) -> None:
        """From now on these things have exactly these documents; a thing with none is gone."""
        held = self.snapshot
        known = [held.numbers[name] for name in groups if name in held.numbers]
        gone = np.array(known, np.int32)
        segments = [segment.without(gone) for segment in held.segments] if known else list(held.segments)
        before = held.living
        if documents:
            segments.append(self._segment(documents))
        segments = _merge(segments[:1], segments[1:])
        after = replace(held, segments=tuple(segments))
        self.changed += len(documents) + max(0, before + len(documents) - after.living)
        self.snapshot = after

    def _segment(self, documents: Sequence[Document]) -> Segment:
        held = self.snapshot
        counts = [counted(document, held.analyser) for document in documents]
        kinds = [document.kind for document in documents]
        against = held_back(kinds, [float(one.total()) for one in counts], self._usual)
        places = np.repeat(np.arange(len(documents), dtype=np.int32), [len(one) for one in counts])
        terms = np.array([self._term(term) for one in counts for term in one], np.int32)
        often = np.array([times for one in counts for times in one.values()], np.float32)
        rows = Rows.of(documents, [self._group(document.group) for document in documents])
        return Segment.of(rows, places, terms, saturated(often, against[places]))

    def _term(self, term: str) -> int:
        vocabulary = self.snapshot.vocabulary
        return vocabulary.setdefault(term, len(vocabulary))

    def _group(self, name: str) -> int:
        names, numbers = self.snapshot.groups, self.snapshot.numbers
        if name not in numbers:
            names.append(name)  # before its number is known, so that no reader finds a number without a name
            numbers[name] = len(names) - 1
        return numbers[name]


def _merge(base: list[Segment], tail: list[Segment]) -> list[Segment]:
    tail = [segment for segment in tail if segment.living]
    while len(tail) > 1 and tail[-2].living < MERGE * tail[-1].living:
        last = tail.pop()
        tail[-1] = merged(tail[-1], last)
    return base + tail
