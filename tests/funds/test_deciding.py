"""A fund is asked and decided: never more than there is, once, with a reason; each told once."""

from collections import Counter
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.funds import queries, service
from participate.funds.rules import money as rules
from participate.funds.words import AskStatus
from participate.outbox.models import Promise
from tests.funds.build import after_closing, build_ask, build_fund
from tests.street import Street


def letters(name: str) -> Counter[int]:
    rows = db.session.scalars(select(Promise.payload).where(Promise.name == "letter"))
    return Counter(row["person_id"] for row in rows if row["name"] == name)


def test_yes_takes_from_what_is_left_and_is_told_once(app: Flask, street: Street) -> None:
    fund = build_fund(street)
    ask = build_ask(street, fund)
    service.grant(street.dora.id, ask, 5_000, "It blooms for all.")
    assert (ask.status, ask.granted_pence, ask.reason) == (AskStatus.GRANTED, 5_000, "It blooms for all.")
    assert fund.granted_pence == 5_000
    with pytest.raises(rules.AskAnswered):
        service.grant(street.gita.id, ask, 5_000, "Again.")
    assert queries.get_fund(fund.id).granted_pence == 5_000
    assert letters("fund_asked") == {street.dora.id: 1}
    assert letters("fund_answered") == {street.chidi.id: 1}


def test_no_takes_nothing(app: Flask, street: Street) -> None:
    fund = build_fund(street)
    ask = build_ask(street, fund)
    service.decline(street.dora.id, ask, "Seeds are at the hub for free.")
    assert (ask.status, fund.granted_pence) == (AskStatus.DECLINED, 0)
    with pytest.raises(rules.AskAnswered):
        service.decline(street.dora.id, ask, "Again.")
    with pytest.raises(rules.AskAnswered):
        service.withdraw(street.chidi.id, ask)


def test_never_more_than_is_left(app: Flask, street: Street) -> None:
    fund = build_fund(street, total_pence=10_000)
    first, second = build_ask(street, fund), build_ask(street, fund, "amina")
    service.grant(street.dora.id, first, 6_000, "Yes.")
    with pytest.raises(rules.NotSoMuchLeft) as told:
        service.grant(street.dora.id, second, 6_000, "Yes.")
    assert told.value.facts == {"left": "£40"}
    service.grant(street.dora.id, second, 4_000, "What is left.")
    assert (fund.granted_pence, second.granted_pence) == (10_000, 4_000)


def test_nobody_decides_about_her_own(app: Flask, street: Street) -> None:
    fund = build_fund(street)
    ask = build_ask(street, fund, "dora")
    assert letters("fund_asked") == {}
    for decide in (
        lambda: service.grant(street.dora.id, ask, 100, "Me."),
        lambda: service.decline(street.dora.id, ask, ""),
    ):
        with pytest.raises(rules.YourOwnAsk):
            decide()
    service.decline(street.gita.id, ask, "Next time.")


def test_one_at_a_time_until_it_is_answered(app: Flask, street: Street) -> None:
    fund = build_fund(street)
    ask = build_ask(street, fund)
    with pytest.raises(rules.OneAtATime):
        build_ask(street, fund)
    service.withdraw(street.chidi.id, ask)
    service.withdraw(street.chidi.id, ask)
    assert build_ask(street, fund).status is AskStatus.ASKED


def test_after_the_last_day_nobody_asks_and_the_hub_still_decides(app: Flask, street: Street) -> None:
    fund = build_fund(street)
    ask = build_ask(street, fund)
    with after_closing():
        with pytest.raises(rules.FundClosed):
            build_ask(street, fund, "amina")
        service.grant(street.dora.id, ask, 6_000, "Asked in time.")
    assert ask.status is AskStatus.GRANTED


def test_a_fund_is_never_smaller_than_what_it_promised(app: Flask, street: Street) -> None:
    fund = build_fund(street)
    service.grant(street.dora.id, build_ask(street, fund), 6_000, "Yes.")
    facts = {"name": "Green", "about": "", "criteria": "All", "most_pence": 1_000, "closes_on": fund.closes_on}
    with pytest.raises(rules.GivenAlready):
        service.change_fund(street.dora.id, fund, service.FundFacts(total_pence=5_999, **facts))
    service.change_fund(street.dora.id, fund, service.FundFacts(total_pence=6_000, **facts))
    assert (fund.total_pence, fund.name) == (6_000, "Green")


def test_what_everybody_reads_and_what_waits(app: Flask, street: Street) -> None:
    fund = build_fund(street)
    yes, no, hidden, waits = (build_ask(street, fund, name) for name in ("chidi", "amina", "bilal", "gita"))
    service.grant(street.dora.id, yes, 6_000, "Yes.")
    service.decline(street.dora.id, no, "No.")
    service.decline(street.dora.id, hidden, "No.")
    service.hide(street.dora.id, hidden, "A name.")
    assert {each.id for each in queries.list_decided(fund.id, 1).items} == {yes.id, no.id}
    assert [each.id for each in queries.list_waiting_asks(fund.id, 1).items] == [waits.id]
    assert queries.count_waiting_asks(fund.id) == 1
    assert [each.id for each in queries.list_asks_of(street.chidi.id, 1).items] == [yes.id]


def test_open_funds_come_first_the_soonest_to_close_first(app: Flask, street: Street) -> None:
    late, soon = build_fund(street), build_fund(street, closes_on=after_day(10))
    hidden = build_fund(street)
    service.hide(street.gita.id, hidden, "")
    with after_closing():
        fresh = build_fund(street, closes_on=after_day(60))
        assert [each.id for each in queries.list_funds(1).items] == [fresh.id, late.id, soon.id]
    assert [each.id for each in queries.list_funds(1, street.hub.id).items][:2] == [soon.id, late.id]


def after_day(days: int) -> date:
    """So many days after today."""
    return clock.today() + timedelta(days=days)
