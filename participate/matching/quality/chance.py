"""Who sees almost equal suggestions in random order this week: a few, so that the effect of ranking is known."""

from datetime import date
from hashlib import blake2b

from participate.matching.quality.steps import monday_of

SHARE = 20  # one in so many person-weeks


def chance_of(person_id: int, day: date) -> int | None:
    """The seed of her random order in the week of `day`; None for the most, whose order is that of the scores.

    It is the same all week, so that her list stays as it is while she reads; nobody is chosen because of anything.
    """
    told = f"{monday_of(day).isoformat()} {person_id}".encode()
    number = int.from_bytes(blake2b(told, digest_size=8).digest(), "big")
    return number // SHARE if number % SHARE == 0 else None
