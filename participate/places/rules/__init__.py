"""Rules of place: squares and walks, postcodes as people type them, streets, opening hours. All pure."""

from participate.places.rules.postcodes import (
    NotAPostcode,
    PostcodeDead,
    PostcodeMissing,
    PostcodeOutside,
    PostcodeProblem,
    PostcodeUnknown,
    canonical,
)
from participate.places.rules.squares import centre_of, metres_between, square_of, walking_minutes

__all__ = [
    "NotAPostcode", "PostcodeDead", "PostcodeMissing", "PostcodeOutside", "PostcodeProblem",
    "PostcodeUnknown", "canonical", "centre_of", "metres_between", "square_of", "walking_minutes",
]  # fmt: skip
