"""Snapshots on disk: what is taken from there answers like what was put there; what is broken is never used."""

import json
import multiprocessing
import random
import time
from pathlib import Path

import numpy as np
import pytest

from participate.matching.index import shelf, stored
from participate.matching.index.fit import fit
from participate.matching.index.live import Index
from participate.matching.text.analyser import Analyser
from tests.matching.given import asked, concepts, neighbourhood, person, project

CODE = "this code"


def put(folder: Path, index: Index, made_by: str = CODE) -> Index:
    """The index as another process takes it from the folder."""
    folder.mkdir(exist_ok=True)
    arrays, facts = shelf.laid_down(index)
    stored.save(folder, made_by, arrays, facts)
    return taken(folder)


def taken(folder: Path, made_by: str = CODE) -> Index:
    found = stored.load(folder, made_by)
    return shelf.picked_up(found.arrays, found.facts, Analyser(concepts))


def answers(index: Index) -> list:
    texts = ["baking bread", "gătit", "photografy", "a club for chess", "nothing of the kind"]
    return [[(one.group, one.score, one.reason) for one in asked(index, text)] for text in texts]


@pytest.fixture
def index() -> Index:
    cooks = [person(1, "Baking bread"), person(2, "Gătit pentru mulți"), project(3, "Chess club", "Photography too")]
    return neighbourhood(*cooks)


def test_what_is_taken_answers_like_what_was_put_there(index: Index, tmp_path: Path) -> None:
    before = answers(index)
    assert any(before)
    assert answers(put(tmp_path, index)) == before


def test_it_goes_on_like_the_one_that_was_put_there(index: Index, tmp_path: Path) -> None:
    other = put(tmp_path, index)
    for each in (index, other):
        each.replace(["person:1"], [])
        each.replace(["person:7"], [person(7, "Sourdough bread and samba")])
    assert [one.group for one in asked(other, "bread")] == ["person:7"]
    assert answers(index) == answers(other)


def test_the_arrays_are_shared_and_cannot_be_written(index: Index, tmp_path: Path) -> None:
    base = put(tmp_path, index).snapshot.segments[0]
    for array in (base.weights, base.places, base.rows.ward):
        assert not array.flags.owndata
        with pytest.raises(ValueError):
            array[:] = 0


@pytest.mark.parametrize("documents", [[], [person(1, "…")]])
def test_an_index_without_a_word_can_be_put_there_and_grow(documents: list, tmp_path: Path) -> None:
    index = put(tmp_path, fit(documents, Analyser()))
    index.replace(["person:2"], [person(2, "chess")])
    assert [one.group for one in asked(index, "chess")] == ["person:2"]


def test_nothing_there_is_unusable(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        assert stored.stamp(folder) == stored.NONE
        with pytest.raises(stored.Unusable):
            stored.load(folder, CODE)


def the(folder: Path, ending: str) -> Path:
    (found,) = folder.glob(f"*{ending}")
    return found


def flip(path: Path, at: int) -> None:
    whole = bytearray(path.read_bytes())
    whole[at] ^= 1
    path.write_bytes(whole)


BREAKS = {
    "a bit of the arrays": lambda folder: flip(the(folder, ".arrays"), 1000),
    "their last bit": lambda folder: flip(the(folder, ".arrays"), -1),
    "arrays cut short": lambda folder: the(folder, ".arrays").write_bytes(the(folder, ".arrays").read_bytes()[:-64]),
    "arrays gone": lambda folder: the(folder, ".arrays").unlink(),
    "arrays empty": lambda folder: the(folder, ".arrays").write_bytes(b""),
    "manifest empty": lambda folder: (folder / "manifest.json").write_bytes(b""),
    "manifest cut short": lambda folder: (folder / "manifest.json").write_text(
        (folder / "manifest.json").read_text()[:-9]
    ),
    "manifest of something else": lambda folder: (folder / "manifest.json").write_text("[1, 2]"),
    "manifest is a folder": lambda folder: [(folder / "manifest.json").unlink(), (folder / "manifest.json").mkdir()],
}


@pytest.mark.parametrize("what", BREAKS)
def test_what_is_broken_is_not_used(what: str, index: Index, tmp_path: Path) -> None:
    put(tmp_path, index)
    BREAKS[what](tmp_path)
    with pytest.raises(stored.Unusable):
        taken(tmp_path)


def test_a_fact_that_was_changed_is_noticed(index: Index, tmp_path: Path) -> None:
    put(tmp_path, index)
    given = json.loads((tmp_path / "manifest.json").read_text())
    given["told"]["facts"]["usual"]["person"] = 99.0
    (tmp_path / "manifest.json").write_text(json.dumps(given))
    with pytest.raises(stored.Unusable):
        taken(tmp_path)


def test_one_that_other_code_made_is_not_used(index: Index, tmp_path: Path) -> None:
    put(tmp_path, index)
    with pytest.raises(stored.Unusable):
        taken(tmp_path, "newer code")


def test_a_newer_one_takes_its_place_and_nothing_old_stays(index: Index, tmp_path: Path) -> None:
    held, first = put(tmp_path, index), stored.stamp(tmp_path)
    (tmp_path / "777.half").write_bytes(b"what somebody who was killed left")
    index.replace(["person:1"], [])
    put(tmp_path, neighbourhood(person(5, "Keeping zebrafish")))
    assert stored.stamp(tmp_path) != first
    assert len(list(tmp_path.iterdir())) == 2
    assert [one.group for one in asked(held, "bread")] == ["person:1"]  # whoever has the old one keeps it
    assert [one.group for one in asked(taken(tmp_path), "zebrafish")] == ["person:5"]


def test_of_two_only_one_builds(tmp_path: Path) -> None:
    with stored.building(tmp_path / "new") as one, stored.building(tmp_path / "new") as other:
        assert one is not None
        assert other is None
    with stored.building(tmp_path / "new") as again:
        assert again is not None


def test_only_the_site_may_read_it(index: Index, tmp_path: Path) -> None:
    put(tmp_path, index)
    assert {file.stat().st_mode & 0o077 for file in tmp_path.iterdir()} == {0}


def test_every_kind_of_array_comes_back(tmp_path: Path) -> None:
    arrays = {"empty": np.zeros(0, np.int32), "square": np.arange(12.0).reshape(3, 4)[:, ::2], "one": np.array(7)}
    stored.save(tmp_path, CODE, arrays, {"a": [1]})
    found = stored.load(tmp_path, CODE)
    assert found.facts == {"a": [1]}
    for name, array in arrays.items():
        np.testing.assert_array_equal(found.arrays[name], array)


def write_on_and_on(folder: str) -> None:
    """What a process does until it is killed: put one snapshot in the place of another."""
    for number in range(1_000_000):
        arrays = {name: np.full(20_000, number) for name in "abc"}
        stored.save(Path(folder), CODE, arrays, {"number": number})


def killed_while_writing(folder: Path, times: int) -> None:
    """After each kill what lies there is whole: the one before, or the one after."""
    lot = random.Random(6)
    for _time in range(times):
        writer = multiprocessing.get_context("spawn").Process(target=write_on_and_on, args=(str(folder),))
        before = stored.stamp(folder)
        writer.start()
        while stored.stamp(folder) == before and writer.is_alive():
            time.sleep(0.001)
        time.sleep(lot.random() / 50)
        writer.kill()
        writer.join()
        found = stored.load(folder, CODE)
        assert {int(array.min()) for array in found.arrays.values()} == {found.facts["number"]}
    stored.save(folder, CODE, {}, {"number": -1})
    assert len(list(folder.iterdir())) == 2
    assert stored.load(folder, CODE).facts == {"number": -1}


def test_whoever_writes_can_be_killed_at_any_moment(tmp_path: Path) -> None:
    killed_while_writing(tmp_path, 4)


@pytest.mark.soak
def test_whoever_writes_can_be_killed_two_hundred_times(tmp_path: Path) -> None:
    killed_while_writing(tmp_path, 200)
