"""The definitions behind "more": each is whole, is counted, and can be read."""

import re

import pytest

from participate.insight.counting.more import MORE_COUNTERS
from participate.insight.disclosure.table import SPECIAL
from participate.insight.measures import LEAD
from participate.insight.measures.more import MORE
from participate.insight.measures.more.benchmarks import BENCHMARKS, benchmarks_of
from participate.insight.measures.more.factors import FACTORS
from participate.insight.words import Basis, Grain, Group, Unit

KEYS = {measure.key for measure in (*LEAD, *MORE)}


def test_each_is_counted_and_nothing_else_is():
    assert set(MORE_COUNTERS) == {measure.key for measure in MORE}
    assert len(KEYS) == len(LEAD) + len(MORE)  # no key twice


@pytest.mark.parametrize("measure", MORE, ids=lambda one: one.key)
def test_each_is_defined(measure):
    assert all((measure.name, measure.source, measure.unit.label, measure.group.label))
    assert measure.wordings[0].words.endswith((".", "?”"))
    assert all(caveat.endswith(".") for caveat in (measure.source, *measure.caveats))
    assert {measure.part_of, measure.of} - {""} <= KEYS
    assert not measure.lead


@pytest.mark.parametrize("measure", MORE, ids=lambda one: one.key)
def test_sentences_are_short(measure):
    for text in (measure.source, measure.wordings[0].words, *measure.caveats):
        for sentence in re.split(r"[.:?!] ", text):
            assert len(sentence.split()) <= 26, sentence


def test_what_stands_at_the_end_is_told_once():
    for measure in MORE:
        if any("picture of the last day" in caveat for caveat in measure.caveats):
            assert (measure.grains, measure.adds_over_time) == ((Grain.QUARTER,), False)


def test_answers_have_the_higher_threshold():
    assert {one.key for one in MORE if one.unit is Unit.ANSWERS} == {
        one.key for one in MORE if one.threshold == SPECIAL
    }


def test_equality_is_told_by_borough_and_year_alone():
    (who,) = (one for one in MORE if one.group is Group.WHO)
    assert (who.basis, who.grains) == (Basis.BOROUGH, (Grain.YEAR,))


def test_the_three_factors_rest_on_measures_of_wards():
    measures = {one.key: one for one in (*LEAD, *MORE)}
    assert [one.key for one in FACTORS] == ["assets", "engagement", "connectedness"]
    assert all(measures[one.measure].basis is not Basis.BOROUGH for one in FACTORS)
    assert all(Grain.QUARTER in measures[one.measure].grains for one in FACTORS)


def test_the_newest_benchmark_of_everybody_comes_first():
    one = benchmarks_of("belong_strongly")[0]
    assert (one.per_cent, one.period) == (61, "2023/24")
    assert benchmarks_of("") == ()
    assert all(each.source for each in BENCHMARKS)
    assert len({(each.key, each.name, each.source) for each in BENCHMARKS}) == len({each.key for each in BENCHMARKS})
