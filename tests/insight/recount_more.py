"""The measures behind "more" counted a second way: every row is read, and counted in plain Python."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from participate.accounts.models import Person
from participate.audit.models import AuditRow
from participate.core.clock import local
from participate.core.db import db
from participate.core.text import slug_of
from participate.insight.models import Goal, ProjectGoal
from participate.insight.periods import Period, of_day
from participate.insight.words import Grain
from participate.introductions.models import Introduction
from participate.materials.models import GiftAsk, Loan, Material, StockDay
from participate.materials.words import Deal, GiftStatus
from participate.missions.models import Mission, MissionOutcome
from participate.organisations.models import Pledge, PledgeGiven
from participate.organisations.words import PledgeStatus
from participate.paper.models import LinkDay
from participate.places.models import Hub, Ward
from participate.projects.models import Idea, Project, TeamMember
from participate.projects.words import Stage, TeamPart
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import AgeBand, SessionStatus, SignUpStatus
from participate.spaces.models import Booking, OpeningHour, Space
from participate.spaces.queries.opening import opening_of
from participate.spaces.rules import minutes_open
from participate.spaces.words import BookingStatus, SpaceKind
from participate.surveys.models import EqualityAnswer, Pulse

TEN_DAYS = timedelta(days=10)
Cells = dict[tuple[str, str], tuple[int, int, int]]  # (area, split) → value, people, the largest


def rows(table: type) -> list[Any]:
    return list(db.session.scalars(select(table).order_by(table.id)))


def counts(period: Period, happened: datetime | date | None, written: datetime | None = None) -> bool:
    """Whether the counting moment lies in the period."""
    if happened is None:
        return False
    day = local(happened).date() if isinstance(happened, datetime) else happened
    if written is not None:
        day = max(day, local(written - TEN_DAYS).date())
    return period.first <= day <= period.last


@dataclass
class Part:
    """One row's share: where, how much, who stands behind it, whose it is."""

    ward: int | None
    units: int = 1
    people: Iterable[int] = ()
    owners: Iterable[str] = ()


def areas_of(ward_id: int | None) -> list[str]:
    ward = db.session.get(Ward, ward_id) if ward_id else None
    if ward is None:
        return ["borough", "unknown"]
    return ["borough", f"ward:{ward.code}", *([f"locality:{slug_of(ward.locality)}"] if ward.locality else [])]


def told(period: Period) -> list[str]:
    if period.grain is Grain.MONTH:
        return ["borough"]
    return sorted({area for ward in rows(Ward) for area in areas_of(ward.id)} | {"unknown"})


def laid(period: Period, parts: Iterable[Part], *, of_people: bool = False, public: bool = False) -> Cells:
    """The parts put into their areas. `of_people`: the value is the people; `public`: the people are the value."""
    value: dict[str, int] = defaultdict(int)
    people: dict[str, set[int]] = defaultdict(set)
    owned: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for part in parts:
        for area in areas_of(part.ward):
            value[area] += part.units
            people[area] |= set(part.people)
            for owner in part.owners:
                owned[area][owner] += part.units
    found: Cells = {}
    for area in told(period):
        behind = len(people[area])
        number = behind if of_people else value[area]
        found[area, ""] = (number, number if public else behind, max(owned[area].values(), default=0))
    return found


def borough(value: int, people: int | None = None, largest: int = 0) -> Cells:
    return {("borough", ""): (value, value if people is None else people, largest)}


def is_held(session: Session) -> bool:
    return session.counted_at is not None and session.status is not SessionStatus.CANCELLED and not session.hidden_at


def held(period: Period) -> list[Session]:
    return [one for one in rows(Session) if is_held(one) and counts(period, one.starts_at, one.counted_at)]


def in_the_end(person_id: int) -> Person:
    person = db.session.get_one(Person, person_id)
    return in_the_end(person.merged_into_id) if person.merged_into_id else person


def sign_ups(period: Period) -> Cells | Mapping[str, Cells]:
    sessions = {session.id: session for session in held(period)}
    came = {(one.session_id, one.person_id) for one in rows(Attendance) if one.person_id}
    ticked = {one.sign_up_id for one in rows(Attendance)}
    parts: dict[str, list[Part]] = {"waited": [], "held_places": [], "no_shows": []}
    for one in rows(SignUp):
        if one.session_id not in sessions:
            continue
        part = Part(sessions[one.session_id].ward_id, 1, [in_the_end(one.person_id).id])
        if one.queued_at:
            parts["waited"].append(part)
        if one.status in (SignUpStatus.GOING, SignUpStatus.LIKELY):
            parts["held_places"].append(part)
            if (one.session_id, one.person_id) not in came and one.id not in ticked:
                parts["no_shows"].append(part)
    return {key: laid(period, found) for key, found in parts.items()}


def hosts(period: Period) -> Mapping[str, Cells]:
    who = {in_the_end(session.host_id) for session in held(period) if session.host_id}
    return {"hosts": laid(period, [Part(one.ward_id, 1, [one.id]) for one in who], public=True)}


def links(period: Period) -> Mapping[str, Cells]:
    by_channel: dict[str, int] = dict.fromkeys(("poster", "slip", "newspaper", "message", "invite"), 0)
    for one in rows(LinkDay):
        if counts(period, one.day):
            by_channel[one.channel.value] += one.hits
    cells = borough(sum(by_channel.values()))
    return {"link_hits": cells | {("borough", f"channel:{one}"): (n, n, 0) for one, n in by_channel.items()}}


def connections(period: Period) -> Mapping[str, Cells]:
    pairs = [one for one in rows(Introduction) if counts(period, one.opened_at)]
    both = [(in_the_end(one.low_id), in_the_end(one.high_id)) for one in pairs]
    across = [(a, b) for a, b in both if a.ward_id and b.ward_id and a.ward_id != b.ward_id]
    within = [(a, b) for a, b in both if a.ward_id and a.ward_id == b.ward_id]

    def line(found: list) -> Cells:
        return borough(len(found), len({one.id for pair in found for one in pair}))

    def ends(found: list) -> Cells:
        return laid(
            period, [Part(one.ward_id, 1, [one.id]) for one in {o for pair in found for o in pair}], public=True
        )

    return {
        "connections": line(both), "connections_across": line(across),
        "connections_within": laid(period, [Part(a.ward_id, 1, [a.id, b.id]) for a, b in within]),
        "connected_people": ends(both), "connected_across": ends(across),
    }  # fmt: skip


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


def in_public(space: Space) -> bool:
    hours = {one.space_id for one in rows(OpeningHour)}
    names_hours = space.id in hours or space.site_id in hours
    return not space.hidden_at and not space.at_home and space.kind is not SpaceKind.SITE and names_hours


def hours(period: Period) -> Mapping[str, Cells]:
    spaces = {one.id: one for one in rows(Space) if in_public(one)}
    used: dict[tuple[int, str], int] = defaultdict(int)
    behind, bookings = list[Part](), list[Part]()
    for one in rows(Booking):
        agreed = one.answered_at or one.made_at
        if one.space_id not in spaces or one.status is not BookingStatus.AGREED:
            continue
        if counts(period, one.starts_at, agreed):
            space, minutes = spaces[one.space_id], int((one.ends_at - one.starts_at).total_seconds()) // 60
            month = of_day(max(local(one.starts_at), local(agreed - TEN_DAYS)).date(), Grain.MONTH)
            used[space.id, month.code] += minutes
            who = [in_the_end(one.person_id).id] if one.person_id else []
            owners = [*(f"person:{each}" for each in who)]
            owners += [f"organisation:{space.organisation_id}"] if space.organisation_id else []
            behind.append(Part(space.ward_id, minutes, who, owners))
    for (space_id, _month), minutes in used.items():
        bookings.append(Part(spaces[space_id].ward_id, whole_hours(minutes)))
    offered = [Part(one.ward_id, open_hours(one, month)) for one in spaces.values() for month in months(period)]
    value, minutes_of = laid(period, bookings), laid(period, behind)
    return {
        "space_hours_used": {
            key: (value[key][0], people, whole_hours(most)) for key, (_minutes, people, most) in minutes_of.items()
        },
        "space_hours_offered": laid(period, offered, public=True),
    }


def months(period: Period) -> list[Period]:
    return [one for one in of_day(period.first, Grain.YEAR).parts(Grain.MONTH) if period.holds(one)]


def open_hours(space: Space, month: Period) -> int:
    days = [month.first + timedelta(days=number) for number in range((month.after - month.first).days)]
    there = [day for day in days if local(space.made_at).date() <= day <= space.expires_on]
    return whole_hours(minutes_open(opening_of(space), there[0], there[-1])) if there else 0


def whole_hours(minutes: int) -> int:
    full, more = divmod(minutes, 60)
    return full + (more >= 30)


def things(period: Period) -> Mapping[str, Cells]:
    loans = [one for one in rows(Loan) if counts(period, one.out_at)]
    gifts = [one for one in rows(GiftAsk) if one.status is GiftStatus.HANDED and counts(period, one.answered_at)]
    stock = [one for one in rows(StockDay) if counts(period, one.day)]
    by_id = {one.id: one for one in rows(Material) if not one.hidden_at}

    def handed(given: list) -> list[Part]:
        parts = []
        for one in given:
            material = by_id.get(one.material_id)
            if material is None:
                continue
            who = [in_the_end(one.person_id).id] if one.person_id else []
            owners = [f"person:{each}" for each in who]
            if material.organisation_id:
                owners.append(f"organisation:{material.organisation_id}")
            elif material.keeper_id and not material.hub_id:
                owners.append(f"keeper:{material.keeper_id}")
            parts.append(Part(material.ward_id, one.units, who, owners))
        return parts

    shelf = [Part(by_id[one.material_id].ward_id, one.taken) for one in stock if one.material_id in by_id]
    return {
        "lent": laid(period, handed(loans)), "given": laid(period, handed(gifts)),
        "taken": laid(period, shelf, public=True),
    }  # fmt: skip


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


def pulses(period: Period) -> Mapping[str, Cells]:
    said = [one for one in rows(Pulse) if counts(period, one.week)]
    worthwhile = [one.worthwhile for one in said if one.worthwhile is not None]
    belonging = [one.belonging for one in said if one.belonging in (1, 2, 3, 4)]
    met = [one.met for one in said if one.met is not None]
    answered = [one for one in said if not (one.worthwhile is None and one.belonging is None and one.met is None)]
    there = {one.id for one in held(period)}
    asked = [one for one in rows(Attendance) if one.session_id in there and one.person_id]
    asked = [one for one in asked if one.band is AgeBand.ADULT]
    numbers = {
        "pulse_answered": len(answered), "pulse_worthwhile": len(worthwhile), "pulse_belonging": len(belonging),
        "pulse_worthwhile_high": sum(one in (7, 8, 9, 10) for one in worthwhile), "pulse_met": len(met),
        "pulse_belonging_strong": sum(one in (1, 2) for one in belonging), "pulse_met_new": sum(map(bool, met)),
    }  # fmt: skip
    people = {in_the_end(one.person_id).id for one in asked}
    return {"pulse_asked": borough(len(asked), len(people))} | {key: borough(n) for key, n in numbers.items()}


def equality(period: Period) -> Mapping[str, Cells]:
    said = [one for one in rows(EqualityAnswer) if period.first <= one.quarter <= period.last]
    disabled = {"a_lot": "yes", "a_little": "yes", "no": "no", "not_at_all": "no"}
    splits = {
        "age": (("16-24", "25-34", "35-49", "50-64", "65+", "rather_not"), lambda one: one.age_band),
        "ethnic": (
            ("white", "mixed", "asian", "black", "other", "rather_not"),
            lambda one: one.ethnic_group if one.ethnic_group == "rather_not" else one.ethnic_group.split("_")[0],
        ),
        "disability": (("yes", "no", "rather_not"), lambda one: disabled.get(one.disability, "rather_not")),
    }
    cells = borough(len(said))
    for kind, (names, answer) in splits.items():
        for name in names:
            number = sum(answer(one) == name for one in said)
            cells["borough", f"{kind}:{name}"] = (number, number, 0)
    return {"equality_answers": cells}


def assets(period: Period) -> Mapping[str, Cells]:
    def there(one: Space | Material) -> bool:
        return not one.hidden_at and local(one.made_at).date() <= period.last <= one.expires_on

    parts = [Part(one.ward_id) for one in rows(Space) if there(one) and not one.at_home and one.kind != "site"]
    parts += [Part(one.ward_id) for one in rows(Material) if there(one) and one.deal is Deal.LEND]
    parts += [Part(one.ward_id) for one in rows(Hub)]
    parts += [Part(one.ward_id) for one, _stage in alive(period)]
    return {"civic_assets": laid(period, parts, public=True)}


def recount(period: Period) -> dict[str, Cells]:
    """Every measure behind "more" in a period: value, people and the largest of each cell."""
    ways = (
        sign_ups, hosts, links, connections, ideas, projects, hours, things, partners, pulses, equality, assets,
    )  # fmt: skip
    found: dict[str, Cells] = {}
    for way in ways:
        found |= way(period)
    return found
