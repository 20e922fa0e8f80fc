"""The library of the demo, on paper: what is out, promised, waited for, given, wished for and paid in points."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import Any

import pytest

from participate.core import clock
from participate.funds.words import AskStatus
from participate.materials.words import HOLDS_UNITS, OPEN_LOANS, Deal, GiftStatus, LoanStatus, WishStatus
from tests.demo.paper import Rows, neighbourhood
from tests.demo.test_bookings import MOMENTS, by_id

OUT, LOST, AGREED = LoanStatus.OUT, LoanStatus.LOST, LoanStatus.AGREED


@pytest.fixture(scope="module", params=MOMENTS, ids=lambda moment: f"{moment:%d.%m.%y %H:%M}")
def moment(request: pytest.FixtureRequest) -> datetime:
    return request.param


@pytest.fixture(scope="module")
def rows(moment: datetime) -> Rows:
    return neighbourhood(moment, residents=2_000)


def loans_by_material(rows: Rows) -> dict[int, list[dict[str, Any]]]:
    found = defaultdict(list)
    for loan in rows["loan"]:
        found[loan["material_id"]].append(loan)
    return found


def test_what_is_out_is_in_hands(rows: Rows) -> None:
    materials = by_id(rows, "material")
    for number, loans in loans_by_material(rows).items():
        material = materials[number]
        assert material["deal"] is Deal.LEND
        assert material["out"] == sum(loan["units"] for loan in loans if loan["status"] in (OUT, LOST))
        assert material["out"] <= material["how_many"]


def test_no_day_is_promised_twice(rows: Rows) -> None:
    promised: Counter[tuple[int, Any]] = Counter()
    for loan in rows["loan"]:
        if loan["status"] in HOLDS_UNITS:
            for number in range((loan["due_on"] - loan["from_day"]).days + 1):
                promised[loan["material_id"], loan["from_day"] + timedelta(days=number)] += loan["units"]
    written = {(day["material_id"], day["day"]): day["held"] for day in rows["material_day"]}
    assert written == promised
    assert all(1 <= day["held"] <= day["units"] for day in rows["material_day"])


def test_loans_are_as_the_tables_want_them(rows: Rows, moment: datetime) -> None:
    today = clock.local(moment).date()
    open_ones = [
        (loan["material_id"], loan["person_id"], loan["subject"])
        for loan in rows["loan"]
        if loan["status"] in OPEN_LOANS
    ]
    assert len(open_ones) == len(set(open_ones))
    for loan in rows["loan"]:
        assert 1 <= loan["days"] <= 90
        assert (loan["status"] is LoanStatus.OFFERED) == (loan["answer_by"] is not None)
        assert loan["answer_by"] is None or loan["answer_by"] > moment
        assert (loan["status"] in (OUT, LOST, LoanStatus.BACK)) == (loan["out_at"] is not None)
        assert (loan["status"] is LoanStatus.BACK) == (loan["back_at"] is not None)
        assert loan["made_at"] <= moment
        if loan["status"] in (AGREED, LoanStatus.ASKED) and loan["from_day"]:
            assert loan["from_day"] >= today
        if loan["status"] is LoanStatus.BACK:
            assert loan["due_on"] <= today
        if loan["status"] is OUT:
            assert loan["from_day"] <= today


def test_every_status_is_there(rows: Rows) -> None:
    assert {loan["status"] for loan in rows["loan"]} == set(LoanStatus)
    assert {ask["status"] for ask in rows["gift_ask"]} == set(GiftStatus) - {GiftStatus.CANCELLED}
    assert {ask["status"] for ask in rows["fund_ask"]} == set(AskStatus)
    assert WishStatus.YES in {ask["status"] for ask in rows["wish_ask"]}


def test_some_is_late(rows: Rows, moment: datetime) -> None:
    today = clock.local(moment).date()
    assert any(loan["status"] is OUT and loan["due_on"] < today for loan in rows["loan"])


def test_whoever_waits_waits_for_what_is_gone(rows: Rows) -> None:
    for loans in loans_by_material(rows).values():
        statuses = {loan["status"] for loan in loans}
        if LoanStatus.WAITING in statuses:
            assert statuses & {OUT, LoanStatus.OFFERED}


def test_the_cast_waits_for_the_keepers_drill(rows: Rows) -> None:
    people = {person["email"]: person["id"] for person in rows["person"] if person["email"]}
    drill = next(
        each for each in rows["material"]
        if each["keeper_id"] == people["keeper@example.org"] and each["name"] == "Cordless drill"
    )  # fmt: skip
    line = [
        loan for loan in rows["loan"] if loan["material_id"] == drill["id"] and loan["status"] is LoanStatus.WAITING
    ]
    assert min(line, key=lambda loan: loan["queued_at"])["person_id"] == people["resident@example.org"]


def test_kits_hold_parts_and_one_lacks_some(rows: Rows) -> None:
    kits = {part["material_id"] for part in rows["kit_part"]}
    assert len(kits) == 6
    assert any(part["missing"] for part in rows["kit_part"])
    for material in rows["material"]:
        assert (material["points"] > 0) == (material["id"] in kits)


def test_who_has_what_needs_care_was_shown_how(rows: Rows) -> None:
    shown = {(row["material_id"], row["person_id"]) for row in rows["induction"]}
    careful = {material["id"] for material in rows["material"] if material["induction"]}
    assert careful
    for loan in rows["loan"]:
        if loan["material_id"] in careful and loan["status"] in (OUT, LOST, LoanStatus.BACK):
            assert (loan["material_id"], loan["person_id"]) in shown


def test_points_are_spent_once(rows: Rows) -> None:
    spent: Counter[int] = Counter()
    for loan in rows["loan"]:
        if loan["budget_id"]:
            spent[loan["budget_id"]] += loan["points"]
    assert spent
    for budget in rows["points_budget"]:
        assert budget["spent"] == spent[budget["id"]] <= budget["total"]
    assert {budget["subject"].split(":")[0] for budget in rows["points_budget"]} == {"street", "project", "person"}


def test_funds_never_grant_more_than_there_is(rows: Rows) -> None:
    for fund in rows["fund"]:
        asks = [ask for ask in rows["fund_ask"] if ask["fund_id"] == fund["id"]]
        assert fund["granted_pence"] == sum(ask["granted_pence"] for ask in asks) <= fund["total_pence"]
        for ask in asks:
            assert ask["pence"] <= fund["most_pence"]
            assert (ask["status"] is AskStatus.ASKED) == (ask["decided_at"] is None)
            assert bool(ask["reason"]) == (ask["status"] in (AskStatus.GRANTED, AskStatus.DECLINED))


def test_gifts_are_given_once(rows: Rows, moment: datetime) -> None:
    asks = defaultdict(list)
    for ask in rows["gift_ask"]:
        asks[ask["material_id"]].append(ask)
    for material in rows["material"]:
        if material["deal"] is Deal.GIVE:
            own = asks[material["id"]]
            given = [ask for ask in own if ask["status"] in (GiftStatus.CHOSEN, GiftStatus.HANDED)]
            assert material["out"] == len(given) <= material["how_many"]
            assert all(ask["person_id"] != material["keeper_id"] for ask in own)
            assert not own or material["asks_until"]
            if given:
                assert material["asks_until"] < moment
                assert all((ask["lot"] is not None) == material["by_lot"] for ask in own)


def test_stocks_count_and_name_nobody(rows: Rows) -> None:
    taken: Counter[int] = Counter()
    for day in rows["stock_day"]:
        taken[day["material_id"]] += day["taken"]
    stocks = [material for material in rows["material"] if material["deal"] is Deal.TAKE]
    assert len(stocks) == 3
    for stock in stocks:
        assert stock["hub_id"]
        assert stock["out"] == taken[stock["id"]] < stock["how_many"]


def test_a_wish_has_what_was_promised_and_one_open_asking(rows: Rows) -> None:
    loans = {loan["id"]: loan for loan in rows["loan"]}
    wishes = [material for material in rows["material"] if material["wanted_from"]]
    assert len(wishes) == 5
    for wish in wishes:
        asks = [ask for ask in rows["wish_ask"] if ask["wish_id"] == wish["id"]]
        yes = [ask for ask in asks if ask["status"] is WishStatus.YES]
        assert wish["met"] == sum(ask["units"] for ask in yes) <= wish["how_many"]
        assert sum(ask["status"] is WishStatus.ASKED for ask in asks) <= 1
        for ask in yes:
            loan = loans[ask["loan_id"]]
            assert (loan["material_id"], loan["units"], loan["subject"]) == (
                ask["material_id"], ask["units"], wish["subject"],
            )  # fmt: skip
            assert loan["person_id"] == wish["keeper_id"]
            assert loan["from_day"] == wish["wanted_from"]
