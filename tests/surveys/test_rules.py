"""Weeks, quarters, answers, tokens: truth tables."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from participate.surveys import rules, words
from participate.surveys.words import Question
from tests import shared

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "monday"),
    [(date(2026, 6, 29), date(2026, 6, 29)), (date(2026, 7, 2), date(2026, 6, 29)),
     (date(2026, 7, 5), date(2026, 6, 29)), (date(2026, 7, 6), date(2026, 7, 6)),
     (date(2027, 1, 1), date(2026, 12, 28))],
)  # fmt: skip
def test_the_week_is_its_monday(day: date, monday: date) -> None:
    assert rules.week_of(day) == monday


@pytest.mark.parametrize(
    ("day", "first"),
    [(date(2026, 1, 1), date(2026, 1, 1)), (date(2026, 3, 31), date(2026, 1, 1)), (date(2026, 4, 1), date(2026, 4, 1)),
     (date(2026, 9, 30), date(2026, 7, 1)), (date(2026, 12, 31), date(2026, 10, 1))],
)  # fmt: skip
def test_the_quarter_is_its_first_day(day: date, first: date) -> None:
    assert rules.quarter_of(day) == first


def test_answers_are_kept_two_years() -> None:
    assert rules.oldest_kept(date(2026, 7, 2)) == date(2024, 7, 1)
    assert rules.oldest_kept(date(2026, 6, 30)) == date(2024, 4, 1)


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (Question.WORTHWHILE, "0", 0), (Question.WORTHWHILE, "10", 10), (Question.BELONGING, "1", 1),
        (Question.BELONGING, "5", 5), (Question.MET, "0", 0), (Question.MET, "2", 2), (Question.MET, "none", None),
    ],
)  # fmt: skip
def test_an_answer_is_one_of_the_buttons(question: Question, typed: str, answer: int | None) -> None:
    assert rules.answer_from(question, typed) == answer


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (Question.WORTHWHILE, "11"), (Question.WORTHWHILE, "-1"), (Question.WORTHWHILE, ""), (Question.BELONGING, "0"),
        (Question.BELONGING, "6"), (Question.MET, "3"), (Question.MET, "x" * 10_000), (Question.MET, "\x00"),
        (Question.MET, "01"), (Question.MET, "٢"), (Question.WORTHWHILE, "7.5"),
    ],
)  # fmt: skip
def test_anything_else_is_none(question: Question, typed: str) -> None:
    with pytest.raises(rules.NotAnAnswer):
        rules.answer_from(question, typed)


def test_not_before_the_session_is_over() -> None:
    rules.check_pulse_time(NOW, NOW)
    with pytest.raises(rules.TooEarly):
        rules.check_pulse_time(NOW + timedelta(seconds=1), NOW)


@pytest.mark.parametrize(
    ("condition", "restriction", "stored"),
    [
        ("yes", "a_lot", "a_lot"), ("yes", "a_little", "a_little"), ("yes", "not_at_all", "not_at_all"),
        ("yes", "", "yes"), ("yes", "rather_not", "yes"), ("yes", "nonsense", "yes"), ("no", "", "no"),
        ("no", "a_lot", "no"), ("", "a_lot", "rather_not"), ("rather_not", "a_lot", "rather_not"),
        ("nonsense", "", "rather_not"), ("", "", "rather_not"),
    ],
)  # fmt: skip
def test_two_questions_one_word(condition: str, restriction: str, stored: str) -> None:
    assert rules.disability_from(condition, restriction) == stored
    assert rules.disability_from(*rules.questions_from(stored)) == stored
    assert stored in rules.DISABILITIES


@pytest.mark.parametrize(
    ("typed", "stored"), [("16-24", "16-24"), ("65+", "65+"), ("", "rather_not"), ("9", "rather_not")]
)
def test_ages(typed: str, stored: str) -> None:
    assert rules.age_from(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"), [("black_african", "black_african"), ("", "rather_not"), ("White", "rather_not")]
)
def test_groups(typed: str, stored: str) -> None:
    assert rules.group_from(typed) == stored


def test_a_token_says_which_asking() -> None:
    token = rules.token_from(12, "ab" * 32)
    assert token == "12-" + "ab" * 16
    assert rules.split_token(token) == 12


@pytest.mark.parametrize("token", ["", "12", "12-", "-" + "a" * 32, "0-" + "a" * 32, "x-" + "a" * 32, "12-abc",
                                   "9" * 10 + "-" + "a" * 32, "1" * 400, "٢-" + "a" * 32])  # fmt: skip
def test_what_is_no_token(token: str) -> None:
    assert rules.split_token(token) is None


def test_the_wording_is_the_standard_one() -> None:
    """Word for word, but for apostrophes set as on every page."""
    file = shared.folder() / "data" / "survey" / "harmonised_questions.json"
    items = {each["id"]: each for each in json.loads(file.read_text())["items"]}
    asked = {
        "ons4_worthwhile": Question.WORTHWHILE.label, "belong": Question.BELONGING.label,
        "age_band_cls": words.AGE_QUESTION, "ethnic_group": words.ETHNIC_QUESTION, "llhci": words.CONDITION_QUESTION,
        "activity_restriction": words.RESTRICTION_QUESTION,
    }  # fmt: skip
    assert asked == {name: items[name]["question"] for name in asked}
    belonging = [said for _value, said in Question.BELONGING.answers]
    assert belonging == [said.replace("'", "’") for said in items["belong"]["options"]]
    groups = {name: [said for _value, said in group] for name, group in words.ETHNIC_GROUPS}
    assert groups == items["ethnic_group"]["options_grouped"]
    assert items["ethnic_group"]["help"] == words.ETHNIC_HELP
    assert [said for _value, said in words.RESTRICTIONS] == items["activity_restriction"]["options"]
    bands = [value.replace("-", " to ").replace("65+", "65 or over") for value, _said in words.AGE_BANDS]
    assert bands == [said for _value, said in words.AGE_BANDS]
    census = items["age_band_census6"]["options"]
    assert [value for value, _said in words.AGE_BANDS] == census[1:]
