"""The shelf: an index as plain arrays and facts, and back. What is taken from it shares the arrays, without a copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.alike import NOTHING_ALIKE, LookAlikes
from participate.matching.index.live import Index
from participate.matching.index.names import Frozen, Names
from participate.matching.index.segment import Rows, Segment
from participate.matching.text.analyser import Analyser
from participate.matching.words import Kind

Arrays = dict[str, NDArray[Any]]
SEGMENT = ("blocks", "by_source", "terms", "starts", "places", "weights", "held", "row_starts")
ALIKE = ("chosen", "spread", "rarity", "starts", "places", "weights", "forms", "forms_worth")


def laid_down(index: Index) -> tuple[Arrays, dict[str, Any]]:
    """The arrays and the facts of an index that was just fitted."""
    held = index.snapshot
    arrays = _names("names", held.names) | _names("vocabulary", held.vocabulary)
    for segment in held.segments[:1]:
        arrays |= {f"rows.{field.name}": getattr(segment.rows, field.name) for field in fields(Rows)}
        arrays |= {f"base.{name}": getattr(segment, name) for name in SEGMENT}
    if held.alike is not NOTHING_ALIKE:
        arrays |= {f"alike.{name}": getattr(held.alike, name) for name in ALIKE} | _names("runs", held.alike.numbers)
    return arrays, {"usual": {kind.value: length for kind, length in index.usual.items()}}


def picked_up(arrays: Mapping[str, NDArray[Any]], facts: Mapping[str, Any], analyser: Analyser) -> Index:
    """The index that was laid down. Raises KeyError or ValueError where something is missing."""
    names, vocabulary = _named("names", arrays), _named("vocabulary", arrays)
    usual = {Kind(name): float(length) for name, length in facts["usual"].items()}
    base, alike = None, NOTHING_ALIKE
    if "base.terms" in arrays:
        rows = Rows(*(arrays[f"rows.{field.name}"] for field in fields(Rows)))
        alive = np.ones(len(rows.source), np.bool_)
        known: dict[str, Any] = {name: arrays[f"base.{name}"] for name in SEGMENT}
        base = Segment(rows, alive=alive, living=len(alive), ends=rows.end(), **known)
    if "alike.chosen" in arrays:
        given: dict[str, Any] = {name: arrays[f"alike.{name}"] for name in ALIKE}
        alike = LookAlikes(words=vocabulary, numbers=_named("runs", arrays), **given)
    return Index(analyser, base, vocabulary, names, usual, alike)


def _names(of: str, names: Names) -> Arrays:
    frozen = names.froze().frozen if len(names) > names.held else names.frozen
    return {f"{of}.letters": frozen.letters, f"{of}.starts": frozen.starts, f"{of}.table": frozen.table}


def _named(of: str, arrays: Mapping[str, NDArray[Any]]) -> Names:
    return Names(frozen=Frozen(arrays[f"{of}.letters"], arrays[f"{of}.starts"], arrays[f"{of}.table"]))
