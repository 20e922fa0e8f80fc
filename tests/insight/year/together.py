"""Places, people, projects, sessions."""

from collections.abc import Sequence
from datetime import timedelta

from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import Role
from participate.audit.models import AuditRow
from participate.core.db import db
from participate.insight.models import Goal, ProjectGoal
from participate.introductions.models import Introduction
from participate.introductions.words import IntroductionStatus, Way
from participate.organisations.models import Organisation
from participate.organisations.words import OrganisationKind
from participate.places.models import Borough, Hub, Ward
from participate.profiles.words import Theme
from participate.projects.models import Idea, Project, TeamMember
from participate.projects.words import Stage, TeamPart
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import AgeBand, CameBy, SessionStatus, SignUpStatus
from tests.insight.year.dice import BEGAN, WARDS, Dice


class Together(Dice):
    """Who there is and what they do together."""

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
        pairs = {tuple(sorted(self.dice.sample([one.id for one in self.people], 2))) for _one in range(300)}
        for low, high in sorted(pairs):
            opened = self.moment() if self.maybe(0.7) else None
            status = IntroductionStatus.OPEN if opened else IntroductionStatus.ASKED
            db.session.add(Introduction(
                low_id=low, high_id=high, way=Way.HOST, words="x", minutes=30, made_at=BEGAN, good_until=BEGAN,
                opened_at=opened, status=status,
            ))  # fmt: skip
