"""Pages of an asking: three answers; the hub's yes or no."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.guards import open_to, residents, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.funds import permissions, queries, service
from participate.funds.forms import AskForm, DecideForm
from participate.funds.rules.money import is_open, pence_of, pounds
from participate.funds.views.funds import names_of, seen
from participate.places.forms import put_error
from participate.projects import queries as projects
from participate.projects.queries.matching import list_team_ids_of

BOTH, POST = ["GET", "POST"], ["POST"]


def register(blueprint: Blueprint) -> None:
    for path, name, view, methods in (
        ("/funds/mine", "mine", mine, ["GET"]),
        ("/funds/<int:fund_id>/ask", "ask", ask, BOTH),
        ("/funds/asks/<int:fund_ask_id>", "asking", asking, ["GET"]),
        ("/funds/asks/<int:fund_ask_id>/decide", "decide", decide, BOTH),
        ("/funds/asks/<int:fund_ask_id>/withdraw", "withdraw", withdraw, POST),
    ):
        blueprint.add_url_rule(path, name, view, methods=methods)


@open_to(residents)
def mine() -> Response:
    """What I asked of funds."""
    return show("funds/mine.html", page=queries.list_asks_of(current_user.id, asked_page()), pounds=pounds)


@open_to(residents)
def ask(fund_id: int) -> Response:
    """Ask a fund: three answers."""
    fund, _gives = seen(fund_id)
    left = fund.total_pence - fund.granted_pence
    form = AskForm(_my_projects())
    if form.validate_on_submit():
        try:
            made = service.ask_fund(current_user.id, fund, _facts(form))
            say(_("Thank you. The hub answers, and you hear either way."))
            return go("funds.asking", fund_ask_id=made.id)
        except RuleBroken as broken:
            put_error(form.pounds, broken)
    facts = {"fund": fund, "left": left, "pounds": pounds, "open": is_open(fund.closes_on, left, clock.today())}
    return show("funds/ask.html", form=form, status=422 if form.errors else 200, **facts)


@open_to(residents)
def asking(fund_ask_id: int) -> Response:
    """The whole asking, for whoever asked and for the hub."""
    found = _mine_or_my_hubs(fund_ask_id)
    gives = permissions.may_give(current_user, found.fund.hub_id)
    return show("funds/asking.html", ask=found, gives=gives, pounds=pounds, names=names_of([found]))


@open_to(staff)
def decide(fund_ask_id: int) -> Response:
    """Yes, to all of it or a part, or not this time; with a reason."""
    found = _mine_or_my_hubs(fund_ask_id)
    if not permissions.may_give(current_user, found.fund.hub_id):
        raise NotAllowed
    form = DecideForm(pounds=pounds(found.pence))
    if form.validate_on_submit():
        try:
            _decide(found, form)
            say(_("Thank you. They hear from us, and everybody can read it."))
            return go("funds.fund", fund_id=found.fund_id)
        except RuleBroken as broken:
            put_error(form.pounds, broken)
    left = found.fund.total_pence - found.fund.granted_pence
    facts = {"ask": found, "left": left, "pounds": pounds, "names": names_of([found])}
    return show("funds/decide.html", form=form, status=422 if form.errors else 200, **facts)


@open_to(residents)
def withdraw(fund_ask_id: int) -> Response:
    """I do not need it any more."""
    found = queries.get_ask(fund_ask_id)
    if found.person_id != current_user.id:
        raise NotFound
    service.withdraw(current_user.id, found)
    say(_("It is taken back. Thank you for saying so."))
    return go("funds.mine")


def _decide(ask: queries.FundAsk, form: DecideForm) -> None:
    reason = form.reason.data or ""
    if form.answer.data == "yes":
        service.grant(current_user.id, ask, pence_of(form.pounds.data or ""), reason)
    else:
        service.decline(current_user.id, ask, reason)


def _mine_or_my_hubs(fund_ask_id: int) -> queries.FundAsk:
    found = queries.get_ask(fund_ask_id)
    if not permissions.may_read_answers(current_user, found.fund.hub_id, found.person_id):
        raise NotFound
    return found


def _my_projects() -> list[tuple[str, str]]:
    cards = projects.cards_of(list_team_ids_of(current_user.id))
    return sorted(((f"project:{card.id}", card.name) for card in cards.values()), key=lambda each: each[1])


def _facts(form: AskForm) -> service.AskFacts:
    return service.AskFacts(
        title=form.title.data or "", what=form.what.data or "", who=form.who.data or "", costs=form.costs.data or "",
        pence=pence_of(form.pounds.data or ""), subject=form.project.data or "",
    )  # fmt: skip
