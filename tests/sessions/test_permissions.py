"""Who may do what with a session. No database."""

import pytest

from participate.sessions import permissions


class Somebody:
    def __init__(self, *roles: tuple[str, str]) -> None:
        self.roles = roles

    def holds(self, role: str, subject: str | None = None) -> bool:
        return any(role == held and subject in (None, of) for held, of in self.roles)


STRANGER = Somebody()
HOST, OTHER_HOST = Somebody(("host", "project:1")), Somebody(("host", "project:2"))
STAFF, ADMIN, OFFICER = Somebody(("staff", "hub:9")), Somebody(("admin", "")), Somebody(("officer", ""))


@pytest.mark.parametrize(
    ("who", "may"),
    [(STRANGER, False), (HOST, True), (OTHER_HOST, False), (STAFF, True), (ADMIN, True), (OFFICER, False)],
)
def test_who_plans(who: Somebody, may: bool) -> None:
    assert permissions.may_plan(who, 1) is may
    assert permissions.may_see(who, 1, hidden=True) is may
    assert permissions.may_see(who, 1, hidden=False)
