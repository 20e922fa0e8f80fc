"""Labels with a QR code, and what opens when one is scanned: for whoever looks after the thing, out and back."""

from flask import Blueprint, current_app, make_response, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.core.qr import qr_svg
from participate.materials import queries, service
from participate.materials.forms.lending import CounterForm, NoteForm, missing_in
from participate.materials.rules import lending
from participate.materials.views._loading import lent_in_hand, looks_after, my_names
from participate.materials.words import Condition, Deal, LoanStatus
from participate.places.forms import put_error

A_DAY = 24 * 3600  # seconds
HERE = (LoanStatus.AGREED, LoanStatus.OUT, LoanStatus.OFFERED, LoanStatus.LOST, LoanStatus.ASKED)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/materials/labels", "labels", labels)
    blueprint.add_url_rule("/materials/<int:material_id>/label", "label", label)
    blueprint.add_url_rule("/materials/<int:material_id>/label.svg", "label_code", label_code)
    blueprint.add_url_rule("/materials/<int:material_id>/scan", "scan", scan)
    blueprint.add_url_rule("/materials/<int:material_id>/hand-out", "at_counter", at_counter, methods=["GET", "POST"])
    blueprint.add_url_rule("/materials/<int:material_id>/parts", "parts", parts, methods=["GET", "POST"])
    blueprint.add_url_rule("/materials/<int:material_id>/shown", "shown", shown)
    blueprint.add_url_rule(
        "/materials/<int:material_id>/shown/<int:induction_id>/forget", "shown_forget", shown_forget, methods=["POST"]
    )


@open_to(residents)
def labels() -> Response:
    """Sheets of labels of what I lend, to print and cut: all, or those that are ticked."""
    every = queries.list_labelled(my_names())
    wanted = {
        int(each) for each in request.args.getlist("id") if each.isascii() and each.isdecimal() and len(each) < 10
    }
    return show(
        "materials/labels.html", every=every, chosen=[each for each in every if not wanted or each.id in wanted],
        wanted=wanted, address=_scan_address, alone=False,
    )  # fmt: skip


@open_to(residents)
def label(material_id: int) -> Response:
    """One label, to print and stick on."""
    found = lent_in_hand(material_id)
    return show("materials/labels.html", every=[found], chosen=[found], wanted={found.id}, address=_scan_address,
                alone=True)  # fmt: skip


@open_to(anyone)
def label_code(material_id: int) -> Response:
    """The QR code of the page that opens when the label is scanned."""
    answer = make_response(qr_svg(_scan_address(queries.get_material(material_id).id)))
    answer.mimetype = "image/svg+xml"
    answer.headers["Cache-Control"] = f"public, max-age={A_DAY}"
    return answer


def _scan_address(material_id: int) -> str:
    site: str = current_app.extensions["settings"].public_url
    return site + url_for("materials.scan", material_id=material_id)


@open_to(anyone)
def scan(material_id: int) -> Response:
    """The label was scanned: out and back for whoever looks after it, its page for everybody else."""
    found = queries.get_material(material_id)
    if found.deal is not Deal.LEND or not current_user.is_authenticated or not looks_after(found):
        return go("materials.material", material_id=material_id)
    return show(
        "materials/scan.html", material=found, loans=queries.list_at(material_id, *HERE),
        line=queries.list_line(material_id), lent=queries.lent_of(found, None), today=clock.today(),
    )  # fmt: skip


@open_to(residents)
def at_counter(material_id: int) -> Response:
    """Hand it out to somebody who stands here and has no account."""
    found = lent_in_hand(material_id)
    settings = current_app.extensions["settings"]
    form = CounterForm(
        found.loan_days, can_text=settings.can_text, asks_shown=found.induction, units=1, days=str(found.loan_days),
        condition=found.condition,
    )  # fmt: skip
    if form.validate_on_submit():
        try:
            service.lend_at_counter(current_user.id, found, _given(form))
            say(_("It is out."))
            return go("materials.scan", material_id=material_id)
        except RuleBroken as broken:
            put_error(form.shown if isinstance(broken, lending.NotShownHow) else form.units, broken)
    return show("materials/at_counter.html", form=form, material=found, status=422 if form.errors else 200)


def _given(form: CounterForm) -> service.AtCounter:
    reached = bool(form.contact.data)
    return service.AtCounter(
        name=form.name.data or "", channel=form.contact.channel if reached else None,
        contact=form.contact.contact if reached else "", units=form.units.data or 1, days=int(form.days.data),
        condition=Condition(form.condition.data), note=form.note.data or "",
        shown="shown" in form and bool(form.shown.data),
    )  # fmt: skip


@open_to(residents)
def parts(material_id: int) -> Response:
    """What of the kit is not there, or is there again."""
    found, form = lent_in_hand(material_id), NoteForm()
    if form.validate_on_submit():
        service.note_missing(current_user.id, found, missing_in(request.form.items()))
        say(_("Noted."))
        return go("materials.scan", material_id=material_id)
    return show("materials/parts.html", form=form, material=found, parts=queries.list_parts(material_id))


@open_to(residents)
def shown(material_id: int) -> Response:
    """Who was shown how to use it."""
    found = lent_in_hand(material_id)
    return show("materials/shown.html", material=found, page=queries.list_shown(material_id, asked_page()))


@open_to(residents)
def shown_forget(material_id: int, induction_id: int) -> Response:
    """She is shown again before she next borrows it."""
    lent_in_hand(material_id)
    found = queries.get_induction(induction_id)
    if found.material_id != material_id:
        raise NotFound
    service.forget_shown(current_user.id, found)
    say(_("They are shown again before they next borrow it."))
    return go("materials.shown", material_id=material_id)
