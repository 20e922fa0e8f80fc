"""Promises and costs: only what a figure can ever answer, once, and said as the figures say it."""

import pytest
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.insight.measures import BY_KEY, DERIVED, MEASURES
from participate.insight.models import Budget, Commitment
from participate.insight.periods import read
from participate.insight.rules import promised as rules
from participate.insight.words import Kind, Shown
from tests.insight import published
from tests.insight.test_pages_overview import NEWEST, lay
from tests.page import PageClient
from tests.street import Street

WORDS = {"measure": "people", "period": "2026-Q4", "target": "250", "source": "Cabinet, 12 May", "owner": "Community"}
COST = {"period": "2026-Q2", "pounds": "12,500", "includes": "Wages and rent", "leaves_out": ""}


@pytest.mark.parametrize("key", ["people", "how_often", "projects_alive", "equality_answers"])
@pytest.mark.parametrize("code", ["2026-Q4", "2027"])
def test_only_for_a_time_that_it_is_counted_for(client: PageClient, street: Street, key: str, code: str) -> None:
    """Otherwise it would stand there as “not over yet” for good."""
    answer = client.become(street.efua).send("/figures/commitments/new", WORDS | {"measure": key, "period": code})
    told = read(code).grain in BY_KEY[key].grains
    assert answer.status_code == (303 if told else 422)
    assert told or "This is counted only for" in answer.text
    assert db.session.scalar(select(func.count()).select_from(Commitment)) == told


def test_every_measure_can_be_promised_for_a_quarter_or_a_year(client: PageClient, street: Street) -> None:
    page = client.become(street.efua).get("/figures/commitments/new").text
    for measure in MEASURES:
        offered = measure.kind is Kind.COUNT and measure.key not in DERIVED
        assert (f'value="{measure.key}"' in page) is offered, measure.key
        for code in ("2026-Q4", "2026") if offered else ():
            told = read(code).grain in measure.grains
            try:
                rules.check_counted(measure.grains, read(code))
            except (rules.OnlyYears, rules.OnlyQuarters):
                told = not told
            assert told


def test_the_overview_reads_the_result_of_whatever_was_promised(client: PageClient, street: Street) -> None:
    published.publish()
    lay("hosts", NEWEST, Shown.SHOWN, 85)
    more = {"period": NEWEST, "source": "Cabinet", "owner": "Head", "made_at": clock.now()}
    db.session.add(Commitment(measure="hosts", target=90, **more))
    db.session.commit()
    efua = client.become(street.efua)
    for path in ("/figures", "/figures/report", f"/figures/questions?period={NEWEST}"):
        page = efua.get(path).text
        assert "Promised: at least 90. What came of it: 85." in page, path
        assert "Not over yet" not in page, path


def test_few_of_what_is_no_number_of_people_is_not_called_small(client: PageClient, street: Street) -> None:
    published.publish()
    lay("hours", NEWEST, Shown.FEW, None)
    more = {"period": NEWEST, "source": "Cabinet", "owner": "Head", "made_at": clock.now()}
    db.session.add(Commitment(measure="hours", target=90, **more))
    db.session.commit()
    page = client.become(street.efua).get("/figures/commitments").text
    assert "fewer than" not in page
    assert "not shown" in page


def test_pressed_twice_it_is_noted_once(client: PageClient, street: Street) -> None:
    efua = client.become(street.efua)
    for _press in range(2):
        assert efua.send("/figures/commitments/new", WORDS).status_code == 303
        assert efua.send("/figures/budget/new", COST).status_code == 303
    assert efua.send("/figures/commitments/new", WORDS | {"source": "Cabinet, 9 June"}).status_code == 303
    assert efua.send("/figures/budget/new", COST | {"pounds": "12,600"}).status_code == 303
    assert db.session.scalar(select(func.count()).select_from(Commitment)) == 2
    assert db.session.scalar(select(func.count()).select_from(Budget)) == 2


def test_the_dearest_year_can_be_kept(client: PageClient, street: Street) -> None:
    efua = client.become(street.efua)
    assert efua.send("/figures/budget/new", COST | {"pounds": "20,000,000"}).status_code == 303
    assert "£20,000,000" in efua.get("/figures/budget").text
