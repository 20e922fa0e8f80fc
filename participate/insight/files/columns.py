"""The columns of the long table, and what files say beside it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from participate.core.words import mark
from participate.insight.files.rows import RULES, About, Names
from participate.insight.measures import Measure


@dataclass(frozen=True)
class Column:
    """`kind`: string or integer. `width`: in a spreadsheet, in letters."""

    name: str
    kind: str
    width: int
    about: str


COLUMNS = (
    Column("period", "string", 9, mark("The month (2026-06), quarter (2026-Q2) or year (2026) that it is of.")),
    Column("period_type", "string", 11, mark("How long the period is: month, quarter or year.")),
    Column("measure", "string", 20, mark("The short name of the measure. It never changes.")),
    Column("measure_name", "string", 34, mark("The measure in words.")),
    Column("unit", "string", 13, mark("What the number counts: people, hours, days, pence and so on.")),
    Column("area_type", "string", 10, mark("What the place is: borough, locality, ward, or unknown.")),
    Column("area_code", "string", 12, mark("The official (GSS) code of the borough or ward. A locality has our own.")),
    Column("area_name", "string", 26, mark("The name of the place.")),
    Column("split_by", "string", 10, mark("By what the number is told apart, such as theme. Empty: all together.")),
    Column("split_value", "string", 16, mark("Which part it is. Empty: all together.")),
    Column("value", "integer", 9, mark("The number, rounded to 5. Empty where it is not told. Empty is never 0.")),
    Column("note", "string", 22, mark("Why there is no number: fewer than 5, or not shown. Or why it is 0.")),
    Column("definition", "integer", 11, mark("The number of the definition by which it was counted.")),
)
KEY = ("period", "measure", "area_type", "area_code", "split_by", "split_value")
HEADS = tuple(column.name for column in COLUMNS)


def lines_about(about: About) -> list[tuple[str, str]]:
    """What stands above or beside the table: name and words."""
    rules = [("rule", rule) for rule in RULES]
    return [
        ("title", about.title), ("borough", about.borough), ("period", ", ".join(about.periods)),
        ("snapshot", about.month), ("made at", about.made), ("digest of the snapshot (SHA-256)", about.digest),
        ("licence", about.licence.name), ("licence address", about.licence.address), ("address", about.address), *rules,
    ]  # fmt: skip


def definitions_of(measure: Measure) -> list[tuple[int, str, str]]:
    """Each definition of a measure: its number, from which day on it holds, and its words."""
    return [(number, one.since.isoformat(), one.words) for number, one in enumerate(measure.wordings, 1)]


def facts_about(about: About) -> dict[str, Any]:
    """As `lines_about`, for JSON."""
    return {
        "title": about.title, "borough": about.borough, "periods": list(about.periods), "snapshot": about.month,
        "made_at": about.made, "digest": about.digest, "address": about.address,
        "licence": {"name": about.licence.name, "address": about.licence.address}, "rules": list(RULES),
    }  # fmt: skip


def facts_of(measure: Measure) -> dict[str, Any]:
    """A measure for JSON: its definitions, and what everybody may know about its tables."""
    return {
        "name": measure.name, "unit": measure.unit.label, "kind": measure.kind.value, "group": measure.group.value,
        "lead": measure.lead, "source": measure.source, "caveats": list(measure.caveats),
        "definitions": [dict(zip(("number", "since", "words"), one, strict=True)) for one in definitions_of(measure)],
        "area_means": measure.basis.value, "periods": [grain.value for grain in measure.grains],
        "splits": [split.value for split in measure.splits], "threshold": measure.threshold,
        "adds_over_time": measure.adds_over_time, "adds_over_splits": measure.adds_over_splits,
        "part_of": measure.part_of, "share_of": measure.of,
    }  # fmt: skip


def facts_of_all(measures: tuple[Measure, ...]) -> dict[str, Any]:
    """Measure → its facts."""
    return {measure.key: facts_of(measure) for measure in measures}


def facts_of_column(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": column.kind, "description": column.about}


def places_of(names: Names) -> list[dict[str, str]]:
    """The areas of the borough, for the dictionary."""
    parts = [names.of(area) for area in ("borough", *names.areas, "unknown")]
    return [dict(zip(("area_type", "area_code", "area_name"), part, strict=True)) for part in parts]
