"""Who may say what to an idea: a truth table."""

import pytest

from participate.core.errors import RuleBroken
from participate.projects import permissions
from participate.projects.rules.replies import (
    MOST_OF_ONE,
    JoinedAlready,
    NoMoreReplies,
    OwnIdea,
    SaidEnough,
    WordsMissing,
    check_may_reply,
    check_reply_words,
    takes_replies,
)
from participate.projects.words import IdeaStatus, ReplyKind

JOIN, WORRY = ReplyKind.JOIN, ReplyKind.WORRY


@pytest.mark.parametrize(
    ("status", "own", "joined", "kind", "said", "raises"),
    [
        (IdeaStatus.NEW, False, False, JOIN, 0, None),
        (IdeaStatus.ANSWERED, False, False, WORRY, 0, None),
        (IdeaStatus.NEW, False, True, WORRY, 1, None),
        (IdeaStatus.NEW, False, True, JOIN, 1, JoinedAlready),
        (IdeaStatus.NEW, True, False, JOIN, 0, OwnIdea),
        (IdeaStatus.NEW, True, False, WORRY, 0, OwnIdea),
        (IdeaStatus.CLOSED, False, False, JOIN, 0, NoMoreReplies),
        (IdeaStatus.PROJECT, False, False, WORRY, 0, NoMoreReplies),
        (IdeaStatus.NEW, False, False, WORRY, MOST_OF_ONE - 1, None),
        (IdeaStatus.NEW, False, False, WORRY, MOST_OF_ONE, SaidEnough),
    ],
)
def test_who_may_reply(
    status: IdeaStatus, own: bool, joined: bool, kind: ReplyKind, said: int, raises: type[RuleBroken] | None
) -> None:
    if raises is None:
        check_may_reply(status, own=own, joined=joined, kind=kind, said=said)
        return
    with pytest.raises(raises):
        check_may_reply(status, own=own, joined=joined, kind=kind, said=said)


@pytest.mark.parametrize("status", IdeaStatus)
def test_open_ideas_take_replies(status: IdeaStatus) -> None:
    assert takes_replies(status) is (status in (IdeaStatus.NEW, IdeaStatus.ANSWERED))


@pytest.mark.parametrize("kind", ReplyKind)
def test_only_a_join_may_be_without_words(kind: ReplyKind) -> None:
    check_reply_words(kind, "Next to the school")
    if kind is JOIN:
        check_reply_words(kind, "")
    else:
        with pytest.raises(WordsMissing):
            check_reply_words(kind, "")


class Caller:
    """Somebody with roles."""

    def __init__(self, number: int | None, *roles: tuple[str, str | None]) -> None:
        self.id, self._roles = number, roles

    def holds(self, role: str, subject: str | None = None) -> bool:
        return any(each == role and (subject is None or held == subject) for each, held in self._roles)


@pytest.mark.parametrize(
    ("caller", "author", "hub", "may"),
    [
        (Caller(None), 1, 1, False),
        (Caller(None), None, None, False),
        (Caller(1), 1, 1, True),
        (Caller(2), 1, 1, False),
        (Caller(2, ("staff", "hub:1")), 1, 1, True),
        (Caller(2, ("staff", "hub:2")), 1, 1, False),
        (Caller(2, ("staff", "hub:2")), 1, None, True),
        (Caller(2, ("admin", None)), 1, 1, True),
    ],
)
def test_who_answers_a_reply(caller: Caller, author: int | None, hub: int | None, may: bool) -> None:
    assert permissions.may_answer_reply(caller, author, hub) is may


def test_only_its_writer_changes_a_reply() -> None:
    assert permissions.may_change_reply(Caller(1), 1)
    assert not permissions.may_change_reply(Caller(2, ("admin", None)), 1)
    assert not permissions.may_change_reply(Caller(None), 1)
