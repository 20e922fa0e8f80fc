"""A crowd: people and what each of them joined, with the trials: what was held out (the people layout)."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from participate.matching.evaluation.files import NotReadable, Text, read_language, read_names, read_rows, read_texts

Joined = dict[str, tuple[str, ...]]  # from a person to the items that she joined, each once


@dataclass(frozen=True, slots=True)
class Trial:
    """One ranking: for this person, who `joined` those, is the `item` found? `apart` are her other held-out items,
    which are not ranked.
    """

    person: str
    item: str
    joined: tuple[str, ...]
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Crowd:
    """`joined` is what may be learned from, without what is held out. `candidates` are the items that are ranked."""

    language: str | None
    items: tuple[Text, ...]
    joined: Joined
    candidates: tuple[str, ...]
    trials: tuple[Trial, ...]


def read_crowd(folder: Path, seed: int = 0) -> Crowd:
    """The crowd in a folder; raises NotReadable. Without `holdout.csv` one item is held out, at random by `seed`, of
    each person with two or more.
    """
    items = read_texts(folder / "items.jsonl")
    known = {item.name for item in items}
    joined = read_joined(folder, known)
    candidates = tuple(item.name for item in items)
    if (folder / "candidates.txt").is_file():
        candidates = tuple(name for name in read_names(folder / "candidates.txt") if name in known)
    if (folder / "holdout.csv").is_file():
        held = _by_person(read_rows(folder / "holdout.csv"), known)
    else:
        held = leave_one_out(joined, frozenset(candidates), seed)
    rest = without(joined, held)
    trials = tuple(
        Trial(person, item, rest.get(person, ()), frozenset(items) - {item})
        for person, items in held.items()
        for item in items
    )
    if not trials or not candidates:
        raise NotReadable(f"{folder}: nothing is held out, so there is nothing to find.")
    return Crowd(read_language(folder), items, rest, candidates, trials)


def read_joined(folder: Path, known: Iterable[str]) -> Joined:
    """Who joined what, among the known items."""
    return _by_person(read_rows(folder / "interactions.csv"), frozenset(known))


def leave_one_out(joined: Joined, among: frozenset[str], seed: int) -> Joined:
    """One item, at random, of each person with two or more."""
    chance = random.Random(seed)  # noqa: S311 - the same choice every time, not a secret
    held: Joined = {}
    for person, items in joined.items():
        possible = [item for item in items if item in among]
        if len(items) > 1 and possible:
            held[person] = (chance.choice(possible),)
    return held


def without(joined: Joined, held: Joined) -> Joined:
    """What is left when the held-out items are gone; people with nothing left are gone too."""
    rest = {
        person: tuple(item for item in items if item not in held.get(person, ())) for person, items in joined.items()
    }
    return {person: items for person, items in rest.items() if items}


def _by_person(rows: Iterable[tuple[str, ...]], known: frozenset[str] | set[str]) -> Joined:
    found: dict[str, dict[str, None]] = {}
    for person, item, *_ in rows:
        if item in known:
            found.setdefault(person, {})[item] = None
    return {person: tuple(items) for person, items in found.items()}
