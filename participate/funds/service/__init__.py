"""What happens to points and funds."""

from participate.funds.service.asks import AskFacts, ask_fund, decline, grant, withdraw
from participate.funds.service.funds import FundFacts, change_fund, hide, open_fund, restore
from participate.funds.service.points import give_back, set_budget, spend

__all__ = [
    "AskFacts",
    "FundFacts",
    "ask_fund",
    "change_fund",
    "decline",
    "give_back",
    "grant",
    "hide",
    "open_fund",
    "restore",
    "set_budget",
    "spend",
    "withdraw",
]
