"""The sheet of a season: up to sixty sessions laid out on one page, looked over, planned all at once."""

from datetime import timedelta

from flask import Blueprint, request
from flask_babel import ngettext
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.guards import hosts, open_to, staff
from participate.core.http import go, say, show
from participate.sessions import queries, service
from participate.sessions.forms import WEEKDAYS, SeasonForm, SeasonSheet, name_of
from participate.sessions.permissions import is_staff
from participate.sessions.rules import season as rules
from participate.sessions.rules.season import Key, Laid
from participate.sessions.service import SeasonLine, SeasonStopped, When, Where
from participate.sessions.words import LENGTHS
from participate.spaces import queries as spaces
from participate.spaces.rules import Slot as RoomSlot


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/programme/season", "season", season, methods=["GET", "POST"])


@open_to(staff, hosts)
def season() -> Response:
    """GET: the empty sheet. POST: look it over; then, with “plan”, all of it or nothing."""
    form, choosable = SeasonForm(), queries.list_projects_to_plan(_own_projects())
    sheet = _sheet(request.form if request.method == "POST" else request.args)
    if not form.validate_on_submit() or request.form.get("step") == "back":
        return _show_sheet(form, sheet, choosable)
    laid = _lay_out(sheet, choosable)
    try:
        rules.check_size(len(laid) + len(sheet.problems))
    except RuleBroken as broken:
        sheet.whole_problem = broken
    if sheet.problems or sheet.whole_problem:
        return _show_sheet(form, sheet, choosable, status=422)
    if request.form.get("step") != "plan":
        return _show_check(form, sheet, laid, choosable)
    try:
        planned = service.plan_season(current_user.id, _lines(sheet, laid))
    except SeasonStopped as stopped:
        sheet.problems[sorted(laid)[stopped.number]] = stopped
        return _show_sheet(form, sheet, choosable, status=422)
    say(ngettext("It is in the programme.", "All %(num)d are in the programme.", len(planned)))
    return go("sessions.programme", start=sheet.first.isoformat(), view="season")


def _own_projects() -> list[int] | None:
    """Which projects the reader may plan: None is all of them."""
    if is_staff(current_user):
        return None
    subjects = [held.subject.partition(":") for held in current_user.roles if held.role == "host"]
    return [int(number) for kind, _colon, number in subjects if kind == "project" and number.isdecimal()]


def _sheet(given: MultiDict[str, str]) -> SeasonSheet:
    """The sheet; the usual places are the hubs where the reader is staff, else the first hub there is."""
    names = dict(queries.list_places_near(current_user.ward_id, current_user.id))
    own = [held.subject for held in current_user.roles if held.role == "staff" and held.subject in names]
    return SeasonSheet(given, names, own or list(names)[:1])


def _lay_out(sheet: SeasonSheet, choosable: list[queries.Choosable]) -> dict[Key, Laid]:
    """What the sheet means; what cannot be goes to `sheet.problems`."""
    usual, laid = {each.id: each.minutes for each in choosable}, {}
    for key, typed in sheet.filled().items():
        try:
            laid[key] = rules.laid_out(typed, sheet.mondays[key[0]], usual, _space_of(sheet, key), clock.now())
        except RuleBroken as broken:
            sheet.problems[key] = broken
    spaces = {space_id for key in laid if (space_id := _space_of(sheet, key)) is not None}
    start = clock.moment_of(sheet.first, rules.MIDNIGHT)
    taken = queries.list_slots(spaces, start, start + timedelta(weeks=sheet.weeks + 1)) if spaces else []
    sheet.problems |= rules.check_together(laid, taken)
    sheet.problems |= _refused(laid, set(sheet.problems))
    return laid


def _refused(laid: dict[Key, Laid], known: set[Key]) -> dict[Key, RuleBroken]:
    """What cannot be because its space cannot be had then, by slot."""
    found: dict[Key, RuleBroken] = {}
    for space_id in {each.slot.space_id for each in laid.values() if each.slot.space_id is not None}:
        keys = [key for key in sorted(laid) if laid[key].slot.space_id == space_id and key not in known]
        space = spaces.get_space(space_id)
        slots = [RoomSlot(laid[key].slot.starts_at, laid[key].slot.ends_at) for key in keys]
        own = queries.keeps(current_user.id, space)
        answers = spaces.check_slots(space, slots, space.capacity, as_keeper=own)
        found |= {key: broken for key, broken in zip(keys, answers, strict=True) if broken is not None}
    return found


def _space_of(sheet: SeasonSheet, key: Key) -> int | None:
    kind, _colon, number = sheet.places[key[1]].partition(":")
    return int(number) if kind == "space" else None


def _lines(sheet: SeasonSheet, laid: dict[Key, Laid]) -> list[SeasonLine]:
    projects = queries.list_projects_by_id({each.project_id for each in laid.values()})
    places = [queries.find_place(value) for value in sheet.places]
    return [
        SeasonLine(projects[each.project_id], When(each.slot.starts_at, each.slot.ends_at), Where(places[key[1]]))
        for key, each in sorted(laid.items())
    ]


def _show_sheet(
    form: SeasonForm, sheet: SeasonSheet, choosable: list[queries.Choosable], status: int = 200
) -> Response:
    start = clock.moment_of(sheet.first, rules.MIDNIGHT)
    standing = queries.list_standing(start, start + timedelta(weeks=sheet.weeks))
    there: dict[tuple[int, int], list[queries.Standing]] = {}
    for each in standing:
        week = (clock.local(each.starts_at).date() - sheet.first).days // 7
        for place, value in enumerate(sheet.places):
            if value in (f"space:{each.space_id}", f"hub:{each.hub_id}"):
                there.setdefault((week, place), []).append(each)
    return show(
        "sessions/season.html", form=form, sheet=sheet, choosable=choosable, there=there, weekdays=WEEKDAYS,
        lengths=LENGTHS, name_of=name_of, most=rules, status=status,
    )  # fmt: skip


def _show_check(
    form: SeasonForm, sheet: SeasonSheet, laid: dict[Key, Laid], choosable: list[queries.Choosable]
) -> Response:
    """Everything that would be planned, week by week, before it is."""
    names = {each.id: each.name for each in choosable}
    weeks = [
        (monday, sorted(
            (each.slot.starts_at, each.slot.ends_at, names[each.project_id], sheet.names[sheet.places[key[1]]])
            for key, each in laid.items() if key[0] == number
        ))
        for number, monday in enumerate(sheet.mondays)
    ]  # fmt: skip
    carried = [pair for pair in request.form.items(multi=True) if pair[0] not in ("csrf_token", "step") and pair[1]]
    return show("sessions/season_check.html", form=form, weeks=weeks, total=len(laid), carried=carried)
