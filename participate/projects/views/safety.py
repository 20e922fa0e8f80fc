"""Safety: what is in a project, the host's short list, the hub's yes, and what waits for it."""

from datetime import datetime

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotAllowed, NotFound
from participate.core.guards import open_to, residents, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.places import queries as places
from participate.projects import permissions, queries, service
from participate.projects.forms import AllergensForm, DecideForm, ListForm, RisksForm
from participate.projects.forms.safety import YES
from participate.projects.rules.care import care_lines
from participate.projects.rules.days import date_typed
from participate.projects.rules.safety import NothingWaits, checklist, is_road_short, presumed_risks
from participate.projects.views._hands import View, led_project, look_at
from participate.projects.words import Risk, Standing, Tier

OPEN = (Standing.LIST, Standing.REFUSED)


def register(blueprint: Blueprint) -> None:
    base = "/projects/<int:project_id>/safety"
    blueprint.add_url_rule("/safety", "safety_list", safety_list)
    for path, name, view in (
        (base, "safety", safety),
        (f"{base}/risks", "risks", risks),
        (f"{base}/allergens", "allergens", allergens),
        (f"{base}/decide", "decide_safety", decide_safety),
    ):
        blueprint.add_url_rule(path, name, view, methods=["GET", "POST"])


@open_to(residents)
def safety(project_id: int) -> Response:
    """Where a project stands; the short list while it is open."""
    project, _view = led_project(project_id)
    check = queries.find_check(project_id)
    if check is None:
        return _ask_risks(project)
    form = ListForm(_risks(check), **_as_ticked(check))
    if queries.standing(check) in OPEN and form.validate_on_submit():
        facts = service.ListFacts(
            tuple(form.lines.data or []), form.chosen, bool(form.no_allergen.data), date_typed(form.road_day.data or "")
        )
        service.tick_list(current_user.id, check, facts)
        say(_("Thank you. The hub looks at it now.") if check.tier is Tier.RED else _("Thank you. People may come."))
        return go("projects.safety", project_id=project_id)
    care = care_lines(project.recipe.flags) if project.recipe else []
    return show(
        "projects/safety.html", project=project, care=care, form=form, **_about(check),
        status=422 if form.errors else 200,
    )  # fmt: skip


def _risks(check: queries.SafetyCheck) -> list[Risk]:
    return [risk for risk in Risk if risk in check.risks]


def _as_ticked(check: queries.SafetyCheck) -> dict[str, object]:
    day = check.road_closed_on
    return {"lines": check.ticked, "allergens": check.allergens, "road_day": day.isoformat() if day else ""}


def _about(check: queries.SafetyCheck) -> dict[str, object]:
    """What the pages say about a check."""
    return {
        "check": check, "risks": _risks(check), "standing": queries.standing(check),
        "road_short": is_road_short(check.road_closed_on, clock.today()), "food": queries.food_of(check),
    }  # fmt: skip


def _ask_risks(project: queries.Project) -> Response:
    check = queries.find_check(project.id)
    flags = project.recipe.flags if project.recipe else None
    known = check.risks if check else presumed_risks(project.theme, flags)
    form = RisksForm(risks=list(known), nothing=check is not None and not known)
    if form.validate_on_submit():
        made = service.set_risks(current_user.id, project, form.chosen)
        say(_("Saved. Nothing more to do: people may come.") if made.tier is Tier.GREEN else _("Saved."))
        return go("projects.safety", project_id=project.id)
    return show("projects/risks.html", project=project, form=form, check=check, status=422 if form.errors else 200)


@open_to(residents)
def risks(project_id: int) -> Response:
    """What is in it?"""
    return _ask_risks(led_project(project_id)[0])


@open_to(residents)
def allergens(project_id: int) -> Response:
    """Another dish: what is in it. Nothing else opens again."""
    project, _view = led_project(project_id)
    check = queries.get_check(project_id)
    if Risk.FOOD not in check.risks:
        raise NotFound
    said = check.checked_at is not None and not check.allergens
    form = AllergensForm(allergens=check.allergens, no_allergen=said)
    if form.validate_on_submit():
        service.say_allergens(current_user.id, check, form.chosen, none=bool(form.no_allergen.data))
        say(_("Saved. It stands on the page of the project and of each session."))
        return go("projects.safety", project_id=project_id)
    return show("projects/allergens.html", project=project, form=form, status=422 if form.errors else 200)


@open_to(staff)
def safety_list() -> Response:
    """For staff: what waits for a yes, the longest waiting first."""
    page = queries.list_waiting_checks(asked_page())
    return show("projects/safety_list.html", page=page, today=clock.today(), is_road_short=is_road_short)


@open_to(staff)
def decide_safety(project_id: int) -> Response:
    """For staff: the whole check of a red project, and yes or not yet."""
    project, check = queries.get_project(project_id), queries.get_check(project_id)
    may, form = _may_decide(project, check, look_at(project)), DecideForm(seen=check.changed_at.isoformat())
    if check.tier is not Tier.RED:
        raise NotFound
    if form.validate_on_submit():
        if not may:
            raise NotAllowed
        decide = service.approve if form.answer.data == YES else service.refuse
        decide(current_user.id, check, form.words.data or "", _moment(form.seen.data or ""))
        say(_("Thank you. The team hears of it."))
        return go("projects.safety_list")
    return show(
        "projects/decide_safety.html", project=project, form=form, may=may, lines=checklist(_risks(check)),
        **_about(check), status=422 if form.errors else 200,
    )  # fmt: skip


def _may_decide(project: queries.Project, check: queries.SafetyCheck, view: View) -> bool:
    hub = places.nearest_hub(project.ward_id, project.square)
    return permissions.may_decide_safety(current_user, hub.id if hub else None, check.approver_id, view.part)


def _moment(typed: str) -> datetime:
    """The moment that the form carried. Raises NothingWaits where somebody wrote into it."""
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        raise NothingWaits from None
    if moment.tzinfo is None:
        raise NothingWaits
    return moment
