"""Whose words wait for a look before others see them. Pure."""

from collections.abc import Collection
from datetime import datetime, timedelta

from participate.core.screening import Found

NEW_FOR = timedelta(days=30)


def is_new(joined_at: datetime, now: datetime, let_through: int, first_posts: int) -> bool:
    """Whether a person's posts are still her first: she came lately, and staff let fewer than `first_posts` through."""
    return first_posts > 0 and now - joined_at < NEW_FOR and let_through < first_posts


def to_be_seen(found: Collection[tuple[Found, str]], let_through: Collection[tuple[Found, str]]) -> frozenset[Found]:
    """What somebody has to look at: what was found, but what staff let through before, and never a worry."""
    return frozenset(what for what, piece in found if what is not Found.WORRY and (what, piece) not in let_through)


def named(found: Collection[Found]) -> str:
    """As it stands in the row: "link phone"."""
    return " ".join(sorted(found))


def read(found: str) -> list[Found]:
    """The other way round."""
    return [Found(name) for name in found.split()]
