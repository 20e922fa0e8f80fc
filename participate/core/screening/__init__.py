"""What stands in words that everybody may read: refused at the door, or looked at by somebody first. Pure."""

from participate.core.screening.looking import Found, look, pieces
from participate.core.screening.refusing import (
    HasAddress,
    HasEmail,
    HasPhone,
    HasPostcode,
    check_open_words,
)

__all__ = ["Found", "HasAddress", "HasEmail", "HasPhone", "HasPostcode", "check_open_words", "look", "pieces"]
