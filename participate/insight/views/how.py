"""How we count: every definition with its dates, and the rules for all of them. For everybody."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import admins, anyone, officers, open_to
from participate.core.http import show
from participate.insight.disclosure.table import LEAST_BASE, LEAST_MEDIAN, ROUNDED_TO, SPECIAL, THRESHOLD
from participate.insight.measures import MEASURES
from participate.insight.periods import GRACE
from participate.insight.showing.measures import wordings
from participate.insight.words import Group


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/how-we-count", "how_we_count", how_we_count)


@open_to(anyone)
def how_we_count() -> Response:
    """Definitions by group, in their wordings with dates; rounding, small numbers, late counts, merging."""
    return show(
        "insight/how_we_count.html",
        groups=[(group, [(one, wordings(one)) for one in MEASURES if one.group is group]) for group in Group],
        rules={
            "fives": ROUNDED_TO, "few": THRESHOLD, "special": SPECIAL, "base": LEAST_BASE, "median": LEAST_MEDIAN,
            "days": GRACE.days,
        },
        own=officers.lets_in(current_user) or admins.lets_in(current_user),
    )  # fmt: skip
