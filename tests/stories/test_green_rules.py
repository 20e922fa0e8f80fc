"""What makes a green shoot: a truth table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from participate.stories.rules import Facts, about, signs_of, strength
from participate.stories.words import Sign

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)
OLD = Facts(NOW - timedelta(days=400), owner_is_resident=True, has_organisation=False)


@pytest.mark.parametrize(
    ("more", "signs"),
    [
        ({}, ()),
        ({"made_at": NOW - timedelta(days=90)}, (Sign.NEW,)),
        ({"made_at": NOW - timedelta(days=90, seconds=1)}, ()),
        ({"made_at": NOW}, (Sign.NEW,)),
        ({"came": 3}, (Sign.GROWING,)),
        ({"came": 2}, ()),
        ({"came": 12, "came_before": 9}, (Sign.GROWING,)),
        ({"came": 12, "came_before": 10}, ()),
        ({"came": 9, "came_before": 12}, ()),
        ({"signed_up": 5, "signed_up_before": 2}, (Sign.GROWING,)),
        ({"signed_up": 4, "signed_up_before": 2}, ()),
        ({"joined_team": 2}, (Sign.GROWING,)),
        ({"joined_team": 1}, ()),
        ({"made_at": NOW, "came": 8}, (Sign.NEW, Sign.GROWING)),
        ({"made_at": NOW, "came": 8, "owner_is_resident": False}, ()),
        ({"made_at": NOW, "came": 8, "has_organisation": True}, ()),
    ],
)
def test_the_signs(more: dict[str, object], signs: tuple[Sign, ...]) -> None:
    assert signs_of(replace(OLD, **more), NOW) == signs


@pytest.mark.parametrize(
    ("more", "strong"),
    [({}, 0), ({"came": 5, "came_before": 9}, 0), ({"came": 9, "came_before": 5, "joined_team": 1}, 5),
     ({"came": 2, "signed_up": 7, "signed_up_before": 1}, 6)],
)  # fmt: skip
def test_how_strong(more: dict[str, object], strong: int) -> None:
    assert strength(replace(OLD, **more)) == strong


@pytest.mark.parametrize(
    ("heads", "rounded"), [(0, None), (1, None), (4, None), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (98, 100)]
)
def test_heads_are_rounded(heads: int, rounded: int | None) -> None:
    assert about(heads) == rounded
