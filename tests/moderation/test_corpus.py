"""How much the house sees, counted on our own examples: by class at least 95 of 100, and false alarms at most 5."""

import pytest

from participate.core.screening import Found, look, pieces
from tests.moderation.corpus import CLEAN, SEEN

LEAST_SEEN, MOST_FALSE = 0.95, 0.05


def test_there_are_enough_of_each() -> None:
    everything = [words for some in SEEN.values() for words in some] + list(CLEAN)
    assert len(everything) == len(set(everything)) >= 200
    assert set(SEEN) == {found.value for found in Found}
    assert all(len(some) >= 14 for some in SEEN.values())
    assert len(CLEAN) >= 90


@pytest.mark.parametrize("kind", sorted(SEEN))
def test_it_is_seen(kind: str) -> None:
    missed = [words for words in SEEN[kind] if Found(kind) not in look(words)]
    assert 1 - len(missed) / len(SEEN[kind]) >= LEAST_SEEN, missed


@pytest.mark.parametrize("kind", [found.value for found in Found])
def test_nothing_is_seen_where_nothing_is(kind: str) -> None:
    wrong = [words for words in CLEAN if Found(kind) in look(words)]
    assert len(wrong) / len(CLEAN) <= MOST_FALSE, wrong


def test_all_false_alarms_together() -> None:
    wrong = {words: sorted(found) for words in CLEAN if (found := look(words))}
    assert len(wrong) / len(CLEAN) <= MOST_FALSE, wrong


def test_the_same_number_written_otherwise_is_the_same_piece() -> None:
    assert pieces("07700 900123") == pieces("ring 07700-900123")
    assert pieces("07700 900123") != pieces("07700 900124")


@pytest.mark.parametrize("words", ["", "a" * 10_000, "07" * 5_000, "(" * 5_000, "at " * 2_000, "i " * 3_000])
def test_whatever_is_typed_takes_no_time(words: str) -> None:
    look(words)  # a pattern that goes back and forth over it for minutes would hang the suite here
