"""Postcodes as people type them."""

import re
import unicodedata

from participate.core.errors import RuleBroken
from participate.core.words import mark

_WHOLE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][ABD-HJLNP-UW-Z]{2}")
_INSIDE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s{0,3}[0-9][A-Z]{2}\b", re.IGNORECASE)
# Letters that are typed for figures, where only a figure can stand.
_FIGURES = str.maketrans("OIL", "011")
LONGEST_TRY = 40


class PostcodeProblem(RuleBroken):
    """A postcode that does not tell us where somebody is.

    `key` names the trouble; `ward_code` may hint at a ward.
    """

    key = "postcode"

    def __init__(self, ward_code: str | None = None, **facts: object) -> None:
        super().__init__(**facts)
        self.ward_code = ward_code


class PostcodeMissing(PostcodeProblem):
    key = "empty"
    message = mark("Type your postcode, or choose your neighbourhood from the list.")


class NotAPostcode(PostcodeProblem):
    key = "not_a_postcode"
    message = mark("Check the postcode. A whole one looks like RM10 9QS.")


class PostcodeUnknown(PostcodeProblem):
    key = "unknown"
    message = mark("We do not know that postcode. Check it, or choose your neighbourhood from the list.")


class PostcodeOutside(PostcodeProblem):
    key = "outside"
    message = mark(
        "That postcode is outside %(borough)s. You are welcome too: choose the neighbourhood you come to most."
    )


class PostcodeDead(PostcodeProblem):
    key = "dead"
    message = mark("That postcode is no longer used. Choose your neighbourhood from the list.")


def canonical(typed: str) -> str:
    """`typed` as a postcode is written, “RM10 9QS”. Raises PostcodeMissing or NotAPostcode.

    Kind to what phones and hands do: any case, spaces, full stops and dashes anywhere, full-width letters,
    figures of other scripts, and the letter O or I where only a figure can stand (“IG11 OLG”).
    """
    letters = _letters_and_figures(typed[:LONGEST_TRY])
    if not letters:
        if typed.strip():
            raise NotAPostcode
        raise PostcodeMissing
    outward, inward = letters[:-3], letters[-3:]
    outward = outward[:2] + outward[2:].translate(_FIGURES)
    inward = inward[:1].translate(_FIGURES) + inward[1:]
    if len(typed) > LONGEST_TRY or not _WHOLE.fullmatch(outward + inward):
        raise NotAPostcode
    return f"{outward} {inward}"


def _letters_and_figures(typed: str) -> str:
    """Only what counts, in capitals; figures of other scripts as ours."""
    kept = (c for c in unicodedata.normalize("NFKC", typed) if c.isalnum())
    return "".join(str(unicodedata.decimal(c, c)) for c in kept).upper()


def postcode_in(text: str) -> str:
    """The first postcode inside `text`, canonical; empty when there is none."""
    for found in _INSIDE.finditer(text):
        try:
            return canonical(found[0])
        except PostcodeProblem:
            continue
    return ""


def outcode_of(postcode: str) -> str:
    """The first half of a canonical postcode: “RM10”."""
    return postcode.split(" ", 1)[0]
