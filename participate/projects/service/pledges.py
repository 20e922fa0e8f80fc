"""A partner offers something that a project lacks; the team answers, and says thank you when it is there."""

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.organisations import queries as partners
from participate.organisations import service as organisations
from participate.organisations.models import Organisation, Pledge
from participate.organisations.rules.pledges import parts_of, subject_of
from participate.organisations.words import PledgeStatus
from participate.projects import queries
from participate.projects.models import Need, Project
from participate.projects.rules.pledges import check_offer
from participate.projects.rules.team import ProjectOver
from participate.projects.service.letters import leads_or_staff, tell
from participate.projects.service.needs import meet_need
from participate.projects.words import NeedStatus


def offer_for_need(actor_id: int | None, partner: Organisation, need: Need, facts: organisations.PledgeFacts) -> Pledge:
    """The partner can meet a need: its team is asked. Of two colleagues who press at once, one is told.

    Raises NeedGone, OfferedAlready, ProjectOver or TooManyPledges.
    """
    subject = subject_of("need", need.id)
    db.session.execute(select(Need.id).where(Need.id == need.id).with_for_update())
    offered = partners.has_pledged(partner.id, subject)
    check_offer(need.status, hidden=need.hidden_at is not None, offered=offered)
    return _offer(actor_id, partner, need.project, subject, facts)


def offer_for_project(
    actor_id: int | None, partner: Organisation, project: Project, facts: organisations.PledgeFacts
) -> Pledge:
    """The partner would like to back a project: its team is asked. Raises ProjectOver or TooManyPledges."""
    return _offer(actor_id, partner, project, subject_of("project", project.id), facts)


def _offer(
    actor_id: int | None, partner: Organisation, project: Project, subject: str, facts: organisations.PledgeFacts
) -> Pledge:
    if not project.stage.alive or project.source:
        raise ProjectOver
    made = organisations.pledge(actor_id, partner, facts, subject)
    told = {"project_id": project.id, "project": project.name, "partner": partner.name, "words": made.words}
    tell("pledge_offered", leads_or_staff(project), told, f"pledge-offered-{made.id}")
    return made


def answer_offer(actor_id: int | None, project: Project, pledge: Pledge, *, welcome: bool) -> None:
    """Yes please, or not this time; those who speak for the partner hear so. Raises PledgeMoved."""
    status = PledgeStatus.WELCOMED if welcome else PledgeStatus.NOT_NOW
    organisations.answer_pledge(actor_id, pledge, status)
    told = {
        "project_id": project.id, "project": project.name, "pledge_id": pledge.id, "words": pledge.words,
        "welcome": welcome,
    }  # fmt: skip
    heard = [member.person_id for member in partners.list_speakers(pledge.organisation_id)]
    tell("pledge_answered", heard, told, f"pledge-answered-{pledge.id}")


def receive_offer(actor_id: int, pledge: Pledge, known: int) -> None:
    """All of it is here: noted as given today, and the need is met, with thanks to the partner.

    Raises NotGivenYet or NotedMeanwhile.
    """
    left = max(1, pledge.amount - pledge.met)
    organisations.note_given(actor_id, pledge, left, clock.today(), known)
    kind, number = parts_of(pledge.subject)
    need = queries.find_need(number) if kind == "need" else None
    if need is not None and need.status is NeedStatus.OPEN:
        meet_need(actor_id, need, pledge.organisation.name)
