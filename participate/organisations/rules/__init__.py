"""Rules of the organisations and of every offer: whose it is, how long it stands, what it may say. Pure."""

from participate.core.screening import (
    HasAddress,
    HasEmail,
    HasPhone,
    HasPostcode,
    check_open_words,
)
from participate.organisations.rules.behalf import Behalf, NotANameYouOffer, behalf_of
from participate.organisations.rules.expiry import (
    ASK_BEFORE,
    is_over,
    is_to_ask,
    standing_of,
    stands_until,
)
from participate.organisations.rules.spots import Spot, choose_spot
from participate.organisations.rules.website import NotAWebsite, website_of

__all__ = [
    "ASK_BEFORE", "Behalf", "HasAddress", "HasEmail", "HasPhone", "HasPostcode", "NotANameYouOffer",
    "NotAWebsite", "Spot", "behalf_of", "check_open_words", "choose_spot", "is_over", "is_to_ask",
    "standing_of", "stands_until", "website_of",
]  # fmt: skip
