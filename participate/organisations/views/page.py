"""One partner: who they are, what they offer, what they do and back, what they pledged and what came of it."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.materials import queries as materials
from participate.missions import queries as missions
from participate.organisations import permissions, queries
from participate.organisations.views._hands import seen
from participate.organisations.views._subjects import Known, ids_of, named
from participate.places import queries as places
from participate.projects import queries as projects
from participate.spaces import queries as spaces

MOST_SHOWN = 6
MOST_PLEDGES = 8
MOST_CARDS = 40


def register(blueprint: Blueprint) -> None:
    base = "/organisations/<int:organisation_id>"
    blueprint.add_url_rule(base, "organisation", organisation)
    blueprint.add_url_rule(f"{base}/pledges", "pledges", pledges)


@open_to(anyone)
def organisation(organisation_id: int) -> Response:
    """One partner: who they are, what they offer."""
    found, view = seen(organisation_id)
    pledged = queries.list_newest_pledges(organisation_id, all_of_them=view.may_change)
    meant = ids_of(each.subject for each in pledged)
    backed = ids_of(queries.subjects_backed(pledged))
    run, others = projects.list_run_and_backed(organisation_id, (backed["project"], backed["need"]), MOST_CARDS)
    goals = missions.list_of_organisation(organisation_id, MOST_CARDS, meant["mission"])
    known = Known({card.id: card for card in (*run, *others)}, {goal.id: goal.name for goal in goals})
    return show(
        "organisations/organisation.html",
        organisation=found,
        view=view,
        may_name=permissions.may_name_speakers(current_user),
        spaces=spaces.list_of_organisation(organisation_id, MOST_SHOWN),
        projects=run[:MOST_SHOWN],
        backed=others[:MOST_SHOWN],
        materials=materials.list_of_organisation(organisation_id, MOST_SHOWN),
        pledges=pledged[:MOST_PLEDGES],
        more_pledges=len(pledged) > MOST_PLEDGES,
        subjects=named((each.subject for each in pledged[:MOST_PLEDGES]), known),
        missions=goals[:MOST_SHOWN],
        hub=places.nearest_hub(found.ward_id, found.square),
    )


@open_to(anyone)
def pledges(organisation_id: int) -> Response:
    """All that a partner pledged, and what came of it."""
    found, view = seen(organisation_id)
    page = queries.list_pledges(organisation_id, asked_page(), all_of_them=view.may_change)
    subjects = named(each.subject for each in page.items)
    return show("organisations/pledges.html", organisation=found, view=view, page=page, subjects=subjects)
