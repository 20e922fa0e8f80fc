"""Pages of the small funds: what they are for, what is left, what was decided and why."""

from collections.abc import Iterable

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.days import day_of
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.guards import anyone, open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.funds import permissions, queries, service
from participate.funds.forms import FundForm
from participate.funds.rules.money import is_open, pence_of, pounds
from participate.places import queries as places
from participate.places.forms import put_error
from participate.projects import queries as projects

BOTH = ["GET", "POST"]


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/funds", "index", index)
    blueprint.add_url_rule("/funds/<int:fund_id>", "fund", fund)
    blueprint.add_url_rule("/funds/<int:fund_id>/edit", "edit", edit, methods=BOTH)
    blueprint.add_url_rule("/hubs/<int:hub_id>/funds/new", "new", new, methods=BOTH)


@open_to(anyone)
def index() -> Response:
    """The funds that can be asked, and those that are over."""
    page, today = queries.list_funds(asked_page()), clock.today()
    open_ = {each.id for each in page.items if is_open(each.closes_on, each.total_pence - each.granted_pence, today)}
    return show("funds/index.html", page=page, open_ids=open_, pounds=pounds)


@open_to(anyone)
def fund(fund_id: int) -> Response:
    """One fund: criteria, money left, decisions with their reasons."""
    found, gives = seen(fund_id)
    decided = queries.list_decided(fund_id, asked_page())
    left = found.total_pence - found.granted_pence
    return show(
        "funds/fund.html", fund=found, gives=gives, left=left, pounds=pounds, page=decided,
        open=is_open(found.closes_on, left, clock.today()), waiting=queries.count_waiting_asks(fund_id),
        names=names_of(decided.items), asks=queries.list_waiting_asks(fund_id, 1).items if gives else [],
    )  # fmt: skip


@open_to(staff)
def new(hub_id: int) -> Response:
    """Open a small fund."""
    hub = places.get_hub(hub_id)
    if not permissions.may_give(current_user, hub_id):
        raise NotAllowed
    form = FundForm()
    if form.validate_on_submit() and _fits(form):
        made = service.open_fund(current_user.id, hub_id, _facts(form))
        say(_("Thank you. Neighbours can read it and ask now."))
        return go("funds.fund", fund_id=made.id)
    return show("funds/form.html", form=form, hub=hub, fund=None, status=422 if form.errors else 200)


@open_to(staff)
def edit(fund_id: int) -> Response:
    """Change what a fund's page says."""
    found, gives = seen(fund_id)
    if not gives:
        raise NotAllowed
    form = FundForm(
        name=found.name, about=found.about, criteria=found.criteria, total=pounds(found.total_pence),
        most=pounds(found.most_pence), closes=found.closes_on.isoformat(),
    )  # fmt: skip
    if form.validate_on_submit() and _fits(form):
        try:
            service.change_fund(current_user.id, found, _facts(form))
            say(_("Saved."))
            return go("funds.fund", fund_id=fund_id)
        except RuleBroken as broken:
            put_error(form.total, broken)
    return show("funds/form.html", form=form, hub=found.hub, fund=found, status=422 if form.errors else 200)


def seen(fund_id: int) -> tuple[queries.Fund, bool]:
    """The fund, and whether the reader gives its money. Raises NotFound where she may not know of it."""
    found = queries.get_fund(fund_id)
    gives = permissions.may_give(current_user, found.hub_id)
    if found.hidden_at is not None and not gives:
        raise NotFound
    return found, gives


def names_of(asks: Iterable[queries.FundAsk]) -> dict[str, projects.ProjectCard]:
    """The projects for which these were asked, by subject. One statement."""
    ids = [int(ask.subject.partition(":")[2]) for ask in asks if ask.subject.startswith("project:")]
    return {f"project:{number}": card for number, card in projects.cards_of(ids).items()}


def _fits(form: FundForm) -> bool:
    """The most for one asking is within what there is."""
    if pence_of(form.most.data or "") <= pence_of(form.total.data or ""):
        return True
    form.most.errors = [*form.most.errors, _("That is more than there is in all.")]
    return False


def _facts(form: FundForm) -> service.FundFacts:
    return service.FundFacts(
        name=form.name.data or "", about=form.about.data or "", criteria=form.criteria.data or "",
        total_pence=pence_of(form.total.data or ""), most_pence=pence_of(form.most.data or ""),
        closes_on=day_of(form.closes.data or ""),
    )  # fmt: skip
