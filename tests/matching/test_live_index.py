"""The index stays right while things come, change and go, and a reader's snapshot never changes."""

import random

import pytest

from participate.matching.index.fit import fit
from participate.matching.text.analyser import Analyser
from tests.matching.given import asked, names, neighbourhood, person, project

SUBJECTS = ["chess", "knitting", "bread", "football", "gardening", "poetry", "guitar"]
SUBJECTS += ["samba", "pottery", "running", "sewing", "cycling", "drawing"]


def test_a_new_line_is_found_at_once():
    index = neighbourhood()
    index.replace(["person:1"], [person(1, "zebrafish keeping")])
    assert names(asked(index, "zebrafish")) == ["person:1"]


def test_a_changed_line_is_found_by_its_new_words_only():
    index = neighbourhood(person(1, "chess"))
    index.replace(["person:1"], [person(1, "knitting")])
    assert asked(index, "chess") == []
    assert names(asked(index, "knitting")) == ["person:1"]


def test_a_removed_thing_is_gone_wherever_it_was():
    index = neighbourhood(person(1, "chess"))
    index.replace(["person:2"], [person(2, "chess")])
    index.replace(["person:1", "person:2", "person:3"], [])
    assert asked(index, "chess") == []


def test_a_snapshot_stays_as_it_was():
    index = neighbourhood(person(1, "chess"))
    before = index.snapshot
    index.replace(["person:1", "person:2"], [person(2, "chess")])
    assert before.living == index.snapshot.living
    assert [before.names[number] for number in before.segments[0].rows.group[before.segments[0].alive]].count(
        "person:1"
    ) == 1
    assert names(asked(index, "chess")) == ["person:2"]


def test_an_empty_index_grows():
    index = fit([], Analyser())
    index.replace(["person:1"], [person(1, "chess")])
    index.replace(["person:2"], [person(2, "Lubię szachy")])
    assert names(asked(index, "szachy")) == ["person:2"]


def test_texts_without_a_word_can_be_added():
    index = fit([person(1, "…")], Analyser())
    index.replace(["person:2"], [person(2, "!!!")])
    index.replace(["person:3"], [person(3, "chess")])
    assert names(asked(index, "chess")) == ["person:3"]


@pytest.mark.parametrize("seed", range(5))
def test_added_one_by_one_ranks_like_fitted_anew(seed):
    lot = random.Random(seed)
    people = [person(n, " and ".join(lot.sample(SUBJECTS, 3)), ward=n % 4 + 1) for n in range(300)]
    grown = fit(people[:250], Analyser())
    for one in people[250:]:
        grown.replace([one.source], [one])
    anew = fit(people, Analyser())
    shared = 0
    for _ in range(20):
        text = " ".join(lot.sample(SUBJECTS, 3))
        shared += len(set(names(asked(grown, text))[:10]) & set(names(asked(anew, text))[:10]))
    assert shared >= 0.95 * 200


def test_many_small_changes_leave_few_segments():
    index = neighbourhood()
    for number in range(200):
        index.replace([f"person:{number % 50}"], [person(number % 50, "chess" if number % 5 else f"samba {number}")])
    assert len(index.snapshot.segments) <= 6
    assert len(names(asked(index, "chess"))) == 40
    assert index.snapshot.living == 70


def test_a_document_is_counted_once_however_often_it_was_replaced():
    index = neighbourhood()
    for _ in range(3):
        index.replace(["person:1"], [person(1, "chess")])
    assert index.snapshot.living == 21


def test_a_person_who_leaves_takes_everything_of_hers_along():
    index = neighbourhood(person(1, "chess"), project(5, "Chess club", owner=1), person(2, "chess"))
    index.replace([], [], owners=[1])
    assert names(asked(index, "chess")) == ["person:2"]


def test_one_of_several_lines_can_go():
    lines = {"posting:1": "chess", "posting:2": "knitting", "posting:3": "samba"}
    index = neighbourhood(*[person(1, words, source=source) for source, words in lines.items()])
    index.replace(["posting:2", "posting:3"], [person(1, "pottery", source="posting:3")])
    found = {words: bool(asked(index, words)) for words in ("chess", "knitting", "samba", "pottery")}
    assert found == {"chess": True, "knitting": False, "samba": False, "pottery": True}
