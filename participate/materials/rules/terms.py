"""What a listing says beyond what every thing says: of a gift until when to ask, of a wish for which days. Pure."""

from dataclasses import dataclass
from datetime import date, datetime

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.materials.rules.giving import USUAL_WINDOW, window_closes
from participate.materials.words import Deal


class DealStays(RuleBroken):
    message = mark("Neighbours have asked for it already, so it stays what it is.")


@dataclass(frozen=True)
class Terms:
    """`give_days`: how long neighbours may ask from now on; None: as it is. `days`: first and last of a wish.
    `subject`: what a wish is for ("project:7"); "" for herself."""

    give_days: int | None = None
    by_lot: bool = False
    days: tuple[date, date] | None = None
    subject: str = ""


def asks_until(deal: Deal, terms: Terms, now: datetime, before: datetime | None, asked: int) -> datetime | None:
    """Until when one may ask. A time that somebody relied on is never made shorter."""
    if deal is not Deal.GIVE:
        return None
    if terms.give_days is None:
        return before or window_closes(now, USUAL_WINDOW)
    closes = window_closes(now, terms.give_days)
    return max(closes, before) if before is not None and asked else closes
