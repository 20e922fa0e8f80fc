"""Held-out sets of one's own, made from an open set of people."""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Iterable
from pathlib import Path

from participate.matching.evaluation.crowd import Joined, read_joined, without
from participate.matching.evaluation.files import NotReadable, read_texts

SHARE = 0.2
COPIED = ("items.jsonl", "meta.json")


def split_new(joined: Joined, items: Iterable[str], share: float, seed: int) -> tuple[Joined, Joined, list[str]]:
    """A share of the items lose all their interactions. What is left, what is held out of people who still have some,
    and those items.
    """
    names = list(items)
    chosen = set(random.Random(seed).sample(names, max(1, round(share * len(names)))))  # noqa: S311 - no secret
    held = {person: tuple(item for item in some if item in chosen) for person, some in joined.items()}
    rest = without(joined, held)
    held = {person: some for person, some in held.items() if some and person in rest}
    return rest, held, [name for name in names if name in chosen]


def split_warm(joined: Joined, seed: int) -> tuple[Joined, Joined]:
    """Half of the people with two or more lose one interaction. What is left, and what is held out."""
    chance = random.Random(seed)  # noqa: S311 - the same choice every time, not a secret
    several = [person for person, items in joined.items() if len(items) > 1]
    chosen = chance.sample(several, len(several) // 2)
    held: Joined = {person: (chance.choice(joined[person]),) for person in chosen}
    return without(joined, held), held


def write_split(folder: Path, out: Path, share: float, seed: int, warm: bool) -> tuple[int, int]:
    """Make `out` from the open set in `folder`; how many interactions are left, and how many are held out.

    Raises NotReadable where nothing could be held out, or where `out` is the folder itself.
    """
    if out.resolve() == folder.resolve():
        raise NotReadable(f"{out}: a split needs a folder of its own.")
    names = [item.name for item in read_texts(folder / "items.jsonl")]
    joined = read_joined(folder, names)
    candidates: list[str] = []
    if warm:
        rest, held = split_warm(joined, seed)
    else:
        rest, held, candidates = split_new(joined, names, share, seed)
    if not held:
        raise NotReadable(f"{folder}: nothing can be held out here.")
    _write(folder, out, rest, held, candidates)
    return sum(map(len, rest.values())), sum(map(len, held.values()))


def _write(folder: Path, out: Path, rest: Joined, held: Joined, candidates: list[str]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        if (folder / name).is_file():
            shutil.copyfile(folder / name, out / name)
    _write_joined(out / "interactions.csv", rest)
    _write_joined(out / "holdout.csv", held)
    (out / "candidates.txt").unlink(missing_ok=True)
    if candidates:
        (out / "candidates.txt").write_text("".join(f"{name}\n" for name in candidates), encoding="utf-8")


def _write_joined(file: Path, joined: Joined) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened, lineterminator="\n")
        rows.writerow(("person", "item"))
        rows.writerows((person, item) for person, items in joined.items() for item in items)
