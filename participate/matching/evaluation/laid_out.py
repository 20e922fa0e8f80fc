"""An open set laid out as a borough: its texts as projects, its places as wards, its points as squares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, radians

import numpy as np

from participate.matching.evaluation.files import Text
from participate.matching.index.document import Document
from participate.matching.words import Facet, Kind
from participate.places.rules.squares import ROW, square_of

GROUP = "project:"
MIDDLE = (51.55, 0.0)  # a set from anywhere is laid around this point, for squares are of Great Britain
Numbers = dict[str, int]  # from an item's name to its ward or square; only those that have one


def documents(texts: Sequence[Text], language: str | None) -> list[Document]:
    """The texts as projects."""
    wards, squares = wards_of(texts), squares_of(texts)
    return [
        Document(
            GROUP + text.name, GROUP + text.name, Kind.PROJECT, Facet.ABOUT, text.title, text.tags, text.body,
            language, wards.get(text.name), squares.get(text.name),
        )
        for text in texts
    ]  # fmt: skip


def wards_of(texts: Iterable[Text]) -> Numbers:
    """The places, numbered from 1."""
    numbers: Numbers = {}
    return {text.name: numbers.setdefault(text.place, len(numbers) + 1) for text in texts if text.place is not None}


def squares_of(texts: Iterable[Text]) -> Numbers:
    """The squares. The distances between them are true, wherever on earth they are."""
    points = {text.name: text.point for text in texts if text.point}
    if not points:
        return {}
    lat, lon = np.median(np.array(list(points.values())), axis=0).tolist()
    shrunk = cos(radians(lat)) / cos(radians(MIDDLE[0]))
    found = {
        name: square_of(MIDDLE[0] + north - lat, MIDDLE[1] + (east - lon) * shrunk)
        for name, (north, east) in points.items()
    }
    return {name: square for name, square in found.items() if square is not None}


def most_common(wards: Numbers, joined: Iterable[str]) -> int | None:
    """Where a person is: the most common place among what she joined, of several the first."""
    places = Counter(wards[name] for name in joined if name in wards)
    return places.most_common(1)[0][0] if places else None


def middle(squares: Numbers, joined: Iterable[str]) -> int | None:
    """The square in the middle of what she joined."""
    held = np.array([divmod(squares[name], ROW) for name in joined if name in squares])
    if not len(held):
        return None
    east, north = np.median(held, axis=0).astype(int).tolist()
    return int(east * ROW + north)
