"""Counting equality answers: read from their own table alone, and joined with nothing (P-28).

The one module beside the surveys that may name that table; `tests/insight/test_more_equality.py` watches over it.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from participate.insight.counting.given import Ground
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, WHOLE, Split
from participate.surveys.models import EqualityAnswer
from participate.surveys.words import AGE_BANDS, ETHNIC_GROUPS, NO, RATHER_NOT

AGES = (*(value for value, _words in AGE_BANDS), RATHER_NOT)
# The five groups of the Census, in the order of the harmonised question.
GROUPS = ("white", "mixed", "asian", "black", "other", RATHER_NOT)
_GROUP_OF = {
    value: group for group, (_name, answers) in zip(GROUPS, ETHNIC_GROUPS, strict=False) for value, _words in answers
}
# Who has a condition that restricts her a lot or a little is disabled; one that restricts not at all is no disability.
# Who says only that she has a condition has not said which.
DISABILITIES = ("yes", "no", RATHER_NOT)
_DISABILITY_OF = {"a_lot": "yes", "a_little": "yes", NO: "no", "not_at_all": "no"}


def equality_answers(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Answers given or changed in the year: all, and by each of the three questions alone."""
    columns: tuple[tuple[Split, tuple[str, ...], Any], ...] = (
        (Split.AGE, AGES, EqualityAnswer.age_band),
        (Split.ETHNIC, GROUPS, case(_GROUP_OF, value=EqualityAnswer.ethnic_group, else_=RATHER_NOT)),
        (Split.DISABILITY, DISABILITIES, case(_DISABILITY_OF, value=EqualityAnswer.disability, else_=RATHER_NOT)),
    )
    found: dict[Key, Counted] = {}
    for kind, names, answer in columns:
        numbers = _numbers(ground, period, answer)
        found |= {(BOROUGH, f"{kind}:{name}"): _of(numbers.get(name, 0)) for name in names}
        found[BOROUGH, WHOLE] = _of(sum(numbers.values()))
    return found


def _numbers(ground: Ground, period: Period, answer: ColumnElement[Any]) -> dict[str, int]:
    year = (EqualityAnswer.quarter >= period.first, EqualityAnswer.quarter < period.after)
    rows = select(answer.label("answer")).where(*year).subquery()
    query = select(rows.c.answer, func.count()).group_by(rows.c.answer)
    return {name: number for name, number in ground.connection.execute(query)}


def _of(number: int) -> Counted:
    return Counted(number, number)
