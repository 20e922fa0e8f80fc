"""The measures behind "more" counted a second way: every row is read, and counted in plain Python."""

from participate.insight.periods import Period
from tests.insight.twice.people import connections, equality, hosts, links, pulses, sign_ups
from tests.insight.twice.projects import ideas, partners, projects
from tests.insight.twice.rows import (
    Cells,
    rows,
)
from tests.insight.twice.things import assets, hours, things


def recount(period: Period) -> dict[str, Cells]:
    """Every measure behind "more" in a period: value, people and the largest of each cell."""
    ways = (
        sign_ups, hosts, links, connections, ideas, projects, hours, things, partners, pulses, equality, assets,
    )  # fmt: skip
    rows.cache_clear()
    found: dict[str, Cells] = {}
    for way in ways:
        found |= way(period)
    return found
