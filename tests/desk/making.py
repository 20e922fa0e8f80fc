"""One of everything that can wait on a desk, laid straight into the tables; and a second hub with staff of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from participate.accounts.models import HostRecord, Person, SamePerson
from participate.accounts.words import PersonKind, RecordKind, Role, SameWhy
from participate.core import clock
from participate.core.db import db
from participate.desk.words import WaitKind
from participate.funds.models import Fund, FundAsk
from participate.introductions.models import Introduction, IntroductionSide
from participate.introductions.words import Said, Way
from participate.materials.models import Loan
from participate.materials.words import LoanStatus
from participate.moderation.models import Report
from participate.moderation.words import Origin, ReportReason, Urgency
from participate.notifications.models import Call
from participate.organisations.words import PledgeKind
from participate.photos.models import Photo
from participate.photos.words import PhotoStatus
from participate.places.models import Hub
from participate.profiles.words import Theme
from participate.projects.models import Project, SafetyCheck, TeamMember, TeamRequest
from participate.projects.words import Risk, Stage, TeamPart, Tier
from participate.sessions.models import Incident, Session
from participate.spaces.models import Booking
from tests.materials.build import build_material
from tests.organisations.build import build_pledge
from tests.street import SQUARE, Street, add, give, person

A_WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)


@dataclass
class Elsewhere:
    """Another hub, in the other ward, and who works there."""

    hub: Hub
    hana: Person


def build_elsewhere(street: Street) -> Elsewhere:
    """The Barn, in Thames View; Hana is its staff."""
    hub = Hub(name="The Barn", address="Bastable Avenue", ward_id=street.other_ward.id)
    add(hub)
    hana = person("Hana Yusuf", street.other_ward)
    give(hana, Role.STAFF, f"hub:{hub.id}")
    db.session.commit()
    return Elsewhere(hub, hana)


def colleague(street: Street, name: str = "Ines Costa") -> Person:
    """Another of the staff of the street's hub."""
    made = person(name, street.ward)
    give(made, Role.STAFF, f"hub:{street.hub.id}")
    db.session.commit()
    return made


def build_all(street: Street) -> dict[WaitKind, int]:
    """One thing of each kind that waits at the street's hub since a week ago, besides its idea: kind → id."""
    ago = clock.now() - A_WEEK
    made = _read(street, ago) | _lent(street, ago) | _planned(street, ago) | _people(street, ago)
    db.session.commit()
    return {kind: row.id for kind, row in made.items()}  # type: ignore[attr-defined]


def build_report(kind: str, thing_id: int, ago: datetime, **more: object) -> Report:
    """A report that waits."""
    facts: dict[str, object] = {
        "title": "Come for tea",
        "seen": "Come for tea",
        "reason": ReportReason.OTHER,
        "made_at": ago,
    }
    made = Report(kind=kind, thing_id=thing_id, **(facts | more))
    add(made)
    return made


def _read(street: Street, ago: datetime) -> dict[WaitKind, object]:
    photo = Photo(
        name="p" * 22, subject=f"space:{street.space.id}", hub_id=street.hub.id, person_id=street.amina.id,
        alt="A long table", width=100, height=80, bytes=9, sha256="a" * 64, status=PhotoStatus.HELD, consent_at=ago,
        made_at=ago, changed_at=ago,
    )  # fmt: skip
    fund = Fund(
        hub_id=street.hub.id, name="Little fund", criteria="For all", total_pence=9000, most_pence=900,
        closes_on=clock.today(), made_at=ago, changed_at=ago,
    )  # fmt: skip
    add(photo, fund)
    ask = FundAsk(
        fund_id=fund.id, person_id=street.bilal.id, title="Paint for benches", what="Paint", who="All", costs="£9",
        pence=900, asked_at=ago,
    )  # fmt: skip
    add(ask)
    street.idea.made_at = ago
    return {
        WaitKind.HELD: build_report("idea", street.idea.id, ago, origin=Origin.HELD, urgency=Urgency.SOON),
        WaitKind.REPORT: build_report("project", street.project.id, ago),
        WaitKind.APPEAL: build_report("space", street.space.id, ago, reason=ReportReason.ASK_AGAIN),
        WaitKind.PHOTO: photo, WaitKind.FUND_ASK: ask, WaitKind.IDEA: street.idea,
    }  # fmt: skip


def build_booking(street: Street, ago: datetime, days: int = 9) -> Booking:
    """Chidi asks for the hub's kitchen."""
    start = clock.now() + timedelta(days=days)
    made = Booking(
        space_id=street.space.id, person_id=street.chidi.id, label="Soup", starts_at=start, ends_at=start + HOUR,
        held_from=start, held_until=start + HOUR, made_at=ago, changed_at=ago,
    )  # fmt: skip
    add(made)
    return made


def _lent(street: Street, ago: datetime) -> dict[WaitKind, object]:
    drill = build_material(street, name="Hub drill", how_many=5, hub_id=street.hub.id)
    today, day = clock.today(), timedelta(days=1)
    asked = Loan(
        material_id=drill.id, person_id=street.chidi.id, days=2, from_day=today + 9 * day, due_on=today + 10 * day,
        made_at=ago, changed_at=ago,
    )  # fmt: skip
    late = Loan(
        material_id=drill.id, person_id=street.amina.id, days=2, from_day=today - 9 * day, due_on=today - 7 * day,
        status=LoanStatus.OUT, made_at=ago, changed_at=ago,
    )  # fmt: skip
    drill.out = 1
    add(asked, late)
    return {WaitKind.BOOKING: build_booking(street, ago), WaitKind.LOAN_ASKED: asked, WaitKind.LOAN_LATE: late}


def build_session(street: Street, **more: object) -> Session:
    """A session of the street's project at the hub, in a week, hosted by Amina."""
    start = clock.now() + A_WEEK
    facts: dict[str, object] = {
        "project_id": street.project.id, "name": "Mend together", "starts_at": start, "ends_at": start + HOUR,
        "hub_id": street.hub.id, "host_id": street.amina.id, "ward_id": street.ward.id, "made_at": start - 2 * A_WEEK,
        "changed_at": start - 2 * A_WEEK,
    }  # fmt: skip
    made = Session(**(facts | more))
    add(made)
    return made


def build_project(street: Street, name: str, *, owner: Person | None = None, **more: object) -> Project:
    """A project of the ward that is tried out, made a week ago."""
    ago = clock.now() - A_WEEK
    facts: dict[str, object] = {
        "about": "Together.", "theme": Theme.MAKE, "stage": Stage.TRYING_OUT, "ward_id": street.ward.id,
        "square": SQUARE, "made_at": ago, "changed_at": ago,
    }  # fmt: skip
    made = Project(name=name, **(facts | more))
    add(made)
    if owner is not None:
        add(TeamMember(project_id=made.id, person_id=owner.id, part=TeamPart.OWNER, since=ago))
    return made


def _planned(street: Street, ago: datetime) -> dict[WaitKind, object]:
    road = build_project(street, "Street lunch", owner=street.amina)
    check = SafetyCheck(
        project_id=road.id, tier=Tier.RED, risks=[Risk.ROAD.value], ticked=[], allergens=[], checked_at=ago,
        approver_id=street.dora.id, approve_by=clock.today() - timedelta(days=1), made_at=ago, changed_at=ago,
    )  # fmt: skip
    over = build_session(street, name="Last week", starts_at=ago, ends_at=ago + HOUR)
    incident = Incident(
        session_id=over.id, words="A cut finger.", follow_up="Ring on Monday", follow_by=clock.today(), made_at=ago
    )
    add(check, incident)
    return {
        WaitKind.HOSTLESS: build_session(street, host_id=None),
        WaitKind.PLACELESS: build_session(street, name="Somewhere", hub_id=None),
        WaitKind.SAFETY: road, WaitKind.PROJECT: build_project(street, "Nobody’s garden"),
        WaitKind.INCIDENT: incident,
    }  # fmt: skip


def build_call(street: Street, who: Person, number: int = 1, **more: object) -> Call:
    """Somebody to ring within the day."""
    facts: dict[str, object] = {
        "hub_id": street.hub.id, "letter": "session_moved", "facts": {}, "made_at": clock.now() - A_WEEK,
        "due_at": clock.now() - HOUR,
    }  # fmt: skip
    made = Call(person_id=who.id, promise_id=number, **(facts | more))
    add(made)
    return made


def _people(street: Street, ago: datetime) -> dict[WaitKind, object]:
    asked = TeamRequest(project_id=street.project.id, person_id=street.chidi.id, words="I sew", asked_at=ago)
    low, high = sorted((street.chidi.id, street.bilal.id))
    olu = person("Olu Ade", street.ward, kind=PersonKind.ENTERED, hub_id=street.hub.id)
    meeting = Introduction(
        low_id=low, high_id=olu.id, way=Way.HOST, words="baking", minutes=30, made_at=ago,
        good_until=clock.now() + A_WEEK,
    )  # fmt: skip
    add(asked, meeting)
    yes = IntroductionSide(introduction_id=meeting.id, person_id=low, said=Said.YES, slot=1, said_at=ago)
    waits = IntroductionSide(introduction_id=meeting.id, person_id=olu.id, slot=1)
    record = HostRecord(
        person_id=street.amina.id, kind=RecordKind.FOOD_HYGIENE, seen_on=ago.date(), expires_on=clock.today()
    )
    same = SamePerson(low_id=low, high_id=high, why=SameWhy.NAME_WARD, found_at=ago)
    add(yes, waits, record, same)
    offered = build_pledge(
        street, subject=f"need:{street.need.id}", kind=PledgeKind.TIME, words="A patient seamstress", made_at=ago
    )
    return {
        WaitKind.PLEDGE: offered, WaitKind.HELLO: asked, WaitKind.MEETING: waits,
        WaitKind.CALL: build_call(street, street.chidi),
        WaitKind.HOST_RECORD: record, WaitKind.SAME_PERSON: same,
    }  # fmt: skip
