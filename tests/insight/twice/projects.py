"""Ideas, projects, partners and missions."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime

from participate.audit.models import AuditRow
from participate.core.clock import local
from participate.insight.models import Goal, ProjectGoal
from participate.insight.periods import Period
from participate.missions.models import Mission, MissionOutcome
from participate.organisations.models import Pledge, PledgeGiven
from participate.organisations.words import PledgeStatus
from participate.projects.models import Idea, Project, TeamMember
from participate.projects.words import Stage, TeamPart
from participate.sessions.models import Session
from tests.insight.twice.rows import TEN_DAYS, Cells, Part, borough, counts, held, is_held, laid, rows


def ideas(period: Period) -> Mapping[str, Cells]:
    shown = [idea for idea in rows(Idea) if not idea.hidden_at]
    grown = [one for one in rows(Project) if one.idea_id and not one.source and not one.hidden_at]
    began: dict[int, datetime] = {}
    met: dict[int, date] = {}
    for project in grown:
        began[project.idea_id] = min(project.made_at, began.get(project.idea_id, project.made_at))
        for session in rows(Session):
            if session.project_id == project.id and is_held(session):
                day = max(local(session.starts_at).date(), local(session.counted_at - TEN_DAYS).date())
                met[project.idea_id] = min(day, met.get(project.idea_id, day))
    steps: dict[str, Callable[[Idea], datetime | date | None]] = {
        "ideas_said": lambda idea: idea.made_at, "ideas_answered": lambda idea: idea.answered_at,
        "ideas_project": lambda idea: began.get(idea.id), "ideas_session": lambda idea: met.get(idea.id),
    }  # fmt: skip
    return {
        key: laid(period, [Part(idea.ward_id) for idea in shown if counts(period, step(idea))], public=True)
        for key, step in steps.items()
    }


def stage_at_end(project: Project, period: Period) -> Stage:
    moves = [one for one in rows(AuditRow) if one.kind == "project" and one.thing_id == project.id]
    moves = [one for one in moves if one.verb.startswith("moved to ")]
    moves.sort(key=lambda one: (one.at, one.id))
    before = [one for one in moves if local(one.at).date() <= period.last]
    if before:
        return Stage(before[-1].verb.removeprefix("moved to "))
    if moves:
        return Stage.GATHERING
    over = project.stage in (Stage.ENDED, Stage.HANDED_OVER)
    return Stage.RUNNING if over and local(project.changed_at).date() > period.last else project.stage


def alive(period: Period) -> list[tuple[Project, Stage]]:
    ours = [one for one in rows(Project) if not one.source and not one.hidden_at]
    there = [one for one in ours if local(one.made_at).date() <= period.last]
    stages = [(one, stage_at_end(one, period)) for one in there]
    return [(one, stage) for one, stage in stages if stage not in (Stage.ENDED, Stage.HANDED_OVER)]


def projects(period: Period) -> Mapping[str, Cells]:
    living = alive(period)
    cells = laid(period, [Part(one.ward_id) for one, _stage in living], public=True)
    for name in ("gathering", "trying_out", "running", "resting"):
        number = sum(stage == name for _one, stage in living)
        cells["borough", f"stage:{name}"] = (number, number, 0)
    for name in ("cook", "grow", "make", "learn", "play", "care", "trade"):
        number = sum(one.theme == name for one, _stage in living)
        cells["borough", f"theme:{name}"] = (number, number, 0)
    owners = {one.project_id: one for one in rows(TeamMember) if one.part is TeamPart.OWNER}
    hers = [one for one, _stage in living if not one.organisation_id and is_resident(owners[one.id])]
    selling = [one for one, _stage in living if one.selling]
    told_result = sum(bool(one.test_result) for one in selling)
    markets = sum(one.project.selling for one in held(period))
    return {
        "projects_alive": cells, "trading_tests": borough(len(selling)), "trading_results": borough(told_result),
        "resident_owned": laid(period, [Part(one.ward_id) for one in hers], public=True),
        "trading_sessions": borough(markets), "projects_by_goal": goals(period, {one.id for one, _stage in living}),
    }  # fmt: skip


def is_resident(owner: TeamMember) -> bool:
    held_roles = {role.role.value for role in owner.person.roles}
    return owner.organisation_id is None and not held_roles & {"staff", "admin"}


def goals(period: Period, living: set[int]) -> Cells:
    tags = [one for one in rows(ProjectGoal) if one.since <= period.last and one.project_id in living]
    cells = borough(len({one.project_id for one in tags}))
    for goal in rows(Goal):
        number = sum(one.goal_id == goal.id for one in tags)
        cells["borough", f"goal:{goal.key}"] = (number, number, 0)
    return cells


def partners(period: Period) -> Mapping[str, Cells]:
    pledges = {one.id: one for one in rows(Pledge) if not one.hidden_at}
    made = [one for one in pledges.values() if one.status is not PledgeStatus.NOT_NOW and counts(period, one.made_at)]
    kept, so_far = [], defaultdict(int)
    for one in sorted(rows(PledgeGiven), key=lambda given: (given.noted_at, given.id)):
        pledge = pledges.get(one.pledge_id)
        if pledge is None or so_far[pledge.id] >= pledge.amount:
            continue
        so_far[pledge.id] += one.units
        if so_far[pledge.id] >= pledge.amount and counts(period, one.day, one.noted_at):
            kept.append(pledge)

    def line(found: list[Pledge]) -> Cells:
        each = [sum(one.organisation_id == number for one in found) for number in {p.organisation_id for p in found}]
        return borough(len(found), largest=max(each, default=0))

    missions = {one.id: one for one in rows(Mission) if not one.hidden_at}
    running = [one for one in missions.values() if one.first_day <= period.last <= one.last_day]
    outcomes = {
        one.mission_id for one in rows(MissionOutcome)
        if one.mission_id in missions and not one.hidden_at and not one.organisation.hidden_at
        and counts(period, one.last_day, one.reported_at)
    }  # fmt: skip
    return {
        "pledges_made": line(made), "pledges_kept": line(kept), "missions_running": borough(len(running)),
        "mission_outcomes": borough(len(outcomes)),
    }  # fmt: skip
