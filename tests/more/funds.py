"""Kit points of a street and of a project; a small fund with a yes, a no and one that waits; one that is closed."""

from datetime import timedelta

from participate.core import clock
from participate.core.db import db
from participate.funds import service
from participate.funds.models import Fund
from tests.funds.build import build_ask, build_fund
from tests.street import Street

STATES = (
    "/funds?page=9",
    "/funds/{closed_fund_id}",
    "/funds/asks/{answered_ask_id}",
    "/funds/asks/{answered_ask_id}/decide",
)


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    fund = build_fund(street)
    yes = build_ask(street, fund, "amina", subject=f"project:{street.project.id}", title="Thread and needles")
    no, waits = build_ask(street, fund, "bilal", title="A coach trip"), build_ask(street, fund)
    service.grant(street.gita.id, yes, 5_000, "Coats are mended for everybody who comes.")
    service.decline(street.dora.id, no, "It is further than this fund reaches. The library lends a minibus.")
    today = clock.today()
    closed = Fund(
        hub_id=street.hub.id, name="Winter teas", criteria="Warm and open to all", total_pence=20_000, most_pence=5_000,
        granted_pence=20_000, closes_on=today - timedelta(days=9), made_at=clock.now(), changed_at=clock.now(),
    )  # fmt: skip
    db.session.add(closed)
    for subject, name, total in (
        (f"project:{street.project.id}", "Mend Club", 20), (f"person:{street.chidi.id}", "Chidi", 5),
    ):  # fmt: skip
        budget = service.set_budget(street.dora.id, street.hub.id, subject, name, total)
        service.spend(budget.id, 3)
    db.session.commit()
    return {
        "fund_id": fund.id, "fund_ask_id": waits.id, "closed_fund_id": closed.id, "answered_ask_id": yes.id,
    }  # fmt: skip
