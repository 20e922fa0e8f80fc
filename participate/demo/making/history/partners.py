"""What partners pledged and gave in the years before, and what they reported for missions that are over."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from random import Random
from typing import Any

from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground, Partner
from participate.demo.rules import YEAR
from participate.missions.words import MissionMeasure
from participate.organisations.words import PledgeKind, PledgeStatus

KEPT = 0.75  # of the pledges
A_YEAR = 1.5  # pledges of a partner
REPORT_DAYS = 90
NEWEST = 120  # days ago: later ones are those of today


def make_partners(ground: Ground) -> None:
    """The pledges of every partner, and a mission a year."""
    dice, written = ground.dice("old pledges"), reading.lines("missions")["pledge"]
    for partner in ground.partners:
        for _each in range(int(A_YEAR * ground.years + dice.random())):
            _pledge(ground, dice, partner, dice.choice(written))
    for year in range(1, ground.years + 1):
        _mission(ground, year)


def _pledge(ground: Ground, dice: Random, partner: Partner, one: Mapping[str, Any]) -> None:
    amount = one["amount"]
    made = ground.ago(dice, ground.years * YEAR, NEWEST)
    given = made + timedelta(days=dice.randrange(10, 80))
    met = amount if dice.random() < KEPT else dice.randrange(amount)
    number = ground.book.add(
        "pledge", organisation_id=partner.id, kind=PledgeKind(one["kind"]), words=typeset(one["words"]),
        amount=amount, met=met, subject="", status=PledgeStatus.KEPT if met == amount else PledgeStatus.PLEDGED,
        came=typeset(one.get("came", "")) if met == amount else "", made_by=partner.speaker, made_at=made,
        changed_at=given if met else made,
    )  # fmt: skip
    ground.book.note(made, partner.speaker, "made", "pledge", number)
    if met:
        ground.book.add(
            "pledge_given", pledge_id=number, units=met, day=clock.local(given).date(), noted_by=partner.speaker,
            noted_at=given,
        )  # fmt: skip
        ground.book.note(given, partner.speaker, "gave", "pledge", number)


def _mission(ground: Ground, year: int) -> None:
    """One that a partner keeps, over by now, with what it reported each quarter."""
    written = reading.lines("missions")["mission"]
    one = next(each for each in written if each["by"] == "partner")
    partner, dice = ground.partners[year % len(ground.partners)], ground.dice(f"mission {year}")
    first = ground.today - (year * YEAR + 150) * DAY
    last, made = first + YEAR * DAY, clock.moment_of(first - 10 * DAY, time(10))
    number = ground.book.add(
        "mission", name=f"{typeset(one['name'])}, {first.year}", about=typeset(one["about"]),
        measure=MissionMeasure.OUTCOME, target=one["target"], definition=typeset(one["definition"]),
        learnt=typeset(one["taught"][0]), first_day=first, last_day=last, asked_on=None, hub_id=None,
        organisation_id=partner.id, made_by=partner.speaker, made_at=made, changed_at=made,
    )  # fmt: skip
    ground.book.note(made, partner.speaker, "made", "mission", number)
    since = first
    while since < last:
        until = min(since + REPORT_DAYS * DAY, last)
        _report(ground, number, partner, one["reports"][0]["definition"], since, until, dice.randrange(8, 31))
        since = until + DAY


def _report(ground: Ground, mission: int, partner: Partner, words: str, since: date, until: date, number: int) -> None:
    told = clock.moment_of(until + 3 * DAY, time(11))
    row = ground.book.add(
        "mission_outcome", mission_id=mission, organisation_id=partner.id, number=number, definition=typeset(words),
        first_day=since, last_day=until, reported_by=partner.speaker, reported_at=told,
    )  # fmt: skip
    ground.book.note(told, partner.speaker, "reported", "mission_outcome", row)
