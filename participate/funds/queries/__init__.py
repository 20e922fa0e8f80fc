"""Reading points and funds."""

from participate.funds.queries.points import find_budget, get_budget, list_budgets, list_budgets_of

__all__ = ["find_budget", "get_budget", "list_budgets", "list_budgets_of"]
