"""How well suggestions do, in the open: for staff by week and group, for everybody in short.

An officer reads published figures only (`participate/insight`), and these are live.
"""

from collections.abc import Sequence
from datetime import date

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core.guards import admins, anyone, open_to, staff
from participate.core.http import show
from participate.core.i18n import date_line, language_name
from participate.core.paging import asked_page
from participate.core.words import mark
from participate.matching.quality.steps import Channel, Part, Step
from participate.matching.quality.table import Told
from participate.matching.queries import quality as counts
from participate.matching.views._open import tabs
from participate.matching.words import Kind
from participate.places import queries as places
from participate.profiles.words import SPOKEN

STEPS = {
    Step.SUGGESTED: mark("Suggested"), Step.SEEN: mark("Seen"), Step.ACCEPTED: mark("Said yes"),
    Step.MET: mark("Met"), Step.MADE: mark("Made something"),
}  # fmt: skip
PARTS = {
    Part.ALL: mark("Week by week"), Part.WARD: mark("By ward"), Part.LANGUAGE: mark("By language"),
    Part.KIND: mark("By kind"), Part.ORDER: mark("By order"), Part.CHANNEL: mark("By where it was shown"),
}  # fmt: skip
ORDERS = {
    "scored first": mark("Best first: places 1 to 3"), "scored page": mark("Best first: places 4 to 12"),
    "scored rest": mark("Best first: further on"), "chance first": mark("Random order: places 1 to 3"),
    "chance page": mark("Random order: places 4 to 12"), "chance rest": mark("Random order: further on"),
}  # fmt: skip
CHANNELS = {
    Channel.FOR_YOU.value: mark("For you"), Channel.MAIL.value: mark("The weekly mail"),
    Channel.BOX.value: mark("The search box"),
}  # fmt: skip
OTHER = mark("Other")
NOT_TOLD = {
    Part.WARD: mark("Ward not known"), Part.LANGUAGE: mark("Did not say"), Part.CHANNEL: mark("Not noted yet"),
}  # fmt: skip


LISTS = {Part.ORDER: ORDERS, Part.CHANNEL: CHANNELS}


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/suggestions/quality", "quality", quality)
    blueprint.add_url_rule("/how-suggestions-do", "how_suggestions_do", how_suggestions_do)
    blueprint.add_app_template_global(step_name)


def step_name(step: Step) -> str:
    """What a step is called."""
    return _(STEPS[step])


@open_to(staff, admins)
def quality() -> Response:
    """Suggested, seen, said yes, met, made something: by week, or the groups of a week or of the last thirteen."""
    part, weeks, quarter = _asked_part(), counts.list_weeks(), counts.find_quarter()
    week = _asked_week(weeks) if part is not Part.ALL else None
    page = counts.page_of_weeks(asked_page())
    groups = page.items if part is Part.ALL else counts.list_groups(part, week)
    return show(
        "matching/quality.html",
        tabs=tabs("matching.quality"),
        parts=[(_(words), url_for("matching.quality", by=one.value), one is part) for one, words in PARTS.items()],
        weeks=_week_chips(part, weeks, week) if part is not Part.ALL else [],
        lines=_named(part, groups),
        part=part,
        page=page if part is Part.ALL else None,
        quarter=quarter,
        bars=_bars(quarter),
        steps=list(Step),
    )


@open_to(anyone)
def how_suggestions_do() -> Response:
    """The last thirteen weeks in five numbers, for everybody."""
    quarter = counts.find_quarter()
    return show("matching/how_suggestions_do.html", quarter=quarter, bars=_bars(quarter))


def _bars(quarter: counts.Group | None) -> list[tuple[str, int | None]]:
    """Each step's name and number."""
    return [(step_name(one.step), one.number) for one in (quarter.lines or ())] if quarter is not None else []


def _asked_part() -> Part:
    return next((one for one in Part if one.value == request.args.get("by")), Part.ALL)


def _asked_week(weeks: Sequence[date]) -> date | None:
    """The week in `?week=`; None for the last thirteen together."""
    return next((each for each in weeks if each.isoformat() == request.args.get("week")), None)


def _week_chips(part: Part, weeks: Sequence[date], week: date | None) -> list[tuple[str, str, bool]]:
    chips = [(_("Last 13 weeks"), url_for("matching.quality", by=part.value), week is None)]
    for each in weeks:
        address = url_for("matching.quality", by=part.value, week=each.isoformat())
        chips.append((_("Week of %(day)s", day=date_line(each)), address, each == week))
    return chips


def _named(part: Part, groups: Sequence[counts.Group]) -> list[tuple[str, Sequence[Told] | None]]:
    """Each line's name and what may be read of it, in the order of the names; orders in their own."""
    if part is Part.ALL:
        return [(_("Week of %(day)s", day=date_line(one.week)), one.lines) for one in groups]
    names = _names(part)
    order = {value: number for number, value in enumerate(names)}
    by_order = sorted(groups, key=lambda one: (order.get(one.value, len(order)), one.value))
    return [(names.get(one.value) or _(NOT_TOLD.get(part, OTHER)), one.lines) for one in by_order]


def _names(part: Part) -> dict[str, str]:
    if part is Part.WARD:
        return {str(ward.id): ward.name for ward in places.list_wards()}
    if part is Part.KIND:
        return {kind.value: _(kind.plural) for kind in Kind}
    if part in LISTS:
        return {value: _(words) for value, words in LISTS[part].items()}
    return {code: language_name(code) for code in SPOKEN}
