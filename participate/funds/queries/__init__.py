"""Reading points and funds."""

from participate.funds.queries.funds import (
    Fund,
    FundAsk,
    count_waiting_asks,
    find_fund,
    get_ask,
    get_fund,
    list_asks_of,
    list_decided,
    list_funds,
    list_waiting_asks,
)
from participate.funds.queries.points import (
    PointsBudget,
    find_budget,
    get_budget,
    list_budgets,
    list_budgets_of,
)

__all__ = [
    "Fund",
    "FundAsk",
    "PointsBudget",
    "count_waiting_asks",
    "find_budget",
    "find_fund",
    "get_ask",
    "get_budget",
    "get_fund",
    "list_asks_of",
    "list_budgets",
    "list_budgets_of",
    "list_decided",
    "list_funds",
    "list_waiting_asks",
]
