"""Learning: from the index and from what people joined to all that can be known of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from importlib import import_module

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from participate.matching.index.alike import LookAlikes
from participate.matching.index.live import Snapshot
from participate.matching.learning.learned import Learned
from participate.matching.learning.maps import learn_maps
from participate.matching.learning.space import Space
from participate.matching.learning.texts import Texts, read_texts
from participate.matching.learning.together import learn_together

ENOUGH = 5.0  # times that a thing was joined, on average: from here on joining tells as much as it can
# It loads scikit-learn, which no web process should hold: loaded when there is something to learn.
LAYING_OUT = f"{__package__}.laying_out"
History = Iterable[tuple[int, str]]  # who joined what: a person, a group


def learn(snapshot: Snapshot, history: History = (), parents: Mapping[str, str] | None = None) -> Learned | None:
    """What the texts and the `history` tell; None with too few texts. `parents` are the projects of sessions."""
    pairs = list(dict.fromkeys(history))
    texts = read_texts(snapshot, {group for _person, group in pairs})
    space = _lay_out(texts, snapshot.alike)
    if space is None:
        return None
    named = (snapshot.names[number] for number in texts.groups.tolist())
    numbers = {name: number for number, name in enumerate(named)}
    joined = _joined(pairs, numbers)
    together = learn_together(joined)
    known = len(together.known) if together else 0
    return Learned(
        texts,
        space,
        learn_maps(space.texts, joined),
        together,
        _whole(numbers, parents or {}),
        min(1.0, joined.nnz / known / ENOUGH) if known else 0.0,
    )


def _lay_out(texts: Texts, alike: LookAlikes) -> Space | None:
    """Where each text and each term lies; None with too few texts."""
    space: Space | None = import_module(LAYING_OUT).lay_out(texts, alike)
    return space


def _joined(pairs: Collection[tuple[int, str]], numbers: Mapping[str, int]) -> csr_array:
    """People × things: 1 where somebody joined."""
    mine = [(person, numbers[group]) for person, group in pairs if group in numbers]
    people: dict[int, int] = {}
    rows = [people.setdefault(person, len(people)) for person, _thing in mine]
    columns = [thing for _person, thing in mine]
    return csr_array((np.ones(len(mine), np.float32), (rows, columns)), shape=(len(people), len(numbers)))


def _whole(numbers: Mapping[str, int], parents: Mapping[str, str]) -> NDArray[np.int64]:
    whole = np.arange(len(numbers))
    for part, parent in parents.items():
        if part in numbers and parent in numbers:
            whole[numbers[part]] = numbers[parent]
    return whole
