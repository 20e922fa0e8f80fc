"""Rules of the funds. Pure."""

from participate.funds.rules.points import (
    MOST_POINTS,
    AnotherHubsBudget,
    LessThanSpent,
    NobodyThere,
    NotASubject,
    NotEnoughPoints,
    check_subject,
    kind_of,
    number_of,
)

__all__ = [
    "MOST_POINTS",
    "AnotherHubsBudget",
    "LessThanSpent",
    "NobodyThere",
    "NotASubject",
    "NotEnoughPoints",
    "check_subject",
    "kind_of",
    "number_of",
]
