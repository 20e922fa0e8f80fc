"""For staff: what is offered and never asked, asked and never offered; stuck projects; people with no suggestion."""

from datetime import timedelta

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import open_to, staff
from participate.core.http import show
from participate.core.paging import asked_page
from participate.matching.quality.steps import Nothing
from participate.matching.queries import panel
from participate.matching.views._open import her_wards, tabs
from participate.materials.queries import outcomes as materials
from participate.projects.queries.stuck import page_of_stuck
from participate.sessions.permissions import hub_ids_of
from participate.spaces.queries import outcomes as spaces

IDLE = timedelta(days=28)  # offered for so long and never asked for
STUCK = timedelta(days=21)  # lacking something for so long
MOST_IDLE = 30


def register(blueprint: Blueprint) -> None:
    for path, view in (("supply", supply), ("stuck", stuck), ("nobody", nobody)):
        blueprint.add_url_rule(f"/suggestions/{path}", path, view)
    blueprint.add_app_template_global(panel.concept_label)


@open_to(staff)
def supply() -> Response:
    """What neighbours here ask for and nobody offers, and the other way round."""
    wards = her_wards("matching.supply")
    before = clock.now() - IDLE
    return show(
        "matching/supply.html",
        tabs=tabs("matching.supply"),
        wards=wards,
        lacking=panel.supply_and_demand(wards.every),
        things=materials.list_never_asked(wards.ids, before, MOST_IDLE),
        spaces=spaces.list_never_asked(wards.ids, before, MOST_IDLE),
    )


@open_to(staff)
def stuck() -> Response:
    """Projects that lack something for weeks, each with the way to the smallest set that would let it start."""
    wards = her_wards("matching.stuck")
    page = page_of_stuck(wards.ids, clock.now() - STUCK, asked_page())
    return show("matching/stuck.html", tabs=tabs("matching.stuck"), wards=wards, page=page)


@open_to(staff)
def nobody() -> Response:
    """Members for whom there is no suggestion, and why."""
    wards = her_wards("matching.nobody")
    because = next((one for one in Nothing if one.value == request.args.get("because")), None)
    counts = panel.count_alone(wards.ids)
    chips = [(_("All"), url_for("matching.nobody", **wards.values), because is None)] + [
        (
            f"{_(one.label)}: {counts[one]}",
            url_for("matching.nobody", because=one.value, **wards.values),
            one is because,
        )
        for one in Nothing
        if counts.get(one)
    ]
    return show(
        "matching/nobody.html",
        tabs=tabs("matching.nobody"),
        wards=wards,
        hubs=hub_ids_of(current_user),
        chips_of_reasons=chips,
        page=panel.page_of_alone(wards.ids, because, asked_page()),
        values=wards.values | ({"because": because.value} if because else {}),
    )
