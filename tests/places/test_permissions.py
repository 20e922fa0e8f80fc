"""Who may change which place: a table, no app."""

import pytest

from participate.places.permissions import may_add_hub, may_change_hub, may_change_streets


class Holder:
    """Somebody who holds these roles: (role, subject)."""

    def __init__(self, *held: tuple[str, str]) -> None:
        self.held = held

    def holds(self, role: str, subject: str | None = None) -> bool:
        return any(role == has and subject in (None, of) for has, of in self.held)


@pytest.mark.parametrize(
    ("holder", "adds", "changes_3", "changes_4", "streets"),
    [
        (Holder(), False, False, False, False),
        (Holder(("host", "project:3")), False, False, False, False),
        (Holder(("keeper", "space:3")), False, False, False, False),
        (Holder(("officer", "")), False, False, False, False),
        (Holder(("safeguarding", "hub:3")), False, False, False, False),
        (Holder(("staff", "hub:3")), False, True, False, True),
        (Holder(("staff", "hub:3"), ("staff", "hub:4")), False, True, True, True),
        (Holder(("admin", "")), True, True, True, True),
    ],
)
def test_who_may(holder: Holder, adds: bool, changes_3: bool, changes_4: bool, streets: bool) -> None:
    assert may_add_hub(holder) is adds
    assert may_change_hub(holder, 3) is changes_3
    assert may_change_hub(holder, 4) is changes_4
    assert may_change_streets(holder) is streets
