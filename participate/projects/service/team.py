"""People come into a team, take parts, hand them on and leave."""

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from participate.accounts import queries as accounts
from participate.accounts.models import Person
from participate.accounts.service import grant, revoke
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations.queries import ids_spoken_for
from participate.projects import queries
from participate.projects.models import Project, TeamMember, TeamRequest
from participate.projects.rules.stages import NeighbourOwns
from participate.projects.rules.team import (
    AnsweredAlready,
    AskedAlready,
    NotInTeam,
    check_may_ask,
    check_part_change,
    check_speaks_for,
)
from participate.projects.service import letters
from participate.projects.service.needs import meet_need
from participate.projects.service.projects import subject_of
from participate.projects.words import RequestStatus, TeamPart


def ask_to_help(person: Person, project: Project, words: str = "", need_id: int | None = None) -> TeamRequest:
    """ "I'd like to help": the team hears of it and answers.

    Raises DoneElsewhere, ProjectOver, InTeamAlready, AskedLately or AskedAlready. That there is one open request a
    person and project is an index of the database, which also holds when she presses twice at once.
    """
    check_may_ask(
        elsewhere=bool(project.source),
        alive=project.stage.alive,
        in_team=queries.find_member(project.id, person.id) is not None,
        not_now_at=queries.find_last_not_now(project.id, person.id),
        now=clock.now(),
    )
    request = TeamRequest(
        project_id=project.id, person_id=person.id, need_id=need_id, words=words, asked_at=clock.now()
    )
    try:
        with db.session.begin_nested():
            db.session.add(request)
    except IntegrityError:
        raise AskedAlready from None
    record(person.id, "asked", "team_request", request.id)
    letters.tell_team(request, person.first_name)
    return request


def take_back(person_id: int, request: TeamRequest) -> None:
    """She takes her request back. Raises AnsweredAlready."""
    _settle(person_id, request, RequestStatus.TAKEN_BACK)
    db.session.flush()


def welcome(actor_id: int, request: TeamRequest) -> None:
    """The team says yes, and she hears so: she is a helper from now on. For a 20-minute task she need not join:
    she does it, and says when it is done. Raises AnsweredAlready.
    """
    _settle(actor_id, request, RequestStatus.WELCOMED)
    if request.need is not None and request.need.quick:
        letters.tell_asker(request, welcome=True)
        return
    helper = TeamMember(
        project_id=request.project_id, person_id=request.person_id, part=TeamPart.HELPER, since=clock.now()
    )
    try:
        with db.session.begin_nested():
            db.session.add(helper)
    except IntegrityError:
        return  # she is in the team by another way, with whatever part she has there
    record(actor_id, "joined by", "project", request.project_id)
    letters.tell_asker(request, welcome=True)


def say_not_now(actor_id: int, request: TeamRequest) -> None:
    """The team cannot take anybody in just now; she hears so, kindly. Raises AnsweredAlready."""
    _settle(actor_id, request, RequestStatus.NOT_NOW)
    letters.tell_asker(request, welcome=False)
    db.session.flush()


def _settle(actor_id: int, request: TeamRequest, status: RequestStatus) -> None:
    """End a request once, whoever else presses at the same time. Raises AnsweredAlready."""
    ended = {"status": status, "answered_at": clock.now(), "answered_by": actor_id}
    waiting = (TeamRequest.id == request.id, TeamRequest.status == RequestStatus.ASKED)
    if db.session.execute(update(TeamRequest).where(*waiting).values(**ended)).rowcount != 1:  # type: ignore[attr-defined]
        raise AnsweredAlready
    record(actor_id, status.value.replace("_", " "), "team_request", request.id)


def finish_task(person: Person, request: TeamRequest) -> None:
    """She did her 20-minute task: it is met with thanks to her, and the team hears so.

    Raises AnsweredAlready when the team has not said yes, and NeedMet.
    """
    if request.status is not RequestStatus.WELCOMED or request.need is None:
        raise AnsweredAlready
    meet_need(person.id, request.need, person.first_name)
    letters.tell_done(request, person.first_name)


def say_my_part(person_id: int, project: Project, organisation_id: int | None, *, pack_contact: bool) -> None:
    """For which organisation she is in the team, and whether her contact may go into the hand-over pack.

    Raises NotInTeam or NotYourOrganisation.
    """
    member = queries.find_member(project.id, person_id)
    if member is None:
        raise NotInTeam
    if organisation_id != member.organisation_id:
        check_speaks_for(organisation_id, ids_spoken_for(person_id))
    member.organisation_id, member.pack_contact = organisation_id, pack_contact
    _note(person_id, "part said", project)


def make_host(actor_id: int, project: Project, person_id: int) -> None:
    """One of the team becomes a host and hears so. Raises NotInTeam or OwnerStays."""
    member = _member(project, person_id)
    member.part = TeamPart.HOST
    grant(actor_id, accounts.get_person(person_id), Role.HOST, subject_of(project.id))
    _note(actor_id, "made host", project)
    letters.tell_part(project, person_id, TeamPart.HOST.value, f"{project.id}-host-{clock.now():%Y%m%d%H%M%S}")


def make_helper(actor_id: int, project: Project, person_id: int) -> None:
    """A host is a helper again. Raises NotInTeam or OwnerStays."""
    member = _member(project, person_id)
    member.part = TeamPart.HELPER
    revoke(actor_id, accounts.get_person(person_id), Role.HOST, subject_of(project.id))
    _note(actor_id, "made helper", project)


def hand_over(actor_id: int, project: Project, person_id: int) -> None:
    """One of the team looks after the project from now on; who did so before is a host.

    Raises NotInTeam, OwnerStays, or NeighbourOwns for the staff of its hub. The index that allows one owner is asked
    after each step, so the old one steps down first.
    """
    member, before = _member(project, person_id), queries.find_owner(project.id)
    if queries.acts_as_staff(project, person_id):
        raise NeighbourOwns
    if before is not None:
        before.part = TeamPart.HOST
        db.session.flush()
    member.part = TeamPart.OWNER
    grant(actor_id, accounts.get_person(person_id), Role.HOST, subject_of(project.id))
    _note(actor_id, "handed over", project)
    letters.tell_part(project, person_id, TeamPart.OWNER.value, f"{project.id}-owner-{clock.now():%Y%m%d%H%M%S}")


def leave_team(actor_id: int, project: Project, person_id: int) -> None:
    """Somebody leaves, or is taken off the list. Raises NotInTeam, or OwnerStays for the owner."""
    member = _member(project, person_id)
    db.session.delete(member)
    revoke(actor_id, accounts.get_person(person_id), Role.HOST, subject_of(project.id))
    _note(actor_id, "left by", project)


def _member(project: Project, person_id: int) -> TeamMember:
    """The row of somebody whose part may change, with the team held still. Raises NotInTeam or OwnerStays."""
    db.session.execute(select(Project.id).where(Project.id == project.id).with_for_update())
    member = queries.find_member(project.id, person_id)
    check_part_change(member.part if member else None)
    if member is None:
        raise NotInTeam
    return member


def _note(actor_id: int, verb: str, project: Project) -> None:
    record(actor_id, verb, "project", project.id)
    db.session.flush()
