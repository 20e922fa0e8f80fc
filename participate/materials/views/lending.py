"""Pages of whoever lends: what waits and what is out, her answer, out and back, how she lends it."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.materials import queries, service
from participate.materials.forms.lending import (
    ASK,
    AT_ONCE,
    AnswerForm,
    ConditionForm,
    LendingForm,
    NoteForm,
    missing_in,
)
from participate.materials.rules.kits import as_written
from participate.materials.views._loading import lent_in_hand, loan_in_hand, my_names
from participate.materials.views.borrowing import show_loan
from participate.materials.words import Condition, LoanStatus
from participate.places.forms import put_error

POST = ["POST"]
NOW = (LoanStatus.AGREED, LoanStatus.OUT)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/lending", "lending", lending)
    blueprint.add_url_rule("/materials/<int:material_id>/lend", "lend_how", lend_how, methods=["GET", "POST"])
    blueprint.add_url_rule("/loans/<int:loan_id>/agree", "loan_agree", agree, methods=POST)
    blueprint.add_url_rule("/loans/<int:loan_id>/decline", "loan_decline", decline, methods=POST)
    blueprint.add_url_rule("/loans/<int:loan_id>/wait", "loan_wait", let_wait, methods=POST)
    blueprint.add_url_rule("/loans/<int:loan_id>/out", "loan_out", out, methods=["GET", "POST"])
    blueprint.add_url_rule("/loans/<int:loan_id>/back", "loan_back", back, methods=["GET", "POST"])
    blueprint.add_url_rule("/loans/<int:loan_id>/lost", "loan_lost", lost, methods=["GET", "POST"])


@open_to(residents)
def lending() -> Response:
    """What waits for my answer, who comes, what is out and late, and my things."""
    mine = my_names()
    return show(
        "materials/lending.html", asked=queries.list_loans_kept(mine, [LoanStatus.ASKED], 1),
        now=queries.list_loans_kept(mine, NOW, asked_page()), things=queries.list_things_kept(mine, 1),
        today=clock.today(),
    )  # fmt: skip


@open_to(residents)
def lend_how(material_id: int) -> Response:
    """How I lend it: condition, how long, asked or at once, parts, safety, deposit, points."""
    found = lent_in_hand(material_id)
    form = _lending_form(found)
    if form.validate_on_submit():
        service.set_lending(current_user.id, found, form.terms(found.points))
        say(_("Saved."))
        return go("materials.material", material_id=material_id)
    return show("materials/lend_how.html", form=form, material=found, status=422 if form.errors else 200)


def _lending_form(found: queries.Material) -> LendingForm:
    parts = ((part.name, part.how_many) for part in queries.list_parts(found.id))
    has_points = found.hub_id is not None and current_user.holds("staff", f"hub:{found.hub_id}")
    return LendingForm(
        found.loan_days, has_points=has_points, condition=found.condition, loan_days=str(found.loan_days),
        how=AT_ONCE if found.instant else ASK, parts=as_written(parts), safety=found.safety,
        induction=found.induction, deposit=found.deposit, points=found.points,
    )  # fmt: skip


@open_to(residents)
def agree(loan_id: int) -> Response:
    """Yes, with how to get it."""
    found, form = loan_in_hand(loan_id), AnswerForm()
    if not form.validate_on_submit():
        return show_loan(loan_id, form)
    try:
        service.agree(current_user.id, found, form.words.data or "")
    except RuleBroken as broken:
        put_error(form.words, broken)
        return show_loan(loan_id, form)
    say(_("Thank you. They hear from us now."))
    return go("materials.loan", loan_id=loan_id)


@open_to(residents)
def decline(loan_id: int) -> Response:
    """Not this time, with a reason."""
    found, form = loan_in_hand(loan_id), AnswerForm()
    if form.validate_on_submit() and not form.reason.data:
        form.reason.errors = [*form.reason.errors, _("Write a word why, so that they understand.")]
    if form.errors:
        return show_loan(loan_id, form)
    service.decline(current_user.id, found, form.reason.data or "")
    say(_("Thank you. They hear from us, with your reason."))
    return go("materials.lending")


@open_to(residents)
def let_wait(loan_id: int) -> Response:
    """Those days went to somebody else: she waits in the queue."""
    service.let_wait(current_user.id, loan_in_hand(loan_id))
    say(_("They are in the queue, and hear from us."))
    return go("materials.loan", loan_id=loan_id)


@open_to(residents)
def out(loan_id: int) -> Response:
    """Hand it out, and note how it looks."""
    found = loan_in_hand(loan_id)
    shown = not found.material.induction or queries.was_shown(found.material_id, found.person_id)
    form = ConditionForm(asks_shown=not shown, condition=found.material.condition)
    if form.validate_on_submit():
        try:
            tick = "shown" in form and bool(form.shown.data)
            service.hand_out(current_user.id, found, Condition(form.condition.data), form.note.data or "", shown=tick)
            say(_("It is out. We remind them kindly before it is due."))
            return go("materials.scan", material_id=found.material_id)
        except RuleBroken as broken:
            put_error(form.shown if "shown" in form else form.note, broken)
    return show("materials/loan_out.html", form=form, loan=found, status=422 if form.errors else 200)


@open_to(residents)
def back(loan_id: int) -> Response:
    """Take it back, and note how it looks and what is missing."""
    found = loan_in_hand(loan_id)
    if found.status not in (LoanStatus.OUT, LoanStatus.LOST, LoanStatus.BACK):
        raise NotFound
    form = ConditionForm(condition=found.material.condition)
    if form.validate_on_submit():
        service.take_back(
            current_user.id, found, Condition(form.condition.data), form.note.data or "",
            missing_in(request.form.items()),
        )  # fmt: skip
        say(_("It is back. Whoever is next hears from us."))
        return go("materials.scan", material_id=found.material_id)
    return show(
        "materials/loan_back.html", form=form, loan=found, parts=queries.list_parts(found.material_id),
        status=422 if form.errors else 200,
    )  # fmt: skip


@open_to(residents)
def lost(loan_id: int) -> Response:
    """It is gone for good, as far as we know."""
    found, form = loan_in_hand(loan_id), NoteForm()
    if form.validate_on_submit():
        service.lose(current_user.id, found, form.note.data or "")
        say(_("Noted. If it turns up, take it back here."))
        return go("materials.scan", material_id=found.material_id)
    return show("materials/loan_lost.html", form=form, loan=found, status=422 if form.errors else 200)
