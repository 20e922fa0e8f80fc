"""A year and more on the street, with everything in it that counting could trip over. The same for the same seed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from sqlalchemy import insert

from participate.accounts.models import Person, RoleHeld, SamePerson
from participate.accounts.words import PersonStatus, Role, SameStatus, SameWhy
from participate.audit.models import AuditRow
from participate.core.db import db
from participate.funds.models import Fund, FundAsk
from participate.funds.words import AskStatus
from participate.matching.models import SuggestedWeek
from participate.matching.quality.steps import Part
from participate.materials.models import GiftAsk, Material
from participate.materials.words import Deal, GiftStatus
from participate.places.models import Ward
from participate.profiles.words import Theme
from participate.projects.models import Idea, IdeaReply, Project, TeamRequest
from participate.projects.words import ReplyKind, RequestStatus, Stage
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import AgeBand, CameBy, SessionStatus, SignUpStatus
from participate.spaces.models import Booking
from participate.spaces.words import BookingStatus
from tests.street import LATER, SQUARE, Street, add

FIRST, LAST = datetime(2025, 10, 20, tzinfo=UTC), datetime(2027, 1, 9, tzinfo=UTC)
AFTER = datetime(2027, 2, 1, 12, tzinfo=UTC)  # when all of 2026 has closed
PEOPLE, SESSIONS, ASKED = 90, 420, 160
ADULTS = (AgeBand.ADULT,) * 4


class Year:
    """The street with a year of sessions. Committed."""

    def __init__(self, street: Street, seed: int = 7) -> None:
        self.street, self.chance = street, Random(seed)
        self.wards = self._wards()
        self.people = self._people()
        self.projects = self._projects()
        self._sessions()
        self._heads()
        self._asked()
        self._weeks()
        db.session.commit()

    def moment(self) -> datetime:
        """Some time, often right beside midnight, the end of a month, or where the clocks change."""
        seconds = self.chance.randrange(int((LAST - FIRST).total_seconds()))
        found = FIRST + timedelta(seconds=seconds)
        edge = self.chance.randrange(9)
        if edge == 3:
            return found.replace(day=1, hour=0, minute=0, second=0) - timedelta(seconds=self.chance.randrange(3))
        if edge < 3:
            return found.replace(month=self.chance.choice([4, 11]), day=1, hour=0, minute=0, second=0) - timedelta(
                hours=self.chance.choice([0, 1, 2])
            )
        return found

    def _wards(self) -> list[Ward | None]:
        first, second = self.street.ward, self.street.other_ward
        first.locality, second.locality = "Dagenham East", "Dagenham East"
        more = [
            Ward(
                borough_id=first.borough_id, code=f"E0500009{number}", name=f"Ward {number}", slug=f"ward-{number}",
                lat=51.5, lon=0.1, locality="Barking" if number < 2 else "",
            )
            for number in range(3)
        ]  # fmt: skip
        add(*more)
        return [first, second, *more, None]

    def _ward_id(self) -> int | None:
        ward = self.chance.choice(self.wards)
        return ward.id if ward else None

    def _people(self) -> list[int]:
        joined = FIRST - timedelta(days=400)
        rows = [
            Person(name=f"Neighbour {number}", ward_id=self._ward_id(), joined_at=joined) for number in range(PEOPLE)
        ]
        add(*rows)
        for gone, kept in ((3, 4), (4, 5), (8, 9), (11, 5)):  # 3 was 4, who was 5 all along
            rows[gone].merged_into_id, rows[gone].status = rows[kept].id, PersonStatus.ENDED
        for number, role in ((20, Role.STAFF), (21, Role.ADMIN), (22, Role.OFFICER), (23, Role.HOST)):
            since = FIRST + timedelta(days=200 if number == 20 else -1)
            add(RoleHeld(person_id=rows[number].id, role=role, subject="", since=since))
        ids = [row.id for row in rows]
        for low in range(30, 80, 2):
            status = self.chance.choice(list(SameStatus))
            add(
                SamePerson(
                    low_id=ids[low],
                    high_id=ids[low + 1],
                    why=SameWhy.NAME_WARD,
                    status=status,
                    found_at=self.moment(),
                    decided_at=None if status is SameStatus.WAITING else self.moment(),
                )
            )
        return ids

    def _projects(self) -> list[int]:
        rows = []
        for number in range(30):
            made = self.moment()
            idea = Idea(words="A bench", made_at=made - timedelta(days=20), changed_at=made) if number % 5 else None
            if idea:
                add(idea)
            rows.append(
                Project(
                    name=f"Project {number}", about="We meet.", theme=self.chance.choice(list(Theme)[:6]),
                    stage=Stage.RUNNING, made_at=made, changed_at=made, idea_id=idea.id if idea else None,
                    organisation_id=self.street.organisation.id if number % 4 == 0 else None,
                )
            )  # fmt: skip
        add(*rows)
        return [row.id for row in rows]

    def _sessions(self) -> None:
        db.session.execute(insert(Session), [self._session(number) for number in range(SESSIONS)])

    def _session(self, number: int) -> dict[str, object]:
        chance, began = self.chance, self.moment()
        fate = chance.randrange(20)
        counted = began + timedelta(days=chance.choice([0, 0, 0, 1, 2, 9, 10, 11, 12, 45]), hours=2)
        capacity = chance.choice([None, 6, 12, 20])
        return {
            "id": 1000 + number, "project_id": self.projects[min(chance.randrange(40), 29)], "name": "Tea",
            "starts_at": began, "ends_at": began + timedelta(minutes=chance.choice([45, 60, 90, 125])),
            "ward_id": self._ward_id(), "host_id": chance.choice([None, *self.people[18:28]]), "capacity": capacity,
            "places": chance.choice([None, capacity, 0]) if capacity else chance.choice([None, None, 9]),
            "drop_in": fate == 5, "actual_minutes": chance.choice([None, None, 40, 75, 200]),
            "counted_at": None if fate == 0 else counted, "made_at": FIRST, "changed_at": FIRST,
            "status": SessionStatus.CANCELLED if fate == 1 else SessionStatus.PLANNED,
            "cancelled_at": began if fate == 1 else None, "hidden_at": began if fate == 2 else None,
        }  # fmt: skip

    def _heads(self) -> None:
        came, signed = [], []
        for session_id in range(1000, 1000 + SESSIONS):
            known = self.chance.sample(self.people, self.chance.randrange(14))
            hers = [self._sign_up(session_id, person_id, len(signed) + at) for at, person_id in enumerate(known[:9], 1)]
            signed += hers
            came += [self._head(session_id, person_id) for person_id in known]
            came += [self._head(session_id, None, hers) for _each in range(self.chance.randrange(6))]
        db.session.execute(insert(SignUp), signed)
        db.session.execute(insert(Attendance), came)

    def _head(
        self, session_id: int, person_id: int | None, signed: Sequence[dict[str, object]] = ()
    ) -> dict[str, object]:
        """A child came with one of those who signed up, or with nobody of whom we know."""
        band = AgeBand.ADULT if person_id else self.chance.choice([*AgeBand, *ADULTS])
        brought = signed and band is not AgeBand.ADULT and self.chance.randrange(4)
        return {
            "session_id": session_id, "person_id": person_id, "band": band, "came_at": FIRST,
            "came_by": self.chance.choice(list(CameBy)),
            "sign_up_id": self.chance.choice(signed)["id"] if brought else None,
        }  # fmt: skip

    def _sign_up(self, session_id: int, person_id: int, number: int) -> dict[str, object]:
        status, children = self.chance.choice(list(SignUpStatus)), self.chance.choice([0, 0, 1, 3])
        return {
            "id": 5000 + number, "session_id": session_id, "person_id": person_id, "status": status,
            "children": children,
            "heads": 1 + children, "salt": "s", "made_at": FIRST, "changed_at": FIRST,
            "offered_until": FIRST if status is SignUpStatus.OFFERED else None,
        }  # fmt: skip

    def _asked(self) -> None:
        """Everything that a neighbour may ask, answered or not, by a person or by the house."""
        at = {"made_at": FIRST, "changed_at": FIRST}
        fund = Fund(
            hub_id=self.street.hub.id, name="Pots", criteria="Pots", total_pence=1, most_pence=1,
            closes_on=date(2027, 1, 1), **at,
        )  # fmt: skip
        add(fund)
        for number in range(ASKED):
            asked = self.moment()
            answered = asked + timedelta(hours=self.chance.choice([0, 1, 5, 26, 49, 80, 300]))
            self._ask(number % 6, number, asked, answered, fund)

    def _ask(self, kind: int, number: int, asked: datetime, answered: datetime, fund: Fund) -> None:
        chance, person = self.chance, self.people[number % PEOPLE]
        late = None if chance.randrange(8) == 0 else answered
        hidden = {"hidden_at": asked if chance.randrange(9) == 0 else None}
        if kind == 0:
            add(Idea(words="An idea", author_id=person, made_at=asked, changed_at=asked, answered_at=late, **hidden))
        elif kind == 1:
            of = {"idea_id": self.street.idea.id, "kind": ReplyKind.WORRY, "words": "Noise"}
            add(IdeaReply(person_id=person, made_at=asked, answered_at=late, **of, **hidden))
        elif kind == 2:
            status = chance.choice([RequestStatus.WELCOMED, RequestStatus.NOT_NOW, RequestStatus.TAKEN_BACK])
            of = {"project_id": self.projects[0], "status": status}
            add(TeamRequest(person_id=person, asked_at=asked, answered_at=late, **of, **hidden))
        elif kind == 3:
            self._booking(number, person, asked, late)
        elif kind == 4:
            self._gift_ask(person, asked, answered)
        else:
            status = chance.choice(list(AskStatus))
            words = {"title": "Pots", "what": "Pots", "who": "Us", "costs": "Pots", "pence": 1}
            decided = None if status is AskStatus.ASKED else answered
            add(FundAsk(fund_id=fund.id, person_id=person, status=status, asked_at=asked, decided_at=decided, **words))

    def _booking(self, number: int, person: int, asked: datetime, answered: datetime | None) -> None:
        begins = LAST + timedelta(days=number)
        times = {"starts_at": begins, "ends_at": begins + timedelta(hours=1), "held_from": begins}
        add(
            Booking(
                space_id=self.street.space.id, person_id=person, label="Tea", made_at=asked, changed_at=asked,
                held_until=begins + timedelta(hours=1), answered_at=answered, **times,
                status=self.chance.choice([BookingStatus.AGREED, BookingStatus.DECLINED, BookingStatus.CANCELLED]),
                answered_by=self.chance.choice([None, self.street.dora.id]),
            )
        )  # fmt: skip

    def _gift_ask(self, person: int, asked: datetime, answered: datetime) -> None:
        gift = Material(name="Wool", deal=Deal.GIVE, expires_on=LATER, square=SQUARE, made_at=FIRST, changed_at=FIRST)
        add(gift)
        drawn = self.chance.choice([None, None, 4])
        ask = GiftAsk(
            material_id=gift.id, person_id=person, status=GiftStatus.HANDED, lot=drawn, asked_at=asked,
            answered_at=answered + timedelta(days=9),
        )  # fmt: skip
        add(ask)
        verbs = self.chance.choice([("chosen", "handed"), ("not chosen", "chosen"), ("cancelled",)])
        for step, verb in enumerate(verbs):
            actor = self.chance.choice([None, self.street.dora.id])
            add(
                AuditRow(
                    at=answered + timedelta(days=step), actor_id=actor, verb=verb, kind="gift_ask", thing_id=ask.id
                )
            )

    def _weeks(self) -> None:
        for number in range(60):
            week = date(2025, 11, 3) + timedelta(weeks=number)
            many = self.chance.randrange(1, 90)
            steps = {"suggested": many, "seen": many // 2, "accepted": many // 3, "met": many // 5, "made": 0}
            people = self.chance.randrange(1, many + 1)
            add(SuggestedWeek(week=week, weeks=1, part=Part.ALL, value="", people=people, **steps))
            add(SuggestedWeek(week=week, weeks=13, part=Part.ALL, value="", people=people, **steps))
            add(SuggestedWeek(week=week, weeks=1, part=Part.KIND, value="session", people=people, **steps))
