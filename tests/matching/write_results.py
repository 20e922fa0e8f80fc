"""Measure the matcher on every open set and write the tables anew: python -m tests.matching.write_results"""

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from threadpoolctl import threadpool_limits

from tests.matching.goals import GOALS
from tests.matching.open_sets import QUICK, QUICK_TRIALS, RESULTS, Found, Kept, measure, sets

READABLE = Path(__file__).with_name("RESULTS.md")
OPENING = """# How good the matcher is on open data

Written by `python -m tests.matching.write_results`, which measures everything anew; `results.json` holds the same
figures for machines, and `make test` fails when one of ours falls by more than 2 %. What each figure means:
`participate/matching/evaluation/metrics.py`. `tfidf` is scikit-learn's TfidfVectorizer as it comes, with the cosine.

- In collections, questions find texts. `ratio` is ours divided by TF-IDF.
- In crowds, people find what they joined. `text` is ours by the words of what they joined alone, without places;
  `map` and `behaviour` are each learned part by itself; `ours` is what a person would be shown, as the code
  chooses; `reranked` is that with variety and fair exposure, and what these cost.
- One left out: one thing each of all people with two or more is to be found. New items: a fifth of the things is
  unknown to everybody.
"""


def readable(kept: Kept) -> str:
    """All tables, in Markdown."""
    whole = kept["whole"]
    goals = ["| goal | wanted | measured | |", "|---|---|---|---|"]
    for goal in GOALS:
        wanted = f"at least {goal.least:g}" if goal.least is not None else f"at most {goal.most:g}"
        told = "reached" if goal.reached(whole) else "**not reached**"
        goals.append(f"| {goal.words} | {wanted} | {goal.measure(whole):.3f} | {told} |")
    partly = (
        [f"Here each crowd was asked through {kept['most']:,} of its people only, at most.\n"] if kept["most"] else []
    )
    parts = [OPENING, *partly, "## Goals\n", "\n".join(goals) + "\n"]
    for name, found in whole.items():
        parts += [f"## {name}\n", _table(found)]
    return "\n".join(parts)


def _table(found: Found) -> str:
    columns = list(next(iter(found.values())))
    lines = [f"| | {' | '.join(columns)} |", "|---|" + "---|" * len(columns)]
    for method, row in found.items():
        figures = (f"{row[column]:.3f}" if column in row else "" for column in columns)
        lines.append(f"| {method} | {' | '.join(figures)} |")
    return "\n".join(lines) + "\n"


def write(most: int | None) -> None:
    """Measure, tell of each set as it is done, and write both files."""
    results: Kept = {"most": most, "whole": {}, "quick": {}}
    with ProcessPoolExecutor(initializer=threadpool_limits, initargs=(1,)) as pool:
        for name, found in zip(sets(), pool.map(measure, sets(), repeat(most)), strict=True):
            results["whole"][name] = found
            print(name, file=sys.stderr, flush=True)
        results["quick"] = dict(zip(QUICK, pool.map(measure, QUICK, repeat(QUICK_TRIALS)), strict=True))
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    READABLE.write_text(readable(results), encoding="utf-8")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--most", type=int, help="so many people of each crowd only, for a quick look")
    write(asked.parse_args().most)
