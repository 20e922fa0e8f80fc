"""Pledges of the school in every state, a link to speak for it, and missions: one that runs, one that partners count,
one that is over.
"""

from datetime import date

from participate.core import clock
from participate.core.db import db
from participate.missions.words import MissionMeasure, MissionStage
from participate.organisations import queries, service
from participate.organisations.words import PledgeKind, PledgeStatus
from tests.missions.build import build_mission, build_outcome, put_under
from tests.organisations.build import build_pledge
from tests.street import Street

STATES = (
    "/missions?page=9", "/missions/{counted_mission_id}", "/missions/{past_mission_id}",
    "/missions/{mission_id}?page=9",
    "/organisations/{organisation_id}/pledges?page=9", "/organisations/{organisation_id}/help?kind=space",
    "/organisations/{organisation_id}/help?kind=material", "/organisations/{organisation_id}/help?page=9",
    "/pledges/{asked_pledge_id}", "/pledges/{welcome_pledge_id}", "/pledges/{kept_pledge_id}",
    "/pledges/{not_now_pledge_id}", "/speak-for/nowhere", "/needs/{need_id}/pledge?for={organisation_id}",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    found = _missions(street)
    pledges = _pledges(street, int(str(found["mission_id"])))
    secret = service.invite(street.bilal.id, street.organisation)
    invite = queries.list_invites_open(street.organisation.id)[0]
    db.session.commit()
    return found | pledges | {"organisations.speak_for:token": secret, "invite_id": invite.id}


def _missions(street: Street) -> dict[str, object]:
    runs = build_mission(street)
    put_under(runs, street.project, stage=MissionStage.PROTOTYPE, learnt="Two machines are enough for ten people.")
    counted = build_mission(
        street, name="100 people into work", measure=MissionMeasure.OUTCOME, hub_id=None,
        organisation_id=street.organisation.id, definition="People who began paid work.",
    )  # fmt: skip
    outcome = build_outcome(street, counted)
    past = build_mission(
        street, name="50 coats for the winter", measure=MissionMeasure.GIVEN, target=50, hub_id=None,
        first_day=date(2026, 1, 1), last_day=date(2026, 3, 31), learnt="Ask for children’s sizes first.",
    )  # fmt: skip
    return {
        "mission_id": runs.id, "counted_mission_id": counted.id, "past_mission_id": past.id, "outcome_id": outcome.id,
        "missions.report:mission_id": counted.id, "missions.take_back:mission_id": counted.id,
    }  # fmt: skip


def _pledges(street: Street, mission_id: int) -> dict[str, object]:
    project = f"project:{street.project.id}"
    free = build_pledge(street)
    towards = build_pledge(street, subject=f"mission:{mission_id}", words="coats", amount=60)
    service.note_given(street.bilal.id, towards, 20, clock.today(), 0)
    asked = build_pledge(street, subject=project, kind=PledgeKind.TIME, words="a patient seamstress", amount=3)
    welcome = build_pledge(street, subject=project, words="thread", status=PledgeStatus.WELCOMED)
    kept = build_pledge(
        street, subject=project, kind=PledgeKind.SPACE, words="the hall for an evening", amount=1, met=1,
        status=PledgeStatus.KEPT, came="Thirty coats were mended in one evening.",
    )  # fmt: skip
    not_now = build_pledge(street, subject=project, words="a lathe", amount=1, status=PledgeStatus.NOT_NOW)
    return {
        "pledge_id": free.id, "asked_pledge_id": asked.id, "welcome_pledge_id": welcome.id, "kept_pledge_id": kept.id,
        "not_now_pledge_id": not_now.id,
    }  # fmt: skip
