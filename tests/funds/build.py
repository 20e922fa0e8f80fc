"""A small fund for the tests."""

from datetime import date, timedelta

from participate.core import clock
from participate.funds import service
from participate.funds.models import Fund, FundAsk
from tests.street import Street

CLOSES = date(2026, 7, 31)


def build_fund(street: Street, **more: object) -> Fund:
    """£500 of the hub, at most £100 for one asking; not committed."""
    facts: dict[str, object] = {
        "name": "Green corners", "about": "For corners that bloom.", "criteria": "For everybody on the street\nGrows",
        "total_pence": 50_000, "most_pence": 10_000, "closes_on": CLOSES,
    }  # fmt: skip
    return service.open_fund(street.dora.id, street.hub.id, service.FundFacts(**(facts | more)))  # type: ignore[arg-type]


def build_ask(street: Street, fund: Fund, name: str = "chidi", **more: object) -> FundAsk:
    """Somebody asks for £60."""
    facts: dict[str, object] = {
        "title": "Seeds for the corner", "what": "Sow a bed.", "who": "All who pass.", "costs": "Seeds £60.",
        "pence": 6_000,
    }  # fmt: skip
    asker = street.person(name)
    assert asker is not None
    return service.ask_fund(asker.id, fund, service.AskFacts(**(facts | more)))  # type: ignore[arg-type]


AFTER = CLOSES + timedelta(days=1)


def after_closing():  # type: ignore[no-untyped-def]
    """The clock stands after the last day."""
    return clock.stop_at(clock.moment_of(AFTER, clock.local(clock.now()).time()))
