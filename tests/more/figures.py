"""A published year of the borough, with what was promised and paid; and the pages with it."""

from datetime import date

from participate.core import clock
from participate.core.db import db
from participate.insight.models import Budget, Commitment
from participate.insight.periods import of_day
from participate.insight.words import Grain
from tests.insight import published
from tests.street import Street

FIRST, MONTHS = of_day(date(2025, 10, 1), Grain.MONTH), 6  # two quarters and the year that ends between them
STATES = (
    "/figures?quarter=2025-Q4", "/figures?quarter=1999-Q4", "/figures/map?show=assets&period=2026-Q1",
    "/figures/map?show=nobody", "/figures/ward/abbey?period=2026-Q1", "/figures/ward/nowhere",
    "/figures/measure/attendances?by=month", "/figures/measure/met", "/figures/measure/how_often?by=year",
    "/figures/measure/idea_days", "/figures/measure/nothing", "/figures/questions?period=2026-Q1",
    "/figures/compare?first=2025-Q4&second=2026-Q1", "/figures/compare?first=2025&second=2026-Q1",
    "/figures/compare?ward=parsloes&period=2025", "/figures/report?quarter=2025-Q4",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    published.publish(MONTHS, FIRST)
    paid = {"includes": "Staff, rent of two shops", "leaves_out": "The time of the council", "made_at": clock.now()}
    promised = {"source": "Cabinet paper, March 2025", "owner": "Head of community", "made_at": clock.now()}
    db.session.add_all([
        Budget(period="2026-Q1", pence=5_480_000, **paid), Budget(period="2025", pence=19_800_000, **paid),
        Commitment(measure="people", period="2026-Q1", target=5_000, **promised),
        Commitment(measure="children", period="2025", target=100, **promised),
    ])  # fmt: skip
    db.session.commit()
    return {
        "insight.measure:key": "people",
        "insight.measure_file:key": "people",
        "insight.measure_file:chart": "trend",
    }
