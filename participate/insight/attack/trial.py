"""Attacks made-up boroughs and counts what was found. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context

from participate.insight.attack.attacker import ENOUGH, Attacker
from participate.insight.attack.boroughs import made
from participate.insight.attack.twelve import (
    Published,
    Way,
    Year,
    each_cell_by_itself,
    not_even_rounded,
    properly,
)
from participate.insight.words import Shown

_ROUNDED, _EXACT = 2, 0


@dataclass(frozen=True)
class Found:
    """`small`: cells of fewer than their threshold, where there could be somebody. `pinned`: those of them for which
    fewer than five numbers were left. `small_tables`: tables with a small cell; `leaking_tables`: with a pinned one.
    `wrong`: cells of which the attacker believes what is not true: then it is the attack that is broken."""

    tables: int = 0
    cells: int = 0
    shown: int = 0
    small: int = 0
    pinned: int = 0
    small_tables: int = 0
    leaking_tables: int = 0
    wrong: int = 0

    def __add__(self, other: Found) -> Found:
        mine, theirs = asdict(self), asdict(other)
        return Found(**{name: mine[name] + theirs[name] for name in mine})


@dataclass(frozen=True)
class Outcome:
    """Of one borough, or of many: published properly, then without secondary suppression, then not even rounded."""

    proper: Found
    control: Found
    unrounded: Found

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.proper + other.proper, self.control + other.control, self.unrounded + other.unrounded)


def attacked(family: list[Published], rounding: int) -> Found:
    """What an attacker finds in one family of linked tables of a year."""
    attacker = Attacker([one.safe for one in family], rounding)
    attacker.deduce()
    truth: dict[int, int] = {}
    small: dict[int, int] = {}  # cell → table
    for place, one in enumerate(family):
        for (area, split), value in one.exact.items():
            cell = attacker.number[one.safe.shape.measure, one.safe.period.code, area, split]
            truth[cell] = value
            if value < one.safe.shape.threshold and one.safe.cells[area, split].shown is not Shown.NONE:
                small[cell] = place
    attacker.ask(small)
    pinned = [cell for cell in small if attacker.left(cell) < ENOUGH]
    return Found(
        tables=len(family), cells=len(truth), small=len(small), pinned=len(pinned),
        shown=sum(cell.shown is Shown.SHOWN for one in family for cell in one.safe.cells.values()),
        small_tables=len(set(small.values())), leaking_tables=len({small[cell] for cell in pinned}),
        wrong=sum(not attacker.least[cell] <= value <= attacker.most[cell] for cell, value in truth.items()),
    )  # fmt: skip


def one_borough(seed: int) -> Outcome:
    year = Year(made(seed))

    def all_of(way: Way, rounding: int) -> Found:
        return sum((attacked(family, rounding) for family in year.published(way)), Found())

    return Outcome(all_of(properly, _ROUNDED), all_of(each_cell_by_itself, _ROUNDED), all_of(not_even_rounded, _EXACT))


def boroughs(many: int, processes: int = 1, first: int = 0) -> Iterator[tuple[int, Outcome]]:
    """Seed and outcome of each, in order."""
    seeds = range(first, first + many)
    if processes == 1:
        yield from ((seed, one_borough(seed)) for seed in seeds)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from zip(seeds, pool.map(one_borough, seeds, chunksize=4), strict=True)


def summary(outcomes: list[Outcome]) -> dict[str, int | float]:
    """What the command prints."""
    nothing = Outcome(Found(), Found(), Found())
    total = sum(outcomes, nothing)
    counts = Counter(outcome.control.pinned > 0 for outcome in outcomes)
    return {
        "boroughs": len(outcomes), "cells": total.proper.cells, "small": total.proper.small,
        "shown": total.proper.shown, "pinned": total.proper.pinned, "wrong": total.proper.wrong + total.control.wrong,
        "control_pinned": total.control.pinned, "control_boroughs": counts[True],
        "leaking_tables": total.proper.leaking_tables,
        "control_leaking_tables": _share(total.control), "unrounded_pinned": total.unrounded.pinned,
        "unrounded_leaking_tables": _share(total.unrounded),
    }  # fmt: skip


def _share(found: Found) -> float:
    """Of the tables with a small cell, the share that gave one away."""
    return round(found.leaking_tables / max(found.small_tables, 1), 3)
