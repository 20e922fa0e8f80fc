"""Things and money given once: a gift chosen and drawn at once, the last pounds, the last points, a wish nearly met."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from itertools import count
from unittest.mock import patch

from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.funds.models import Fund, FundAsk, PointsBudget
from participate.funds.service import asks as fund_asks
from participate.funds.service import points as kit_points
from participate.funds.words import AskStatus
from participate.materials.models import GiftAsk, Loan, Material, WishAsk
from participate.materials.service import giving, wishes
from participate.materials.words import Deal, GiftStatus, WishStatus
from participate.outbox.models import Promise
from participate.places.models import Borough, Hub, Ward
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, people

ASKERS, DECIDING, SPENDING, LENDING = 8, 12, 20, 8
_numbers = count(1)


def thing(keeper_id: int, **more: object) -> Material:
    """Something of somebody's."""
    now = clock.now()
    facts: dict[str, object] = {
        "name": "Chairs", "deal": Deal.LEND, "how_many": 1, "keeper_id": keeper_id, "made_at": now, "changed_at": now,
        "expires_on": clock.today() + timedelta(days=90),
    }  # fmt: skip
    made = Material(**(facts | more))
    db.session.add(made)
    db.session.flush()
    return made


def hub() -> int:
    """The id of a new hub."""
    number = next(_numbers)
    borough = db.session.scalar(select(Borough).limit(1)) or Borough(code="E09000002", name="Barking and Dagenham")
    db.session.add(borough)
    db.session.flush()
    ward = Ward(
        borough_id=borough.id, code=f"W{number:08}", name=f"Ward {number}", slug=f"ward-{number}", lat=51, lon=0
    )
    db.session.add(ward)
    db.session.flush()
    made = Hub(name=f"Hub {number}", address="High Road", ward_id=ward.id)
    db.session.add(made)
    db.session.flush()
    return made.id


def one_gift() -> Start:
    """Eight asked for a pram; the giver ticks four different ones in four windows, and twice lots are drawn."""
    giver, *crowd = people(1 + ASKERS)
    pram = thing(giver, deal=Deal.GIVE, name="Pram", asks_until=clock.now() - timedelta(hours=1)).id
    rows = [GiftAsk(material_id=pram, person_id=each, status=GiftStatus.ASKED, asked_at=clock.now()) for each in crowd]
    db.session.add_all(rows)
    db.session.flush()
    jobs: list[Job] = [_chooses(giver, pram, row.id) for row in rows[:4]]
    jobs += [lambda: giving.draw(giver, db.session.get_one(Material, pram))] * 2

    def faults() -> list[str]:
        chosen = select(func.coalesce(func.sum(GiftAsk.units), 0)).where(
            GiftAsk.material_id == pram, GiftAsk.status == GiftStatus.CHOSEN
        )
        given, out = db.session.scalar(chosen), db.session.get_one(Material, pram, populate_existing=True).out
        told = _told("gift_yours", {row for row in crowd})
        wrong = [] if given == out == 1 else [f"{given} were told it is theirs, {out} went out"]
        return wrong if sum(told.values()) == 1 else [*wrong, f"{sum(told.values())} letters say it is theirs"]

    return Start(jobs, faults)


def _told(name: str, person_ids: set[int]) -> Counter[int]:
    rows = db.session.scalars(select(Promise.payload).where(Promise.name == "letter"))
    return Counter(row["person_id"] for row in rows if row.get("name") == name and row["person_id"] in person_ids)


def _chooses(giver: int, material_id: int, ask_id: int) -> Job:
    return lambda: giving.choose(giver, db.session.get_one(Material, material_id), [ask_id])


def last_pounds() -> Start:
    """Twelve askings for £60, each decided by somebody, and £200 is left: three are granted."""
    decider, *crowd = people(1 + DECIDING)
    now = clock.now()
    fund = Fund(
        hub_id=hub(), name="Green corners", criteria="All", total_pence=20_000, most_pence=6_000,
        closes_on=date(2027, 1, 1), made_at=now, changed_at=now,
    )  # fmt: skip
    rows = [
        FundAsk(fund=fund, person_id=each, title="Seeds", what="Sow", who="All", costs="£60", pence=6_000, asked_at=now)
        for each in crowd
    ]
    db.session.add_all([fund, *rows])
    db.session.flush()
    held = fund.id

    def faults() -> list[str]:
        yes = (FundAsk.fund_id == held, FundAsk.status == AskStatus.GRANTED)
        given = db.session.scalar(select(func.coalesce(func.sum(FundAsk.granted_pence), 0)).where(*yes))
        booked = db.session.get_one(Fund, held, populate_existing=True).granted_pence
        return [] if given == booked == 18_000 else [f"{given} pence granted, {booked} booked, of 20000"]

    return Start([_grants(decider, row.id) for row in rows], faults)


def _grants(decider: int, ask_id: int) -> Job:
    return lambda: fund_asks.grant(decider, db.session.get_one(FundAsk, ask_id), 6_000, "Yes.")


def last_points() -> Start:
    """Twenty starter kits at 3 points are taken of a budget of 10: three are."""
    budget = PointsBudget(
        subject=f"project:{next(_numbers)}", name="Tea", hub_id=hub(), total=10, spent=0, changed_at=clock.now()
    )
    db.session.add(budget)
    db.session.flush()
    held, got = budget.id, list[int]()

    def spend() -> None:
        kit_points.spend(held, 3)
        got.append(3)

    def faults() -> list[str]:
        spent = db.session.get_one(PointsBudget, held, populate_existing=True).spent
        return [] if spent == sum(got) == 9 else [f"{sum(got)} points were used, {spent} booked, of 10"]

    return Start([spend] * SPENDING, faults)


def wish_nearly_met() -> Start:
    """Eight neighbours offer a chair each for a wish of three."""
    wishing, *crowd = people(1 + LENDING)
    day = clock.today() + timedelta(days=3)
    wish = thing(wishing, deal=Deal.WANT, how_many=3, wanted_from=day, wanted_until=day).id
    chairs = {each: thing(each).id for each in crowd}

    def faults() -> list[str]:
        asks = (WishAsk.wish_id == wish, WishAsk.status == WishStatus.YES)
        said_yes = db.session.scalar(select(func.count(WishAsk.id)).where(*asks))
        lent = db.session.scalar(select(func.count(Loan.id)).where(Loan.person_id == wishing))
        met = db.session.get_one(Material, wish, populate_existing=True).met
        return [] if said_yes == lent == met == 3 else [f"{said_yes} said yes, {lent} loans, {met} of 3 met"]

    return Start([_offers(keeper, wish, chair) for keeper, chair in chairs.items()], faults)


def _offers(keeper: int, wish_id: int, chair_id: int) -> Job:
    def offer() -> None:
        wish, chair = (db.session.get_one(Material, each) for each in (wish_id, chair_id))
        wishes.offer(keeper, wish, chair, 1)

    return offer


def _loose_hold(material_id: int, *_more: int) -> Material:
    """Look, and hold nothing."""
    found = db.session.get_one(Material, material_id)
    db.session.commit()
    time.sleep(GAP)
    return found


def _loose_hands(material: Material, units: int) -> bool:
    out, fits = material.out, material.out + units <= material.how_many
    db.session.commit()
    time.sleep(GAP)
    if fits:
        db.session.get_one(Material, material.id).out = out + units
        db.session.flush()
    return fits


def _loose_meet(wish: Material, units: int) -> bool:
    met, fits = wish.met, wish.met + units <= wish.how_many
    db.session.commit()
    time.sleep(GAP)
    if fits:
        db.session.get_one(Material, wish.id).met = met + units
        db.session.flush()
    return fits


def _loose_take(fund: Fund, pence: int) -> bool:
    granted, fits = fund.granted_pence, fund.granted_pence + pence <= fund.total_pence
    db.session.commit()
    time.sleep(GAP)
    if fits:
        db.session.get_one(Fund, fund.id).granted_pence = granted + pence
        db.session.flush()
    return fits


def _loose_points(budget_id: int, points: int) -> bool:
    budget = db.session.get_one(PointsBudget, budget_id)
    spent, fits = budget.spent, budget.spent + points <= budget.total
    db.session.commit()
    time.sleep(GAP)
    if fits:
        db.session.get_one(PointsBudget, budget_id).spent = spent + points
        db.session.flush()
    return fits


@contextmanager
def guard_off() -> Iterator[None]:
    """No lock on the row, and look-then-write instead of one conditional UPDATE."""
    loose = (
        (giving, "hold", _loose_hold), (giving, "into_hands", _loose_hands), (wishes, "_hold_both", _loose_hold),
        (wishes, "_meet", _loose_meet), (fund_asks, "_take", _loose_take), (kit_points, "_move", _loose_points),
        (fund_asks, "_hold", lambda fund_id: db.session.get_one(Fund, fund_id)),
    )  # fmt: skip
    with ExitStack() as patches:
        for module, name, function in loose:
            patches.enter_context(patch.object(module, name, function))
        yield


RACES = (
    Race("one-gift chosen in four windows and drawn twice", one_gift, guard_off),
    Race("last-pounds twelve decisions, money for three", last_pounds, guard_off),
    Race("last-points twenty kits, points for three", last_points, guard_off),
    Race("wish-met eight offers for three chairs", wish_nearly_met, guard_off),
)
