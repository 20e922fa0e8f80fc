"""One partner: who they are, what they offer, what they do and back, what they pledged and what came of it."""

from collections.abc import Iterable

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.materials import queries as materials
from participate.missions import queries as missions
from participate.organisations import permissions, queries
from participate.organisations.rules.pledges import parts_of
from participate.organisations.views._hands import seen
from participate.organisations.views._subjects import named
from participate.places import queries as places
from participate.projects import queries as projects
from participate.spaces import queries as spaces

MOST_SHOWN = 6
MOST_PLEDGES = 8


def register(blueprint: Blueprint) -> None:
    base = "/organisations/<int:organisation_id>"
    blueprint.add_url_rule(base, "organisation", organisation)
    blueprint.add_url_rule(f"{base}/pledges", "pledges", pledges)


@open_to(anyone)
def organisation(organisation_id: int) -> Response:
    """One partner: who they are, what they offer."""
    found, view = seen(organisation_id)
    pledged = queries.list_newest_pledges(organisation_id, all_of_them=view.may_change)
    run, backed = projects.list_run_and_backed(organisation_id, _ids_backed(pledged), MOST_SHOWN)
    return show(
        "organisations/organisation.html",
        organisation=found,
        view=view,
        may_name=permissions.may_name_speakers(current_user),
        spaces=spaces.list_of_organisation(organisation_id, MOST_SHOWN),
        projects=run,
        backed=backed,
        materials=materials.list_of_organisation(organisation_id, MOST_SHOWN),
        pledges=pledged[:MOST_PLEDGES],
        more_pledges=len(pledged) > MOST_PLEDGES,
        subjects=named(each.subject for each in pledged[:MOST_PLEDGES]),
        missions=missions.list_of_organisation(organisation_id, MOST_SHOWN),
        hub=places.nearest_hub(found.ward_id, found.square),
    )


@open_to(anyone)
def pledges(organisation_id: int) -> Response:
    """All that a partner pledged, and what came of it."""
    found, view = seen(organisation_id)
    page = queries.list_pledges(organisation_id, asked_page(), all_of_them=view.may_change)
    subjects = named(each.subject for each in page.items)
    return show("organisations/pledges.html", organisation=found, view=view, page=page, subjects=subjects)


def _ids_backed(pledged: Iterable[queries.Pledge]) -> tuple[set[int], set[int]]:
    """(projects, needs) to which a partner gives something."""
    parts = [parts_of(subject) for subject in queries.subjects_backed(pledged)]
    return {number for kind, number in parts if kind == "project"}, {number for kind, number in parts if kind == "need"}
