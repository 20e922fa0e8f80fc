"""The open sets that the matcher is measured on, and their figures."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

from participate.matching.evaluation.collection import read_collection
from participate.matching.evaluation.crowd import read_crowd
from participate.matching.evaluation.evaluate import evaluate, evaluate_people
from participate.matching.evaluation.figures import Figures
from participate.matching.evaluation.split import SHARE, write_split
from participate.matching.evaluation.table import rounded
from tests.shared import folder

RESULTS = Path(__file__).with_name("results.json")
Found = dict[str, Figures]  # from a method to its figures


class Kept(TypedDict):
    """The figures of all sets in `whole`, from at most so many trials each (`most`; None is all), and `quick` ones."""

    most: int | None
    whole: dict[str, Found]
    quick: dict[str, Found]


COLLECTIONS = ("interest-to-group-london", "ir-adi", "ir-cisi", "ir-cran")
CROWDS = ("people-nashville", "people-toulouse", "people-wawer")
ONE_OUT, NEW = "one left out", "new items"
SEED = 1
QUICK_TRIALS = 200
QUICK = ("ir-adi", "ir-cran", f"people-nashville, {NEW}", f"people-toulouse, {ONE_OUT}")
WORSE = 0.02  # a figure that falls by more than this share is a fall
LESS_IS_BETTER = {"gini"}
GIVEN = {"random", "popularity", "tfidf", "bm25s"}  # not ours to keep up


def sets() -> list[str]:
    """The names of all sets: collections, then each crowd in its two ways."""
    return [*COLLECTIONS, *(f"{crowd}, {way}" for crowd in CROWDS for way in (ONE_OUT, NEW))]


def measure(name: str, most: int | None = None) -> Found:
    """The figures of a set, from at most so many trials."""
    place, _, way = name.partition(", ")
    source = folder() / "data" / "matching" / place
    if not way:
        return rounded(evaluate(read_collection(source)))
    if way == ONE_OUT:
        return rounded(evaluate_people(read_crowd(source, SEED), most))
    with TemporaryDirectory() as out:
        write_split(source, Path(out), SHARE, SEED, warm=False)
        return rounded(evaluate_people(read_crowd(Path(out), SEED), most))


def kept() -> Kept:
    """The figures in the repository."""
    found: Kept = json.loads(RESULTS.read_text(encoding="utf-8"))
    return found


def falls(before: Found, now: Found) -> list[str]:
    """What of ours got worse, in words; a method or a figure that is no longer there is worse too."""
    told = []
    for method in before.keys() - GIVEN:
        for figure, old in before[method].items():
            new = now.get(method, {}).get(figure)
            worse = 0.0 if new is None else (new - old if figure in LESS_IS_BETTER else old - new)
            if new is None or worse > WORSE * old:
                told.append(f"{method} {figure}: {old} is now {new}")
    return sorted(told)
