"""What programs read about the open data: a dictionary, and a data package (Frictionless). Pure."""

from collections.abc import Sequence
from typing import Any

from participate.insight.files.columns import COLUMNS, KEY, facts_of_all, facts_of_column, places_of
from participate.insight.files.rows import RULES, Licence, Names
from participate.insight.measures import Measure


def dictionary(measures: tuple[Measure, ...], names: Names, licence: Licence) -> dict[str, Any]:
    """Columns, measures with their definitions, places, rules and licence."""
    return {
        "title": title_of(names), "licence": {"name": licence.name, "address": licence.address},
        "rules": list(RULES), "columns": [facts_of_column(column) for column in COLUMNS],
        "measures": facts_of_all(measures), "areas": places_of(names),
    }  # fmt: skip


def package(months: Sequence[str], names: Names, licence: Licence) -> dict[str, Any]:
    """The tables of these months, which lie beside the package, with their columns, as Frictionless names them."""
    return {
        "profile": "tabular-data-package", "name": "participate-figures", "title": title_of(names),
        "licenses": [{"title": licence.name, "path": licence.address}],
        "resources": [_resource(month) for month in months],
    }  # fmt: skip


def title_of(names: Names) -> str:
    return f"How {names.borough} takes part"


def _resource(month: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource", "name": f"figures-{month}", "path": f"{month}.csv", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "dialect": {"commentChar": "#", "lineTerminator": "\r\n"},
        "schema": {
            "fields": [facts_of_column(column) for column in COLUMNS], "primaryKey": list(KEY), "missingValues": [""],
        },
    }  # fmt: skip
