"""Hosts of the same recipe say that they may be met, and the hub brings two of them together."""

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core.db import db
from participate.projects import queries
from participate.projects.models import Project, TeamMember
from participate.projects.queries import OtherHost
from participate.projects.rules.meeting import NobodyAtTheHub, check_may_meet
from participate.projects.service import news
from participate.projects.service.starting import hub_of


def say_may_meet(actor_id: int, member: TeamMember, *, yes: bool) -> None:
    """A host says that other hosts of the same recipe may meet her, or takes it back."""
    member.meets_hosts = yes
    record(actor_id, "may be met" if yes else "not to be met", "project", member.project_id)
    db.session.flush()


def ask_to_meet(person: Person, project: Project, other: OtherHost | None) -> None:
    """The staff of the nearest hub hear that two hosts would like to meet: once a pair. No contact is shared.

    Raises SayYesFirst, NotToBeMet or NobodyAtTheHub.
    """
    mine, theirs = queries.find_member(project.id, person.id), queries.find_project(other.project_id if other else None)
    check_may_meet(i_said_yes=mine is not None and mine.meets_hosts, other_shown=theirs is not None)
    hub = hub_of(project)
    if hub is None or other is None or theirs is None or not news.staff_ids(hub.id):
        raise NobodyAtTheHub
    low, high = sorted((person.id, other.person_id))
    news.tell_of_meeting(hub, (person.first_name, project), (other.first_name, theirs), f"hosts-meet-{low}-{high}")
    record(person.id, "asked to meet", "project", other.project_id)
    db.session.flush()
