"""What was promised for a period, in a line each, beside what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from participate.insight.measures import BY_KEY
from participate.insight.queries.typed import Commitment
from participate.insight.rules.promised import standing_of
from participate.insight.showing.numbers import Line, figure, number
from participate.insight.words import Standing


@dataclass(frozen=True)
class Promise:
    """A line: what, how much of how much, how it stands, who said so."""

    key: str
    name: str
    words: str
    standing: Standing
    source: str


def lines(commitments: Sequence[Commitment], line: Line) -> list[Promise]:
    """The commitments of a period with their results; those of a measure that is gone are left out."""
    return [_promise(row, line) for row in commitments if row.measure in BY_KEY]


def _promise(row: Commitment, line: Line) -> Promise:
    measure, found = BY_KEY[row.measure], line.get(row.measure)
    words = _("Promised: at least %(target)s. What came of it: %(result)s.") % {
        "target": number(measure, row.target), "result": figure(measure, found),
    }  # fmt: skip
    return Promise(row.measure, _(measure.name), words, standing_of(row.target, found), row.source)
