"""Booking a space: what is wanted, every date looked over, then booked or asked for."""

from contextlib import suppress
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit_along
from participate.core.errors import RuleBroken
from participate.core.guards import open_to, reads_first, residents
from participate.core.http import go, say, show
from participate.core.text import clean_line
from participate.organisations import offering
from participate.places.forms import put_error
from participate.places.rules.hubs import hour_of
from participate.projects import queries as projects
from participate.spaces import queries, service
from participate.spaces.forms import BookForm, choices_in, lengths
from participate.spaces.rules import CannotBook, ChooseAPart, RingInstead, TooManyPeople, What
from participate.spaces.rules.wishes import NoDateLeft, price, wished_day
from participate.spaces.views._laying import MOST_HELPED, Line, add_help, keeps, lay_out, other_than, sent
from participate.spaces.words import BookingMode, BookingStatus

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 60  # bookings and series: each writes to keepers
USUAL_LENGTH = 120  # minutes
LONGEST_GIVEN = 20
FIELDS = ("day", "hour", "length", "every", "times", "subject", "label", "heads", "note")


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/spaces/<int:space_id>/book", "book", book, methods=["GET", "POST"])


@open_to(residents)
@reads_first
def book(space_id: int) -> Response:
    """Say when and what for; look every date over; book it, or ask for it. Nothing is written before the last step."""
    space = queries.get_space(space_id)
    offering.look_at(space)
    if (stop := _why_not_here(space)) is not None:
        say(_(stop.message), "bad")
        return go("spaces.space", space_id=space_id)
    form = _form(space)
    if not form.validate_on_submit() or request.form.get("step") == "back":
        return _show_form(form, space)
    booking = request.form.get("step") == "book"
    lines = lay_out(space, form, choices_in(request.form, len(form.days)))
    if booking and (done := _find_done(lines)) is not None:
        return _done([done], fresh=False)
    if booking and not any(each.broken for each in lines):
        return _book(form, space, lines)
    return _show_lines(form, space, lines)


def _why_not_here(space: queries.Space) -> RuleBroken | None:
    """What makes the whole form pointless."""
    if queries.count_parts(space.id):
        return ChooseAPart()
    return RingInstead() if space.mode is BookingMode.RING and not keeps(space) else None


def _form(space: queries.Space) -> BookForm:
    """The form as it was sent; or as a link fills it in with a day, an hour, a length, a number or a project."""
    minutes = lengths(space.least_minutes, space.most_minutes)
    mine = [(f"project:{each.project_id}", each.name) for each in projects.list_taking(current_user.id)]
    if request.method == "POST":
        return BookForm(minutes, mine, formdata=sent())
    given = _given()
    subject, heads = request.args.get("for", ""), request.args.get("heads", "")
    usual = min(max(USUAL_LENGTH, space.least_minutes), space.most_minutes)
    return BookForm(
        minutes, mine, formdata=None, day=given["day"], hour=given["hour"], length=given["length"] or str(usual),
        subject=subject if subject in dict(mine) else "",
        heads=int(heads) if heads.isascii() and heads.isdecimal() and len(heads) < 5 else None,
    )  # fmt: skip


def _given() -> dict[str, str]:
    """Day, hour and length of a link, as the fields of a browser take them: “2pm” is 14:00."""
    given = {name: clean_line(request.args.get(name, "")[:LONGEST_GIVEN]) for name in ("day", "hour", "length")}
    with suppress(RuleBroken):
        given["day"] = wished_day(given["day"]).isoformat()
    with suppress(RuleBroken):
        hour = hour_of(given["hour"])
        given["hour"] = f"{hour:%H:%M}" if hour is not None else ""
    return given


def _show_form(form: BookForm, space: queries.Space, **more: Any) -> Response:
    facts = {
        "other": None,
        "stays": False,
        "carried": _carried(form),
        "action": url_for("spaces.book", space_id=space.id),
    } | more
    status = 422 if form.errors else 200
    return show("spaces/booking_form.html", form=form, space=space, keeps=keeps(space), status=status, **facts)


def _show_lines(form: BookForm, space: queries.Space, lines: list[Line], sentence: str = "") -> Response:
    """Every date; a single one that cannot be goes back to the form, with what is free instead."""
    broken = [each for each in lines if each.broken is not None]
    heads = form.heads.data or 1
    if broken and all(isinstance(each.broken, TooManyPeople) for each in broken):
        put_error(form.heads, broken[0].broken)  # type: ignore[arg-type]
        return _show_form(form, space)
    if broken and len(lines) == 1:
        put_error(form.hour, broken[0].broken)  # type: ignore[arg-type]
        slot = broken[0].asked
        return _show_form(form, space, other=other_than(slot, space, heads) if slot else None)
    add_help(lines, space, heads)
    kept = [each.slot for each in lines if not each.out and each.slot is not None]
    if not kept:
        sentence = sentence or _(NoDateLeft.message)
    chosen_wrong = any(each.broken is not None and each.choice is not None for each in lines)
    return show(
        "spaces/booking_check.html", space=space, lines=lines, label=form.words(), heads=heads,
        note=form.note.data or "", hour=f"{form.at:%H:%M}", asks=_asks(space, lines), sentence=sentence,
        wrong=chosen_wrong, many=len(broken) > MOST_HELPED, nothing=not kept, total=_total(lines),
        carried=_carried(form) + _settled(lines), status=422 if chosen_wrong or not kept else 200,
    )  # fmt: skip


def _asks(space: queries.Space, lines: list[Line]) -> str:
    """Whether keepers have to say yes: "all" of these dates, "some", or "" for none."""
    own = keeps(space)
    asked = {
        each.space.mode is not BookingMode.INSTANT and not (own and each.space.id == space.id)
        for each in lines
        if not each.out
    }
    return "some" if len(asked) > 1 else "all" if True in asked else ""


def _total(lines: list[Line]) -> int:
    """What all dates cost together, in pence."""
    kept = [each for each in lines if not each.out and each.slot is not None]
    return sum(price(each.space.cost_pence, [each.slot]) for each in kept if each.slot)


def _carried(form: BookForm) -> list[tuple[str, str]]:
    """What was written, to go along from page to page."""
    return [(name, str(form[name].data)) for name in FIELDS if form[name].data not in (None, "")]


def _settled(lines: list[Line]) -> list[tuple[str, str]]:
    """What was chosen about the dates that are settled now."""
    found = []
    for each in lines:
        if each.choice is not None and each.broken is None:
            typed = {"instead": each.choice.instead.value, "day": each.choice.day, "hour": each.choice.hour}
            typed |= {"space": str(each.choice.space_id or "")}
            found += [(f"{name}-{each.number}", value) for name, value in typed.items() if value]
    return found


def _find_done(lines: list[Line]) -> queries.Booking | None:
    """What the same press made a moment ago: its own time is taken by itself."""
    first = next((each for each in lines if not each.out and each.slot is not None), None)
    if first is None or first.slot is None:
        return None
    return queries.find_own(current_user.id, first.space.id, first.slot)


def _book(form: BookForm, space: queries.Space, lines: list[Line]) -> Response:
    """All of them or none; what was taken a moment ago is shown like any other that cannot be."""
    kept = [each for each in lines if not each.out and each.slot is not None]
    if not kept:
        return _show_lines(form, space, lines)
    slots = [each.slot for each in kept if each.slot is not None]
    elsewhere = {number: each.space for number, each in enumerate(kept) if each.elsewhere}
    what = What(form.words(), form.heads.data or 1, form.note.data or "", form.subject.data or "")
    try:
        made, fresh = service.book_once(
            current_user.id, space, slots, what, as_keeper=keeps(space), elsewhere=elsewhere
        )
    except CannotBook:
        return _just_taken(form, space)
    if fresh:
        hit_along(f"book:{current_user.id}", MOST_A_DAY, A_DAY)
    return _done(made, fresh=fresh)


def _just_taken(form: BookForm, space: queries.Space) -> Response:
    lines = lay_out(space, form, choices_in(request.form, len(form.days)))
    answer = _show_lines(form, space, lines, _("Somebody was quicker a moment ago. Nothing is booked yet: look again."))
    answer.status_code = 409
    return answer


def _done(made: list[queries.Booking], *, fresh: bool) -> Response:
    if not fresh:
        say(_("You have done this already. This is it."))
    elif all(each.status is BookingStatus.AGREED for each in made):
        say(ngettext("It is yours.", "All %(num)d are yours.", len(made)))
    else:
        say(_("Thank you. We have passed it on."))
    return go("spaces.booking", booking_id=made[0].id)
