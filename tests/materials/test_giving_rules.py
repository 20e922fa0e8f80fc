"""First fair, not first fast: how things given away are shared. No database."""

from datetime import UTC, datetime

import pytest

from participate.materials.rules import giving as rules
from participate.materials.words import Deal, GiftStatus

NOW = datetime(2026, 7, 2, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "there", "got"),
    [
        ([1, 1, 1], 2, [1, 1, 0]),
        ([4, 4, 4], 6, [2, 2, 2]),
        ([5, 1, 1], 6, [4, 1, 1]),
        ([1, 2], 10, [1, 2]),
        ([3, 3], 5, [3, 2]),
        ([], 3, []),
        ([2], 0, [0]),
    ],
)
def test_one_each_round_after_round(asked: list[int], there: int, got: list[int]) -> None:
    assert rules.shares(asked, there) == got


def test_the_time_to_ask_ends_in_the_evening_whatever_the_clocks_do() -> None:
    assert rules.window_closes(NOW, 3) == datetime(2026, 7, 5, 19, 0, tzinfo=UTC)  # 8pm in summer
    autumn = datetime(2026, 10, 24, 11, 0, tzinfo=UTC)
    assert rules.window_closes(autumn, 1) == datetime(2026, 10, 25, 20, 0, tzinfo=UTC)  # 8pm, the clocks went back


SOON, PAST = datetime(2026, 7, 3, 19, 0, tzinfo=UTC), datetime(2026, 7, 1, 19, 0, tzinfo=UTC)
WINDOW = datetime(2026, 7, 5, 19, 0, tzinfo=UTC)  # the one that begins with whoever asks now


@pytest.mark.parametrize(
    ("asks_until", "waits", "by_lot", "decided"),
    [
        (None, False, False, WINDOW + rules.TO_CHOOSE),
        (None, False, True, WINDOW),
        (SOON, False, False, SOON + rules.TO_CHOOSE),
        (SOON, True, False, SOON + rules.TO_CHOOSE),
        (SOON, True, True, SOON),
        (PAST, False, False, WINDOW + rules.TO_CHOOSE),  # nobody wanted it then: a new time begins
        (PAST, True, False, None),  # it is being decided
        (PAST, True, True, None),
        (NOW, True, False, None),
        (NOW, False, True, WINDOW),
    ],
)
def test_when_it_is_known_who_gets_it(
    asks_until: datetime | None, waits: bool, by_lot: bool, decided: datetime | None
) -> None:
    assert rules.decided_by(asks_until, NOW, waits=waits, by_lot=by_lot) == decided


@pytest.mark.parametrize(
    ("deal", "own", "units", "left", "broken"),
    [
        (Deal.GIVE, False, 1, 1, None),
        (Deal.GIVE, False, 2, 1, rules.MoreThanThere),
        (Deal.GIVE, False, 1, 0, rules.AllGiven),
        (Deal.GIVE, True, 1, 1, rules.YourOwnGift),
        (Deal.LEND, False, 1, 1, rules.NotToGive),
        (Deal.WANT, False, 1, 1, rules.NotToGive),
        (Deal.TAKE, False, 1, 1, rules.NotToGive),
    ],
)
def test_who_may_ask(deal: Deal, own: bool, units: int, left: int, broken: type[Exception] | None) -> None:
    if broken is None:
        rules.check_ask(deal, own=own, units=units, left=left)
        return
    with pytest.raises(broken):
        rules.check_ask(deal, own=own, units=units, left=left)


MAY = {
    (GiftStatus.ASKED, GiftStatus.CHOSEN), (GiftStatus.ASKED, GiftStatus.NOT_THIS_TIME),
    (GiftStatus.ASKED, GiftStatus.CANCELLED), (GiftStatus.CHOSEN, GiftStatus.HANDED),
    (GiftStatus.CHOSEN, GiftStatus.CANCELLED), (GiftStatus.NOT_THIS_TIME, GiftStatus.CHOSEN),
    (GiftStatus.CANCELLED, GiftStatus.ASKED),
}  # fmt: skip


@pytest.mark.parametrize("before", GiftStatus)
@pytest.mark.parametrize("after", GiftStatus)
def test_where_an_asking_may_go(before: GiftStatus, after: GiftStatus) -> None:
    if (before, after) in MAY:
        rules.check_move(before, after)
    else:
        with pytest.raises(rules.GiftMovedOn):
            rules.check_move(before, after)
