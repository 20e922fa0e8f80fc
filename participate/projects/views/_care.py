"""What a project's page says about safety, and about its newest notes."""

from typing import Any

from participate.core import clock
from participate.projects import queries
from participate.projects.rules.safety import is_road_short
from participate.projects.views._hands import View
from participate.projects.words import Tier


def care_facts(project: queries.Project, view: View) -> dict[str, Any]:
    """Facts for `projects/_care.html`, `_tools.html` and `_updates.html`.

    `standing` is None for a project that nobody was asked about and that looks as if there were something in it.
    """
    check = queries.find_check(project.id)
    return {
        "check": check,
        "standing": queries.standing(check) if check else queries.standing_unasked(project),
        "road_short": check is not None and is_road_short(check.road_closed_on, clock.today()),
        "food": queries.food_of(check) if check else None,
        "notes": queries.list_newest_notes(project.id),
        "to_decide": view.staff and check is not None and check.tier is Tier.RED,
    }
