"""Held-out sets of one's own: nothing leaks, nothing is lost, and the reading takes them."""

import csv
import json
from pathlib import Path

import pytest

from participate.matching.evaluation.crowd import read_crowd, read_joined
from participate.matching.evaluation.files import NotReadable
from participate.matching.evaluation.split import write_split

NAMES = [f"item{number}" for number in range(10)]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Thirty people, each with one to five of ten items."""
    folder = tmp_path / "whole"
    folder.mkdir()
    (folder / "meta.json").write_text('{"layout": "people", "language": "pl"}')
    (folder / "items.jsonl").write_text("".join(json.dumps({"_id": name, "title": name}) + "\n" for name in NAMES))
    rows = [f"{person},{NAMES[(person * 3 + step) % 10]}" for person in range(30) for step in range(person % 5 + 1)]
    (folder / "interactions.csv").write_text("person,item\n" + "\n".join(rows) + "\n")
    return folder


def pairs(file: Path) -> set[tuple[str, str]]:
    with file.open(newline="") as opened:
        return {(row["person"], row["item"]) for row in csv.DictReader(opened)}


def test_new_items_lose_all_their_interactions(whole: Path, tmp_path: Path) -> None:
    left, held = write_split(whole, tmp_path / "new", 0.2, 1, warm=False)
    out = tmp_path / "new"
    new = set((out / "candidates.txt").read_text().split())
    rest, test, all_of_it = (
        pairs(file) for file in (out / "interactions.csv", out / "holdout.csv", whole / "interactions.csv")
    )
    assert len(new) == 2
    assert {item for _, item in rest} == set(NAMES) - new
    assert rest == {(person, item) for person, item in all_of_it if item not in new}
    known = {person for person, _ in rest}
    assert test == {(person, item) for person, item in all_of_it if item in new and person in known}
    assert (left, held) == (len(rest), len(test))
    crowd = read_crowd(out)
    assert set(crowd.candidates) == new
    assert len(crowd.trials) == len(test)
    assert crowd.language == "pl"


def test_warm_withholds_one_each_of_half_of_those_with_two_or_more(whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "warm"
    write_split(whole, out, 0.2, 1, warm=True)
    rest, test = pairs(out / "interactions.csv"), pairs(out / "holdout.csv")
    assert rest | test == pairs(whole / "interactions.csv")
    assert not rest & test
    assert len(test) == len({person for person, _ in test}) == 24 // 2  # of 30, 24 have two or more
    assert {person for person, _ in test} <= {person for person, _ in rest}
    assert not (out / "candidates.txt").exists()


def test_the_seed_decides(whole: Path, tmp_path: Path) -> None:
    made = []
    for place, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_split(whole, tmp_path / place, 0.2, seed, warm=True)
        made.append((tmp_path / place / "holdout.csv").read_bytes())
    assert made[0] == made[1] != made[2]


def test_a_split_of_a_split_keeps_no_old_candidates(whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_split(whole, out, 0.5, 1, warm=False)
    write_split(whole, out, 0.5, 1, warm=True)
    assert not (out / "candidates.txt").exists()
    assert read_joined(out, NAMES)


def test_what_cannot_be_split_is_told(whole: Path, tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="a folder of its own"):
        write_split(whole, whole, 0.2, 1, warm=True)
    (whole / "interactions.csv").write_text("person,item\n1,item1\n")
    for warm in (False, True):
        with pytest.raises(NotReadable, match="nothing can be held out"):
            write_split(whole, tmp_path / "none", 0.2, 1, warm)
