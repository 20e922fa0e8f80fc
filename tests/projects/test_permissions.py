"""Who may do what. Everybody of the cast, by what she holds."""

from dataclasses import dataclass

import pytest

from participate.projects import permissions as may
from participate.projects.words import IdeaStatus, TeamPart

AUTHOR, OTHER, HUB = 1, 2, 3


@dataclass(frozen=True)
class Caller:
    id: int | None = None
    role: str = ""
    subject: str = ""

    def holds(self, role: str, subject: str | None = None) -> bool:
        return role == self.role and subject in (None, self.subject)


STRANGER = Caller()
NEIGHBOUR = Caller(OTHER)
OFFICER = Caller(OTHER, "officer")
HOST = Caller(OTHER, "host", "project:9")
OWN = Caller(AUTHOR)
STAFF = Caller(OTHER, "staff", f"hub:{HUB}")
STAFF_ELSEWHERE = Caller(OTHER, "staff", "hub:8")
ADMIN = Caller(OTHER, "admin")
ALL = (STRANGER, NEIGHBOUR, OFFICER, HOST, OWN, STAFF, STAFF_ELSEWHERE, ADMIN)


def those(predicate: object, *args: object, **more: object) -> set[Caller]:
    return {caller for caller in ALL if predicate(caller, *args, **more)}  # type: ignore[operator]


def test_staff() -> None:
    assert those(may.is_staff) == {STAFF, STAFF_ELSEWHERE, ADMIN}


def test_seeing_an_idea() -> None:
    assert those(may.may_see_idea, AUTHOR, hidden=False) == set(ALL)
    assert those(may.may_see_idea, AUTHOR, hidden=True) == {OWN, STAFF, STAFF_ELSEWHERE, ADMIN}
    assert those(may.may_see_idea, None, hidden=True) == {STAFF, STAFF_ELSEWHERE, ADMIN}


@pytest.mark.parametrize("status", IdeaStatus)
def test_an_idea_changes(status: IdeaStatus) -> None:
    open_still = status is not IdeaStatus.PROJECT
    assert those(may.may_change_idea, AUTHOR, status) == ({OWN} if open_still else set())
    assert those(may.may_change_idea, None, status) == set()
    assert those(may.may_answer_idea, HUB, status) == ({STAFF, ADMIN} if open_still else set())
    assert those(may.may_answer_idea, None, status) == ({STAFF, STAFF_ELSEWHERE, ADMIN} if open_still else set())
    assert those(may.may_grow_idea, AUTHOR, status) == ({OWN, STAFF, STAFF_ELSEWHERE, ADMIN} if open_still else set())


WORKERS = {STAFF, STAFF_ELSEWHERE, ADMIN}


@pytest.mark.parametrize(
    ("part", "sees_hidden", "leads", "keeps", "gives"),
    [
        (None, False, False, False, False),
        (TeamPart.HELPER, True, False, True, False),
        (TeamPart.HOST, True, True, True, False),
        (TeamPart.OWNER, True, True, True, True),
    ],
)
def test_a_part_in_a_project(part: TeamPart | None, sees_hidden: bool, leads: bool, keeps: bool, gives: bool) -> None:
    everyone, nobody_else = set(ALL), WORKERS
    assert those(may.may_see_project, part, hidden=False) == everyone
    assert those(may.may_see_project, part, hidden=True) == (everyone if sees_hidden else nobody_else)
    assert those(may.may_lead, part, elsewhere=False) == (everyone if leads else nobody_else)
    assert those(may.may_keep_needs, part, elsewhere=False) == (everyone if keeps else nobody_else)
    assert those(may.may_give_parts, part, elsewhere=False) == (everyone if gives else nobody_else)


@pytest.mark.parametrize("part", [None, *TeamPart])
def test_what_was_done_elsewhere_is_nobody_s(part: TeamPart | None) -> None:
    for predicate in (may.may_lead, may.may_keep_needs, may.may_give_parts):
        assert those(predicate, part, elsewhere=True) == set()
