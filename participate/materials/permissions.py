"""Who stands how to a loan. Pure.

(Who may change a thing, answer for it and hand it out: `organisations.permissions.may_look_after`.)
"""


def may_see_loan(*, borrows: bool, looks_after: bool) -> bool:
    """Whoever borrows, and whoever looks after the thing. Nobody else learns who has what."""
    return borrows or looks_after


def may_see_how_to_get(*, borrows: bool, agreed: bool) -> bool:
    """How to get it is said to whoever may have it, as long as she does."""
    return borrows and agreed
