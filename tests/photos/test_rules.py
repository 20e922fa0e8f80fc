"""The rules of the photos, as tables."""

import pytest

from participate.core.errors import RuleBroken
from participate.photos import rules
from participate.photos.permissions import may_say, may_see, may_take_away
from participate.photos.rules import Room
from participate.photos.words import DownReason, PhotoStatus, Who

MB = 2**20


@pytest.mark.parametrize(
    ("room", "more", "broken"),
    [
        (Room(0, 0, 0, 0), 300_000, None),
        (Room(7, 2, 59 * MB, 2047 * MB), MB, None),
        (Room(8, 0, 0, 0), 0, rules.SubjectFull),
        (Room(0, 3, 0, 0), 0, rules.TooManyDrafts),
        (Room(0, 0, 60 * MB, 0), 1, rules.PersonFull),
        (Room(0, 0, 60 * MB, 0), 0, None),
        (Room(0, 0, 0, 2048 * MB), 1, rules.HubFull),
    ],
)
def test_room(room: Room, more: int, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_room(room, more)
    else:
        with pytest.raises(broken):
            rules.check_room(room, more)


@pytest.mark.parametrize(
    ("who", "staff", "let_through", "waits"),
    [
        (Who.NOBODY, False, 0, True),
        (Who.NOBODY, False, 2, True),
        (Who.NOBODY, False, 3, False),
        (Who.GROWN, False, 3, False),
        (Who.GROWN, True, 0, False),
        (Who.CHILDREN, False, 50, True),
        (Who.CHILDREN, True, 50, True),
    ],
)
def test_who_waits_for_the_hub(who: Who, staff: bool, let_through: int, waits: bool) -> None:
    assert rules.waits_for_hub(who, staff=staff, let_through=let_through) is waits


@pytest.mark.parametrize(
    ("reason", "kept_before", "at_once"),
    [
        (DownReason.ME, False, True), (DownReason.ME, True, True), (DownReason.CHILD, True, True),
        (DownReason.HOME, True, True), (DownReason.OTHER, False, True), (DownReason.OTHER, True, False),
    ],
)  # fmt: skip
def test_what_goes_at_once(reason: DownReason, kept_before: bool, at_once: bool) -> None:
    assert rules.goes_at_once(reason, kept_before=kept_before) is at_once


@pytest.mark.parametrize("word", ["form", "moving", "many", "thin", "broken", "", "Traceback …"])
def test_every_refusal_has_words_of_its_own(word: str) -> None:
    refused = rules.refusal(word)
    assert isinstance(refused, rules.NotAPicture)
    assert (type(refused) is rules.NotAPicture) is (word not in ("form", "moving", "many", "thin"))


@pytest.mark.parametrize(
    ("size", "fits"),
    [((1600, 1200), (480, 360)), ((300, 200), (300, 200)), ((1600, 32), (480, 10)), ((1, 1600), (1, 480))],
)
def test_the_small_size_is_that_of_the_drawing(size: tuple[int, int], fits: tuple[int, int]) -> None:
    assert rules.fit(*size) == fits


class Caller:
    """Somebody with an id and roles."""

    def __init__(self, id: int | None, *roles: str) -> None:
        self.id, self.roles = id, roles

    def holds(self, role: str, subject: str | None = None) -> bool:
        return role in self.roles


STRANGER, SENDER, OTHER, STAFF, ADMIN = Caller(None), Caller(1), Caller(2), Caller(3, "staff"), Caller(4, "admin")


@pytest.mark.parametrize(
    ("status", "out_of_sight", "seen_by"),
    [
        (PhotoStatus.SHOWN, False, {STRANGER, SENDER, OTHER, STAFF, ADMIN}),
        (PhotoStatus.SHOWN, True, {SENDER, STAFF, ADMIN}),
        (PhotoStatus.HELD, False, {SENDER, STAFF, ADMIN}),
        (PhotoStatus.DRAFT, False, {SENDER}),
        (PhotoStatus.TAKEN_DOWN, False, set()),
    ],
)
def test_who_sees_it(status: PhotoStatus, out_of_sight: bool, seen_by: set[Caller]) -> None:
    for caller in (STRANGER, SENDER, OTHER, STAFF, ADMIN):
        assert may_see(caller, status, 1, out_of_sight=out_of_sight) is (caller in seen_by)


def test_who_looks_after_what_it_shows_sees_it_before_others() -> None:
    seen = [may_see(OTHER, status, 1, out_of_sight=True, looks_after=True) for status in PhotoStatus]
    assert dict(zip(PhotoStatus, seen, strict=True)) == {
        PhotoStatus.DRAFT: False, PhotoStatus.HELD: True, PhotoStatus.SHOWN: True, PhotoStatus.TAKEN_DOWN: False,
    }  # fmt: skip


def test_whose_words_and_who_takes_away() -> None:
    assert [may_say(caller, 1) for caller in (STRANGER, SENDER, OTHER, STAFF, ADMIN)] == [
        False,
        True,
        False,
        True,
        True,
    ]
    assert not may_say(STRANGER, None)
    assert may_take_away(OTHER, 1, looks_after=True)
    assert not may_take_away(OTHER, 1, looks_after=False)
    assert not may_take_away(STRANGER, None, looks_after=False)
