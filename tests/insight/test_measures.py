"""The definitions: each measure once, told in plain words, counted or worked out; and who is part of whom."""

import re

import pytest

from participate.insight.counting import COUNTERS
from participate.insight.counting.paths import PATHS
from participate.insight.measures import BY_KEY, DERIVED, MEASURES, TWELVE, Measure
from participate.insight.measures.definition import STARTED
from participate.insight.measures.lead import LEAD
from participate.insight.published import depth_of, family_of
from participate.insight.words import Grain, Split
from tests.house.messages import collect
from tests.insight.reading import grade, longest_sentence

ONES = pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
ORDER = (
    "people", "seen_again", "regulars", "attendances", "hours", "children", "filled", "led_by_residents", "idea_days",
    "answer_hours", "met", "cost_per_hour",
)  # fmt: skip


def words_of(measure: Measure) -> list[str]:
    return [measure.name, *(each.words for each in measure.wordings), measure.source, *measure.caveats]


def test_twelve_lead_in_the_order_of_the_issue() -> None:
    assert [(measure.lead, measure.key) for measure in TWELVE] == list(enumerate(ORDER, 1))


def test_each_measure_is_defined_once() -> None:
    assert len(BY_KEY) == len(MEASURES)
    assert len({measure.name for measure in MEASURES}) == len(MEASURES)


def test_each_measure_is_counted_or_worked_out() -> None:
    assert set(COUNTERS) == set(BY_KEY) - DERIVED
    assert {measure.key for measure in LEAD} - DERIVED <= set(PATHS)


def test_the_translators_have_every_word() -> None:
    messages = {message.id for message in collect() if isinstance(message.id, str)}
    assert [words for measure in MEASURES for words in words_of(measure) if words not in messages] == []


@ONES
def test_it_reads_easily(measure: Measure) -> None:
    """Flesch-Kincaid grade 5 is about the age of ten; no sentence is longer than 25 words (A-26)."""
    text = " ".join([*(each.words for each in measure.wordings), *measure.caveats])
    assert grade(text) <= 6.5, grade(text)
    assert longest_sentence(" ".join(words_of(measure)[1:])) <= 25


@ONES
def test_it_says_what_it_is(measure: Measure) -> None:
    assert re.fullmatch(r"[a-z_]{2,40}", measure.key)
    assert [each.since for each in measure.wordings] == sorted({each.since for each in measure.wordings})
    assert measure.wordings[0].since == STARTED
    assert measure.source
    assert measure.grains


@ONES
def test_what_it_is_part_of_is_told_wherever_it_is(measure: Measure) -> None:
    for key in (measure.part_of, measure.of):
        if key:
            assert set(measure.grains) <= set(BY_KEY[key].grains)
    assert not measure.part_of or measure.part_of in family_of(measure)
    assert depth_of(measure) <= 2


def test_families_are_told_together() -> None:
    assert family_of(BY_KEY["met"]) == {"met", "accepted", "suggested"}
    assert family_of(BY_KEY["suggested"]) == {"met", "accepted", "suggested"}
    assert {"people", "new_people", "regulars", "how_often"} <= family_of(BY_KEY["people"])
    # The attack of P-30 publishes with the siblings in sight, and so does what is published.
    assert family_of(BY_KEY["new_people"]) == family_of(BY_KEY["people"]) == family_of(BY_KEY["regulars"])
    assert [depth_of(BY_KEY[key]) for key in ("suggested", "accepted", "met")] == [0, 1, 2]


def test_people_do_not_add_up_and_times_do() -> None:
    assert not BY_KEY["people"].adds_over_time
    assert not BY_KEY["people"].adds_over_splits
    assert BY_KEY["attendances"].adds_over_time
    assert BY_KEY["attendances"].adds_over_splits
    assert Grain.MONTH not in BY_KEY["regulars"].grains
    assert BY_KEY["how_often"].splits == (Split.LENGTH,)
