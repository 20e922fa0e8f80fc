"""Kit points: given by a hub, spent, given back, never more than there are."""

import pytest
from flask import Flask

from participate.core.db import db
from participate.core.errors import NotFound
from participate.funds import queries, service
from participate.funds.rules import AnotherHubsBudget, LessThanSpent, NotASubject, NotEnoughPoints
from participate.places.models import Hub
from tests.street import Street, add


def budget_of(street: Street, total: int = 10, subject: str = "project:7") -> int:
    return service.set_budget(street.dora.id, street.hub.id, subject, "Mend Club", total).id


def spent(budget_id: int) -> int:
    db.session.expire_all()
    return queries.get_budget(budget_id).spent


def test_points_are_spent_down_to_the_last_and_no_further(app: Flask, street: Street) -> None:
    budget = budget_of(street)
    service.spend(budget, 7)
    with pytest.raises(NotEnoughPoints) as told:
        service.spend(budget, 4)
    assert told.value.facts == {"points": 4, "left": 3}
    assert spent(budget) == 7
    service.spend(budget, 3)
    assert spent(budget) == 10


def test_what_was_spent_comes_back_and_no_more(app: Flask, street: Street) -> None:
    budget = budget_of(street)
    service.spend(budget, 5)
    service.give_back(budget, 5)
    assert spent(budget) == 0
    with pytest.raises(RuntimeError):
        service.give_back(budget, 1)


def test_a_budget_that_is_not_there_has_no_points(app: Flask, street: Street) -> None:
    with pytest.raises(NotEnoughPoints):
        service.spend(99, 1)
    with pytest.raises(NotFound):
        queries.get_budget(99)


def test_a_hub_gives_more_and_less_but_not_less_than_was_spent(app: Flask, street: Street) -> None:
    budget = budget_of(street)
    service.spend(budget, 6)
    assert budget_of(street, total=20) == budget
    with pytest.raises(LessThanSpent) as told:
        budget_of(street, total=5)
    assert told.value.facts == {"spent": 6}
    assert budget_of(street, total=6) == budget
    found = queries.find_budget("project:7")
    assert found is not None
    assert (found.total, found.spent) == (6, 6)


def test_two_hubs_do_not_give_points_to_the_same(app: Flask, street: Street) -> None:
    budget_of(street)
    other = Hub(name="The Warehouse", address="Thames Road", ward_id=street.other_ward.id)
    add(other)
    with pytest.raises(AnotherHubsBudget):
        service.set_budget(street.gita.id, other.id, "project:7", "Mend Club", 30)


@pytest.mark.parametrize("subject", ["", "house:2", "street:", "street:0", "street:x", "project:7 ", "person:5;drop"])
def test_points_are_for_a_street_a_project_or_a_starter(app: Flask, street: Street, subject: str) -> None:
    with pytest.raises(NotASubject):
        budget_of(street, subject=subject)


def test_a_starters_points_are_in_no_open_list(app: Flask, street: Street) -> None:
    budget_of(street, subject="street:2")
    budget_of(street, subject=f"person:{street.chidi.id}")
    assert [each.subject for each in queries.list_budgets(street.hub.id).items] == ["street:2"]
    assert len(queries.list_budgets(street.hub.id, starters=True).items) == 2
    assert [each.subject for each in queries.list_budgets_of({"street:2", "project:1"})] == ["street:2"]
