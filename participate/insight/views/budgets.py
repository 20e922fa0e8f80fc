"""What taking part cost, typed in with what is in it."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import admins, officers, open_to
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.funds.rules.money import pounds
from participate.insight.forms import BudgetForm
from participate.insight.periods import read
from participate.insight.queries import figures, typed
from participate.insight.rules.promised import budget_of, pence_an_hour, periods_with_costs
from participate.insight.saying import period_name
from participate.insight.service.commitments import set_budget

BOTH = ["GET", "POST"]
HOURS = "hours"


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/budget", "budgets", budgets)
    blueprint.add_url_rule("/figures/budget/new", "set_budget", new, methods=BOTH)


@open_to(officers, admins)
def budgets() -> Response:
    """All that was typed in, newest first; the newest of each time is the one that holds."""
    page = typed.page_of_budgets(asked_page())
    held: dict[str, int] = {}
    for row in typed.list_budgets([read(code) for code in {row.period for row in page.items}]):
        held.setdefault(row.period, row.id)
    lines = [(row, period_name(read(row.period)), pounds(row.pence), held.get(row.period) == row.id, _an_hour(row))
             for row in page.items]  # fmt: skip
    return show("insight/budgets.html", page=page, lines=lines)


@open_to(officers, admins)
def new() -> Response:
    """Type in what a time cost."""
    form = BudgetForm([(each.code, period_name(each)) for each in periods_with_costs(clock.today())])
    if form.validate_on_submit():
        pence, includes = budget_of(form.pounds.data or ""), form.includes.data or ""
        set_budget(current_user.id, read(form.period.data), pence, includes, form.leaves_out.data or "")
        say(_("Noted. The cost of an hour is worked out from it."))
        return go("insight.budgets")
    return show("insight/budget_form.html", form=form, status=422 if form.errors else 200)


def _an_hour(row: typed.Budget) -> str:
    """What an hour cost; "" where its hours are not published."""
    hours = figures.find_line(read(row.period)).get(HOURS)
    pence = pence_an_hour(row.pence, hours)
    return pounds(pence) if pence is not None else ""
