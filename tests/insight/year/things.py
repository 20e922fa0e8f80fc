"""Spaces, things, partners, answers."""

from datetime import UTC, date, datetime, time, timedelta

from participate.core.db import db
from participate.materials.models import GiftAsk, Loan, Material, StockDay
from participate.materials.words import Deal, GiftStatus, LoanStatus
from participate.missions.models import Mission, MissionOutcome
from participate.missions.words import MissionMeasure
from participate.organisations.models import Pledge, PledgeGiven
from participate.organisations.words import PledgeKind, PledgeStatus
from participate.paper.models import LinkDay
from participate.paper.words import Channel, LinkKind
from participate.spaces.models import Booking, OpeningHour, Space, SpecialDays
from participate.spaces.words import BookingStatus, DayKind, SpaceKind
from participate.surveys.models import EqualityAnswer, Pulse
from participate.surveys.words import AGE_BANDS, ETHNIC_GROUPS, RATHER_NOT
from tests.insight.year.dice import BEGAN, DAYS, STRETCHES, Dice


class Things(Dice):
    """What there is beside people, and what they answered."""

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
                    opens, closes = self.dice.choice(STRETCHES)
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
