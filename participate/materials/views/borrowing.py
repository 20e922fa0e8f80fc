"""Pages of whoever borrows: asking, my loans, one loan, yes to an offer, calling it off, keeping it longer."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core import clock
from participate.core.days import day_of
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import date_line
from participate.core.paging import asked_page
from participate.funds import queries as funds
from participate.materials import permissions, queries, service
from participate.materials.forms.lending import AnswerForm, BorrowForm, LongerForm, NoteForm
from participate.materials.rules import lending
from participate.materials.views._loading import loan_for_reader, my_loan, my_purposes, purpose_of
from participate.materials.words import Deal, LoanStatus
from participate.organisations import offering
from participate.organisations import queries as organisations
from participate.places.forms import put_error

MOST_A_DAY, A_DAY = 30, 24 * 3600  # askings, seconds
POST = ["POST"]
HAS_IT = (LoanStatus.AGREED, LoanStatus.OUT)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/materials/<int:material_id>/borrow", "borrow", borrow, methods=["GET", "POST"])
    blueprint.add_url_rule("/loans", "loans", loans)
    blueprint.add_url_rule("/loans/<int:loan_id>", "loan", loan)
    blueprint.add_url_rule("/loans/<int:loan_id>/accept", "loan_accept", accept, methods=POST)
    blueprint.add_url_rule("/loans/<int:loan_id>/pass-on", "loan_pass_on", pass_on, methods=POST)
    blueprint.add_url_rule("/loans/<int:loan_id>/cancel", "loan_cancel", cancel, methods=["GET", "POST"])
    blueprint.add_url_rule("/loans/<int:loan_id>/longer", "loan_longer", longer, methods=["GET", "POST"])


@open_to(residents)
def borrow(material_id: int) -> Response:
    """Say from when, for how long and what for. Where it is not free, she waits, and keeps her turn."""
    found = queries.get_material(material_id)
    offering.look_at(found)
    if found.deal is not Deal.LEND:
        raise NotFound
    standing = queries.lent_of(found, current_user.id)
    if standing.mine is not None and request.method == "GET" and "again" not in request.args:
        return go("materials.loan", loan_id=standing.mine.id)
    form = _borrow_form(found)
    if form.validate_on_submit():
        hit(f"borrow:{current_user.id}", MOST_A_DAY, A_DAY)
        try:
            made = service.ask(current_user.id, current_user.id, found, _asked(form))
        except RuleBroken as broken:
            put_error(_beside(form, broken), broken)
        else:
            say(_answer(made))
            return go("materials.loan", loan_id=made.id)
    return show(
        "materials/borrow.html", form=form, material=found, lent=standing, today=clock.today(),
        status=422 if form.errors else 200,
    )  # fmt: skip


def _borrow_form(found: queries.Material) -> BorrowForm:
    purposes = my_purposes()
    budgets = None
    if found.points:
        subjects = [value for value, _name in purposes] + [f"person:{current_user.id}"]
        budgets = [
            (str(each.id), _("%(name)s: %(left)s left", name=each.name, left=each.total - each.spent))
            for each in funds.list_budgets_of(subjects)
        ]
    asked_for = request.args.get("for", "")
    return BorrowForm(
        found.loan_days, purposes, budgets, units=1, days=str(found.loan_days),
        subject=asked_for if asked_for in dict(purposes) else "",
    )  # fmt: skip


def _asked(form: BorrowForm) -> service.Asked:
    return service.Asked(
        units=form.units.data or 1, days=int(form.days.data), words=form.words.data or "",
        from_day=day_of(form.from_day.data) if form.from_day.data else None, subject=form.subject.data or "",
        budget_id=int(form.budget.data) if "budget" in form else None,
    )  # fmt: skip


def _beside(form: BorrowForm, broken: RuleBroken) -> Any:
    if isinstance(broken, lending.TooManyUnits):
        return form.units
    if isinstance(broken, lending.TooManyDays):
        return form.days
    if isinstance(broken, lending.DayOver | lending.TooFarAhead):
        return form.from_day
    return form.budget if "budget" in form else form.words


def _answer(made: queries.Loan) -> str:
    if made.status is LoanStatus.AGREED:
        return _("Yes, you can have it. Here is how to get it.")
    if made.status is LoanStatus.WAITING:
        return _("You are in the queue. We write to you when it is your turn.")
    return _("Asked. You get an answer within two working days.")


@open_to(residents)
def loans() -> Response:
    """What I have, what I asked for; with ?over=y what is behind me."""
    over = request.args.get("over") == "y"
    page = queries.list_loans_of(current_user.id, asked_page(), over=over)
    return show("materials/loans.html", page=page, over=over, today=clock.today())


@open_to(residents)
def loan(loan_id: int) -> Response:
    """One loan, for whoever borrows and whoever lends: where it stands, and what can be done now."""
    return show_loan(loan_id)


def show_loan(loan_id: int, form: AnswerForm | None = None) -> Response:
    """The page of a loan; with a form that came back."""
    reader = loan_for_reader(loan_id)
    found = reader.loan
    may_get = permissions.may_see_how_to_get(borrows=reader.borrows, agreed=found.status in HAS_IT)
    return show(
        "materials/loan.html", loan=found, material=found.material, borrows=reader.borrows, keeps=reader.keeps,
        form=form or AnswerForm(), purpose=purpose_of(found), how_to_get=found.reason if may_get else "",
        ahead=queries.place_in_line(found) if found.status is LoanStatus.WAITING else 0,
        free=_free_for(found), hub=organisations.hub_at(found.material), today=clock.today(),
        status=422 if form is not None and form.errors else 200,
    )  # fmt: skip


def _free_for(found: queries.Loan) -> bool:
    """Whether what was asked for is still free, for its keeper to say yes."""
    if found.status is not LoanStatus.ASKED or found.from_day is None:
        return False
    first = max(found.from_day, clock.today())
    return queries.free_units(found.material_id, first, lending.last_of(first, found.days)) >= found.units


@open_to(residents)
def accept(loan_id: int) -> Response:
    """It is my turn: yes."""
    service.accept(current_user.id, my_loan(loan_id))
    say(_("It is yours. Here is how to get it."))
    return go("materials.loan", loan_id=loan_id)


@open_to(residents)
def pass_on(loan_id: int) -> Response:
    """It is my turn: no, the next please."""
    service.pass_on(current_user.id, my_loan(loan_id))
    say(_("Thank you for saying so. The next is asked."))
    return go("materials.loans")


@open_to(residents)
def cancel(loan_id: int) -> Response:
    """I need it no more; or whoever lends it cannot after all."""
    reader = loan_for_reader(loan_id)
    form = NoteForm()
    if form.validate_on_submit():
        service.cancel(current_user.id, reader.loan, form.note.data or "")
        say(_("Called off, and the other side hears of it."))
        return go("materials.loans") if reader.borrows else go("materials.scan", material_id=reader.loan.material_id)
    return show(
        "materials/loan_cancel.html", form=form, loan=reader.loan, borrows=reader.borrows,
        status=422 if form.errors else 200,
    )  # fmt: skip


@open_to(residents)
def longer(loan_id: int) -> Response:
    """I should like to keep it some days more; or its keeper lets me."""
    reader = loan_for_reader(loan_id)
    form = LongerForm(reader.loan.material.loan_days)
    if form.validate_on_submit():
        try:
            last = service.stay_longer(
                current_user.id, reader.loan, int(form.days.data), as_keeper=reader.keeps
            )  # fmt: skip
            say(_("Good. It is due on %(date)s now.", date=date_line(last)))
            return go("materials.loan", loan_id=loan_id)
        except RuleBroken as broken:
            put_error(form.days, broken)
    return show("materials/loan_longer.html", form=form, loan=reader.loan, status=422 if form.errors else 200)
