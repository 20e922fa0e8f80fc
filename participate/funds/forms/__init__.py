"""Forms of points and funds."""

from participate.funds.forms.funds import AskForm, DecideForm, FundForm
from participate.funds.forms.points import BudgetForm

__all__ = ["AskForm", "BudgetForm", "DecideForm", "FundForm"]
