"""What happens to points and funds."""

from participate.funds.service.points import give_back, set_budget, spend

__all__ = ["give_back", "set_budget", "spend"]
