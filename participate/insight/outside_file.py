"""Files of figures that somebody else counted. Pure.

Known layout: library events and attendances of English councils (Arts Council England, by LibrariesHacked): columns
lad_code, event_type, age_group, period (ISO 8601, "2023-04-01/P1M"), count, measure ("events", "attendance").
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

LONGEST_GROUP, MOST = 60, 2_000_000_000  # as its columns hold them
LIBRARY = ("lad_code", "event_type", "age_group", "period", "count", "measure")
_PERIOD = re.compile(r"\d{4}-(0[1-9]|1[0-2])-01/P(1M|3M|1Y)", re.ASCII)
_SOURCE = (
    "Arts Council England, libraries taking part data 2023-24, published by LibrariesHacked; "
    "Open Government Licence v3.0"
)


@dataclass(frozen=True)
class Line:
    """One figure: of a council (GSS code), a period and a group."""

    place: str
    period: str
    group: str
    value: int


@dataclass
class Series:
    """One outside series with its own definition. `beside`: the measure of ours that it may be read beside."""

    key: str
    name: str
    definition: str
    unit: str
    source: str
    beside: str
    lines: list[Line] = field(default_factory=list)


@dataclass
class Report:
    """What became of a file: its series, the lines that were refused with the reason, those of other places."""

    series: list[Series]
    refused: list[str] = field(default_factory=list)
    elsewhere: int = 0


class UnknownLayout(Exception):
    """The first line of the file names no columns that we know."""


def read(lines: Iterable[str], place: str) -> Report:
    """The series of a file, only those of one council. Raises UnknownLayout."""
    rows = csv.DictReader(lines, restkey="more", restval="")
    if tuple(rows.fieldnames or ()) != LIBRARY:
        raise UnknownLayout
    report = Report(_library_series())
    by_measure = dict(zip(("events", "attendance"), report.series, strict=True))
    seen: set[tuple[str, str, str]] = set()
    for number, row in enumerate(rows, 2):
        _take(report, by_measure, seen, number, row, place)
    return report


def _take(
    report: Report, by_measure: dict[str, Series], seen: set[tuple[str, str, str]], number: int,
    row: dict[str, str], place: str,
) -> None:  # fmt: skip
    if row["lad_code"] != place:
        report.elsewhere += 1
        return
    series, group = by_measure.get(row["measure"]), f"{row['event_type']}, {row['age_group']}"
    key = (row["measure"], row["period"], group)
    if series is None or "more" in row or not _is_figure(row["period"], row["count"], group):
        report.refused.append(f"line {number}: not a figure of this layout")
    elif key in seen:
        report.refused.append(f"line {number}: this period and group stand there already")
    else:
        seen.add(key)
        series.lines.append(Line(place, row["period"], group, int(row["count"])))


def _is_figure(period: str, count: str, group: str) -> bool:
    number = count.isascii() and count.isdecimal() and len(count) <= 10 and int(count) <= MOST
    return bool(_PERIOD.fullmatch(period)) and number and len(group) <= LONGEST_GROUP and group.isprintable()


def _library_series() -> list[Series]:
    return [
        Series(
            "library-events", "Events in libraries",
            "Events that the council’s libraries held, by whom they were for: “Under 12” or “All ages”.",
            "events", _SOURCE, "sessions_held",
        ),
        Series(
            "library-attendances", "Attendances at library events",
            "Heads counted at events in the council’s libraries, “Adult” or “Under 12”. Attendances, not people: "
            "somebody who comes ten times counts ten times. The groups are not those of the events.",
            "attendances", _SOURCE, "attendances",
        ),
    ]  # fmt: skip
