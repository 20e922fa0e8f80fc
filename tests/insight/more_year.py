"""A small borough and its year 2025, with all that can go wrong in it: for counting it twice.

Rows lie before, in and after the year; late ones, hidden ones, called off ones; people who turned out to be others.
"""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import Role
from participate.audit.models import AuditRow
from participate.core.db import db
from participate.insight.frameworks import plant_frameworks
from participate.insight.models import Goal, ProjectGoal
from participate.introductions.models import Introduction
from participate.introductions.words import IntroductionStatus, Way
from participate.materials.models import GiftAsk, Loan, Material, StockDay
from participate.materials.words import Deal, GiftStatus, LoanStatus
from participate.missions.models import Mission, MissionOutcome
from participate.missions.words import MissionMeasure
from participate.organisations.models import Organisation, Pledge, PledgeGiven
from participate.organisations.words import OrganisationKind, PledgeKind, PledgeStatus
from participate.paper.models import LinkDay
from participate.paper.words import Channel, LinkKind
from participate.places.models import Borough, Hub, Ward
from participate.profiles.words import Theme
from participate.projects.models import Idea, Project, TeamMember
from participate.projects.words import Stage, TeamPart
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import AgeBand, CameBy, SessionStatus, SignUpStatus
from participate.spaces.models import Booking, OpeningHour, Space, SpecialDays
from participate.spaces.words import BookingStatus, DayKind, SpaceKind
from participate.surveys.models import EqualityAnswer, Pulse
from participate.surveys.words import AGE_BANDS, ETHNIC_GROUPS, RATHER_NOT

BEGAN, DAYS = datetime(2024, 11, 20, 9, tzinfo=UTC), 460  # rows lie in these days
WARDS = (("E05014053", "Barking"), ("E05014061", "Barking"), ("E05014067", "Dagenham"), ("E05014070", ""))


class Year:
    """Everything that is in it, made from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def build(self) -> None:
        """Put it into the database and commit."""
        plant_frameworks()
        self._places()
        self._people()
        self._projects()
        self._sessions()
        self._introductions()
        self._spaces()
        self._things()
        self._partners()
        self._answers()
        db.session.commit()

    def moment(self) -> datetime:
        return BEGAN + timedelta(days=self.dice.randrange(DAYS), minutes=self.dice.randrange(24 * 60))

    def day(self) -> date:
        return self.moment().date()

    def maybe(self, share: float) -> bool:
        return self.dice.random() < share

    def hidden(self, share: float = 0.06) -> datetime | None:
        return self.moment() if self.maybe(share) else None

    def ward(self) -> int | None:
        return self.dice.choice([*(ward.id for ward in self.wards), None])

    def someone(self) -> int:
        return self.dice.choice(self.people).id

    def add(self, how_many: int, make: Callable[[], object]) -> list:
        made = [make() for _one in range(how_many)]
        db.session.add_all(made)
        db.session.flush()
        return made

    def _places(self) -> None:
        borough = Borough(code="E09000002", name="Barking and Dagenham")
        db.session.add(borough)
        db.session.flush()
        places = iter(WARDS)

        def ward() -> Ward:
            code, locality = next(places)
            return Ward(borough_id=borough.id, code=code, name=code, slug=code, lat=51.5, lon=0.1, locality=locality)

        self.wards: Sequence[Ward] = self.add(len(WARDS), ward)
        names = iter("abc")
        self.hubs = self.add(3, lambda: Hub(name=next(names), address="x", ward_id=self.dice.choice(self.wards).id))
        shops = iter("pqrs")
        self.partners = self.add(4, lambda: Organisation(
            name=next(shops), kind=OrganisationKind.CHARITY, ward_id=self.ward(), made_at=BEGAN,
            hidden_at=None, hidden_because=""))  # fmt: skip
        self.partners[3].hidden_at = BEGAN

    def _people(self) -> None:
        self.people = self.add(60, lambda: Person(name="Ann Other", ward_id=self.ward(), joined_at=BEGAN))
        for gone, kept in ((3, 4), (4, 5), (8, 9), (20, 40), (21, 40)):  # one chain, and two who were a third
            self.people[gone].merged_into_id = self.people[kept].id
        for number in (30, 31):
            role = (Role.STAFF, Role.ADMIN)[number - 30]
            self.people[number].roles.append(RoleHeld(role=role, subject="", since=BEGAN))

    def _projects(self) -> None:
        self.ideas = self.add(70, self._idea)
        self.projects = self.add(60, self._project)
        goals = db.session.query(Goal).order_by(Goal.id).all()
        for project in self.projects:
            self._moves(project)
            owner = TeamMember(project_id=project.id, person_id=self.someone(), part=TeamPart.OWNER, since=BEGAN)
            owner.organisation_id = self.partners[0].id if self.maybe(0.2) else None
            db.session.add(owner)
            for goal in self.dice.sample(goals, self.dice.randrange(3)):
                db.session.add(ProjectGoal(project_id=project.id, goal_id=goal.id, since=self.day()))

    def _idea(self) -> Idea:
        made = self.moment()
        answered = made + timedelta(days=self.dice.randrange(60)) if self.maybe(0.7) else None
        return Idea(
            words="x", ward_id=self.ward(), made_at=made, changed_at=made, answered_at=answered,
            hidden_at=self.hidden(),
        )  # fmt: skip

    def _project(self) -> Project:
        made, elsewhere = self.moment(), self.maybe(0.1)
        return Project(
            name="x", about="x", theme=self.dice.choice(list(Theme)), stage=self.dice.choice(list(Stage)),
            ward_id=self.ward(), idea_id=self.dice.choice(self.ideas).id if self.maybe(0.7) else None,
            organisation_id=self.partners[1].id if self.maybe(0.2) else None,
            source="afar" if elsewhere else "", source_key=str(self.dice.random()) if elsewhere else None,
            selling=self.maybe(0.4), test_result=self.dice.choice(("", "It went well.")), made_at=made,
            changed_at=made + timedelta(days=self.dice.randrange(200)), hidden_at=self.hidden(),
        )  # fmt: skip

    def _moves(self, project: Project) -> None:
        for _move in range(self.dice.choice((0, 0, 1, 3))):
            verb = f"moved to {self.dice.choice(list(Stage)).value}"
            db.session.add(AuditRow(at=self.moment(), verb=verb, kind="project", thing_id=project.id))
        db.session.add(AuditRow(at=self.moment(), verb="moved to ended", kind="session", thing_id=project.id))
        db.session.add(AuditRow(at=self.moment(), verb="changed", kind="project", thing_id=project.id))

    def _sessions(self) -> None:
        self.sessions = self.add(220, self._session)
        for session in self.sessions:
            for person in self.dice.sample(self.people, self.dice.randrange(7)):
                self._sign_up(session, person.id)
            for person in self.dice.sample(self.people[:30], self.dice.randrange(4)):
                self._came(session, person.id)
            for band in self.dice.sample(list(AgeBand), 2):
                db.session.add(Attendance(session_id=session.id, band=band, came_by=CameBy.PAPER, came_at=BEGAN))
        db.session.flush()

    def _session(self) -> Session:
        starts = self.moment()
        late = timedelta(days=self.dice.choice((0, 1, 3, 9, 12, 40, 130)))
        off = self.maybe(0.1)
        return Session(
            project_id=self.dice.choice(self.projects).id, name="x", starts_at=starts,
            ends_at=starts + timedelta(hours=2), ward_id=self.ward(),
            host_id=self.someone() if self.maybe(0.9) else None, counted_at=starts + late if self.maybe(0.85) else None,
            status=SessionStatus.CANCELLED if off else SessionStatus.PLANNED, cancelled_at=starts if off else None,
            hidden_at=self.hidden(), made_at=BEGAN, changed_at=BEGAN,
        )  # fmt: skip

    def _sign_up(self, session: Session, person_id: int) -> None:
        status = self.dice.choice(list(SignUpStatus))
        sign_up = SignUp(
            session_id=session.id, person_id=person_id, status=status, salt="x", made_at=BEGAN, changed_at=BEGAN,
            queued_at=BEGAN if self.maybe(0.3) else None,
            offered_until=BEGAN if status is SignUpStatus.OFFERED else None, heads=2, children=1,
        )  # fmt: skip
        db.session.add(sign_up)
        db.session.flush()
        if self.maybe(0.3):  # the child was ticked, and whoever brought it was not
            db.session.add(Attendance(
                session_id=session.id, sign_up_id=sign_up.id, band=AgeBand.CHILD, came_by=CameBy.SIGN_UP, came_at=BEGAN
            ))  # fmt: skip

    def _came(self, session: Session, person_id: int) -> None:
        came = Attendance(session_id=session.id, person_id=person_id, came_by=CameBy.WALK_IN, came_at=BEGAN)
        db.session.add(came)

    def _introductions(self) -> None:
        pairs = {tuple(sorted(self.dice.sample([one.id for one in self.people], 2))) for _one in range(120)}
        for low, high in sorted(pairs):
            opened = self.moment() if self.maybe(0.7) else None
            status = IntroductionStatus.OPEN if opened else IntroductionStatus.ASKED
            db.session.add(Introduction(
                low_id=low, high_id=high, way=Way.HOST, words="x", minutes=30, made_at=BEGAN, good_until=BEGAN,
                opened_at=opened, status=status,
            ))  # fmt: skip

    def _offer(self) -> dict[str, object]:
        made = self.moment()
        whose = self.dice.choice(("keeper", "organisation", "hub"))
        return {
            "name": "x", "ward_id": self.ward(), "made_at": made, "changed_at": made,
            "expires_on": made.date() + timedelta(days=self.dice.randrange(30, 400)), "hidden_at": self.hidden(),
            "keeper_id": self.someone() if whose == "keeper" or self.maybe(0.5) else None,
            "organisation_id": self.dice.choice(self.partners).id if whose == "organisation" else None,
            "hub_id": self.dice.choice(self.hubs).id if whose == "hub" else None,
        }  # fmt: skip

    def _spaces(self) -> None:
        sites: list[Space] = self.add(2, lambda: self._space(SpaceKind.SITE, None))
        kinds = [kind for kind in SpaceKind if kind is not SpaceKind.SITE]
        self.spaces = self.add(24, lambda: self._space(
            self.dice.choice(kinds), self.dice.choice(sites).id if self.maybe(0.3) else None))  # fmt: skip
        for space in (*sites, *self.spaces):
            if self.maybe(0.8):
                for weekday in self.dice.sample(range(7), 4):
                    opens, closes = self.dice.choice(
                        ((time(9), time(12, 40)), (time(18), time()), (time(10), time(17)))
                    )
                    db.session.add(OpeningHour(space_id=space.id, weekday=weekday, opens=opens, closes=closes))
            if self.maybe(0.5):
                self._special(space)
            self._bookings(space)

    def _space(self, kind: SpaceKind, site_id: int | None) -> Space:
        return Space(kind=kind, capacity=9, private=self.maybe(0.1), site_id=site_id, **self._offer())

    def _special(self, space: Space) -> None:
        first = self.day()
        kind = self.dice.choice(list(DayKind))
        hours = {"opens": time(8), "closes": time(11)} if kind is DayKind.HOURS else {}
        last = first + timedelta(days=self.dice.randrange(90))
        db.session.add(SpecialDays(space_id=space.id, kind=kind, first_day=first, last_day=last, **hours))

    def _bookings(self, space: Space) -> None:
        few = self.dice.sample(self.people, 4)
        for day in sorted(self.dice.sample(range(DAYS), 25)):
            starts = BEGAN + timedelta(days=day, minutes=self.dice.randrange(14 * 60))
            ends = starts + timedelta(minutes=self.dice.choice((25, 60, 95, 240)))
            answered = starts + timedelta(days=self.dice.choice((-9, -1, 3, 25)))
            db.session.add(Booking(
                space_id=space.id, person_id=self.dice.choice(few).id if self.maybe(0.9) else None, label="x",
                starts_at=starts, ends_at=ends, held_from=starts, held_until=ends,
                status=BookingStatus.AGREED if self.maybe(0.8) else BookingStatus.DECLINED,
                answered_at=answered if self.maybe(0.7) else None, made_at=starts - timedelta(days=20),
                changed_at=BEGAN,
            ))  # fmt: skip

    def _things(self) -> None:
        self.materials = self.add(40, self._material)
        for material in self.materials:
            for person in self.dice.sample(self.people, 5):
                self._handed(material, person.id)
            if material.deal is Deal.TAKE:
                for day in self.dice.sample(range(DAYS), 20):
                    on = (BEGAN + timedelta(days=day)).date()
                    db.session.add(StockDay(material_id=material.id, day=on, taken=self.dice.randrange(6)))

    def _material(self) -> Material:
        offer, deal = self._offer(), self.dice.choice((Deal.LEND, Deal.LEND, Deal.GIVE, Deal.TAKE))
        if deal is Deal.TAKE:
            offer |= {"hub_id": self.hubs[0].id, "organisation_id": None}
        return Material(deal=deal, how_many=50, **offer)

    def _handed(self, material: Material, person_id: int) -> None:
        when, units = self.moment() if self.maybe(0.8) else None, self.dice.choice((1, 1, 2, 9))
        if material.deal is Deal.LEND:
            status = LoanStatus.BACK if when else LoanStatus.CANCELLED
            db.session.add(Loan(
                material_id=material.id, person_id=person_id if self.maybe(0.9) else None, units=units, days=7,
                status=status, out_at=when, made_at=BEGAN, changed_at=BEGAN,
            ))  # fmt: skip
        if material.deal is Deal.GIVE:
            status = self.dice.choice((GiftStatus.HANDED, GiftStatus.HANDED, GiftStatus.CHOSEN))
            db.session.add(GiftAsk(
                material_id=material.id, person_id=person_id, units=units, status=status, asked_at=BEGAN,
                answered_at=when,
            ))  # fmt: skip

    def _partners(self) -> None:
        for _one in range(90):
            amount = self.dice.randrange(1, 6)
            pledge = Pledge(
                organisation_id=self.dice.choice(self.partners).id, kind=PledgeKind.TIME, words="x", amount=amount,
                status=self.dice.choice(list(PledgeStatus)), made_at=self.moment(), changed_at=BEGAN,
                hidden_at=self.hidden(),
            )  # fmt: skip
            db.session.add(pledge)
            db.session.flush()
            for _given in range(self.dice.randrange(4)):
                day, late = self.moment(), timedelta(days=self.dice.choice((0, 2, 11, 50)))
                db.session.add(PledgeGiven(
                    pledge_id=pledge.id, units=self.dice.randrange(1, 5), day=day.date(), noted_at=day + late
                ))  # fmt: skip
        for _one in range(25):
            self._mission()
        days = {(self.dice.choice(list(Channel)), self.day()) for _one in range(500)}
        for channel, day in sorted(days):
            hits = self.dice.randrange(1, 9)
            db.session.add(LinkDay(kind=LinkKind.SESSION, thing_id=1, channel=channel, day=day, hits=hits))

    def _mission(self) -> None:
        first = self.day()
        mission = Mission(
            name="x", measure=MissionMeasure.OUTCOME, target=10, first_day=first, made_at=BEGAN, changed_at=BEGAN,
            last_day=first + timedelta(days=self.dice.randrange(300)), hidden_at=self.hidden(),
        )  # fmt: skip
        db.session.add(mission)
        db.session.flush()
        for partner in self.dice.sample(self.partners, 2):
            last = self.day()
            db.session.add(MissionOutcome(
                mission_id=mission.id, organisation_id=partner.id, number=3, definition="x", first_day=last,
                last_day=last, hidden_at=self.hidden(),
                reported_at=datetime.combine(last, time(12), UTC) + timedelta(days=self.dice.choice((1, 8, 30))),
            ))  # fmt: skip

    def _answers(self) -> None:
        for number in range(400):
            day = self.day()
            db.session.add(Pulse(
                subject="session:1", once=str(number), week=day - timedelta(days=day.weekday()),
                worthwhile=self.dice.choice((None, *range(11))), belonging=self.dice.choice((None, *range(1, 6))),
                met=self.dice.choice((None, 0, 1, 2)),
            ))  # fmt: skip
        ages = [*(value for value, _words in AGE_BANDS), RATHER_NOT]
        groups = [*(value for _name, group in ETHNIC_GROUPS for value, _words in group), RATHER_NOT]
        for number in range(200):
            day = self.day()
            db.session.add(EqualityAnswer(
                pseudonym=str(number), age_band=self.dice.choice(ages), ethnic_group=self.dice.choice(groups),
                disability=self.dice.choice(("yes", "no", "a_lot", "a_little", "not_at_all", RATHER_NOT)),
                on_paper=self.maybe(0.3), quarter=date(day.year, 3 * ((day.month - 1) // 3) + 1, 1),
            ))  # fmt: skip
