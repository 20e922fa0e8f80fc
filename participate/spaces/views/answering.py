"""What becomes of a booking: yes, not this time, moved, given up."""

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import date_line
from participate.places.forms import put_error
from participate.spaces import queries, service
from participate.spaces.forms import ALL, ONE, CancelForm, DeclineForm, MoveForm, lengths, number_in
from participate.spaces.rules import CannotBook, Slot
from participate.spaces.views._booked import Seen, booking_to_answer, booking_to_cancel, booking_to_change
from participate.spaces.views._laying import chosen_space, keeps, other_than, sent
from participate.spaces.views.bookings import facts_of, still_to_come, waits, with_it
from participate.spaces.words import BookingStatus


def register(blueprint: Blueprint) -> None:
    for path, name, view in (("move", "move", move), ("cancel", "cancel", cancel), ("decline", "decline", decline)):
        blueprint.add_url_rule(f"/bookings/<int:booking_id>/{path}", name, view, methods=["GET", "POST"])
    blueprint.add_url_rule("/bookings/<int:booking_id>/agree", "agree", agree, methods=["POST"])


@open_to(residents)
def agree(booking_id: int) -> Response:
    """Yes: to this one, or to all that were asked for together."""
    seen = booking_to_answer(booking_id)
    try:
        agreed = service.agree_to(current_user.id, seen.booking, all_of_them=request.form.get("reach") == ALL)
    except RuleBroken as broken:
        sentence = _(broken.message, **broken.facts)
        return show("spaces/booking.html", **facts_of(seen), sentence=sentence, status=409)
    say(ngettext("Agreed. We have told them.", "All %(num)d are agreed. We have told them.", agreed))
    return go("spaces.booking", booking_id=booking_id)


@open_to(residents)
def decline(booking_id: int) -> Response:
    """Not this time, with a reason."""
    seen = booking_to_answer(booking_id)
    found, form = seen.booking, DeclineForm(reach=ONE)
    _offer(form, [each for each in with_it(seen) if waits(each) and each.space_id == found.space_id])
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if form.for_all and found.series_id is not None:
            service.decline_series(current_user.id, found.series_id, found.space_id, reason)
        else:
            service.decline(current_user.id, found, reason)
        say(_("Thank you. We have told them."))
        return go("spaces.booking", booking_id=booking_id)
    return show("spaces/booking_decline.html", form=form, booking=found, status=422 if form.errors else 200)


@open_to(residents)
def cancel(booking_id: int) -> Response:
    """Give it up; a keeper says why."""
    seen = booking_to_cancel(booking_id)
    found, form = seen.booking, CancelForm(must_say=not seen.booked, reach=ONE)
    there = [each for each in with_it(seen) if still_to_come(each)]
    _offer(form, there if found in there else [])
    if form.validate_on_submit():
        _cancel(seen, form)
        return go("spaces.booking", booking_id=booking_id)
    return show("spaces/booking_cancel.html", form=form, booking=found, seen=seen, status=422 if form.errors else 200)


def _cancel(seen: Seen, form: CancelForm) -> None:
    found, reason = seen.booking, form.reason.data or ""
    if form.for_all and found.series_id is not None:
        off = service.cancel_series(current_user.id, found.series_id, None if seen.booked else found.space_id, reason)
        say(ngettext("It is cancelled.", "%(num)d are cancelled.", len(off)))
    else:
        service.cancel(current_user.id, found, reason)
        say(_("It is cancelled. Somebody else can have that time now.") if seen.booked else _("It is cancelled."))


def _offer(form: DeclineForm | CancelForm, together: list[queries.Booking]) -> None:
    """Ask whether all are meant, where there are others."""
    more = len(together) > 1
    every = (
        _("All %(number)s, until %(day)s", number=len(together), day=date_line(together[-1].starts_at)) if more else ""
    )
    form.offer(_("Only this one"), every)


@open_to(residents)
def move(booking_id: int) -> Response:
    """Another day or hour, longer or shorter; in another space, when this one is taken then."""
    found = booking_to_change(booking_id).booking
    form = _move_form(found)
    if not form.validate_on_submit():
        return _show_move(form, found)
    try:
        space = _space_pressed(found.space)
        service.move(current_user.id, found, form.slot, space, as_keeper=keeps(space))
    except CannotBook as broken:
        put_error(form.hour, broken)
        return _show_move(form, found, form.slot)
    except RuleBroken as broken:
        put_error(form.day, broken)
        return _show_move(form, found)
    if found.status is BookingStatus.AGREED:
        say(_("It is moved, and it is yours."))
    else:
        say(_("Thank you. We have passed it on."))
    return go("spaces.booking", booking_id=booking_id)


def _space_pressed(space: queries.Space) -> queries.Space:
    """The space that was pressed, else the same one. Raises NoSuchSpace."""
    pressed = request.form.get("elsewhere", "")
    return chosen_space(number_in(pressed)) if pressed else space


def _move_form(found: queries.Booking) -> MoveForm:
    start, slot = clock.local(found.starts_at), Slot(found.starts_at, found.ends_at)
    minutes = lengths(found.space.least_minutes, found.space.most_minutes, slot.minutes)
    if request.method == "POST":
        return MoveForm(minutes, formdata=sent())
    return MoveForm(
        minutes, formdata=None, day=start.date().isoformat(), hour=f"{start:%H:%M}", length=str(slot.minutes)
    )


def _show_move(form: MoveForm, found: queries.Booking, taken: Slot | None = None) -> Response:
    other = other_than(taken, found.space, found.heads, but=(found.id,)) if taken is not None else None
    return show(
        "spaces/booking_move.html", form=form, booking=found, space=found.space, other=other, stays=True,
        keeps=keeps(found.space), action=url_for("spaces.move", booking_id=found.id),
        carried=[("length", form.length.data)] + ([("day", form.day.data), ("hour", form.hour.data)] if other else []),
        status=422 if form.errors else 200,
    )  # fmt: skip
