"""When a space is open: its usual week, and the days that differ."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import date_time_line
from participate.organisations import offering
from participate.places.forms import put_error
from participate.spaces import lines, queries, service
from participate.spaces.forms.hours import DaysForm, HoursForm
from participate.spaces.rules import Special, Stretch
from participate.spaces.rules.typed_hours import DaysOver, TooManyDays
from participate.spaces.words import DayKind

MOST_DAYS = 100
MOST_NAMED = 3


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/spaces/<int:space_id>/hours", "hours", hours, methods=["GET", "POST"])
    path = "/spaces/<int:space_id>/days/<int:days_id>/remove"
    blueprint.add_url_rule(path, "remove_days", remove_days, methods=["POST"])


@open_to(residents)
def hours(space_id: int) -> Response:
    """Say when my space is open. Two forms: the usual week, and days that differ."""
    found = queries.get_space(space_id)
    offering.take_in_hand(found)
    adds = request.form.get("what") == "days"
    week = HoursForm(formdata=request.form if request.method == "POST" and not adds else None, **_as_typed(found))
    days = DaysForm(
        at_home=found.at_home,
        formdata=request.form if adds else None,
        **({} if adds else {"kind": DayKind.CLOSED.value}),
    )
    if adds and days.validate() and _added(found, days):
        _say_saved(found)
        return go("spaces.hours", space_id=space_id, _anchor="days")
    if request.method == "POST" and not adds and week.validate():
        service.set_week(current_user.id, found, week.week)
        _say_saved(found)
        return go("spaces.space", space_id=space_id)
    return _page(found, week, days)


@open_to(residents)
def remove_days(space_id: int, days_id: int) -> Response:
    """Those days are as any other again."""
    found = queries.get_space(space_id)
    offering.take_in_hand(found)
    service.remove_special(current_user.id, found, days_id)
    say(_("Those days are as any other again."))
    return go("spaces.hours", space_id=space_id, _anchor="days")


def _say_saved(found: queries.Space) -> None:
    """What was agreed before stays; who looks after the space hears which days lie outside the hours now."""
    outside = queries.list_outside_hours(found)
    if not outside:
        say(_("Saved. What is agreed already stays."))
        return
    days = "; ".join(date_time_line(each.starts_at, each.ends_at) for each in outside[:MOST_NAMED])
    more = len(outside) - MOST_NAMED
    say(
        _("Saved. What is agreed already stays, also outside these hours: %(days)s.", days=days)
        + (" " + ngettext("And one more.", "And %(num)d more.", more) if more > 0 else "")
    )


def _as_typed(found: queries.Space) -> dict[str, str]:
    """The hours of each weekday as somebody would type them."""
    own = [Stretch(each.weekday, each.opens, each.closes) for each in queries.list_hours(found.id)]
    return {
        f"day_{weekday}": lines.typed_line((each.opens, each.closes) for each in own if each.weekday == weekday)
        for weekday in range(7)
    }


def _added(found: queries.Space, days: DaysForm) -> bool:
    """Add days that differ, unless they make no sense."""
    try:
        if days.special.last_day < clock.today() and days.special.last_day >= days.special.first_day:
            raise DaysOver
        if len(queries.list_special(found.id)) >= MOST_DAYS:
            raise TooManyDays
        service.add_special(current_user.id, found, days.special)
    except RuleBroken as broken:
        put_error(days.last if days.last.data else days.first, broken)
        return False
    return True


def _page(found: queries.Space, week: HoursForm, days: DaysForm) -> Response:
    special = [(each.id, lines.special_line(_special(each))) for each in queries.list_special(found.id)]
    site = lines.week_lines(queries.opening_of(found.site)) if found.site is not None else []
    return show(
        "spaces/hours.html",
        space=found,
        week=week,
        days=days,
        special=special,
        site_hours=site,
        wrong=week if week.errors else days,
        status=422 if week.errors or days.errors else 200,
    )


def _special(row: queries.SpecialDays) -> Special:
    return Special(row.kind, row.first_day, row.last_day, row.opens, row.closes, row.note)
