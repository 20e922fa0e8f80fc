"""Where a recipe was seen, in words that a neighbour knows."""

import re

_OURS = "[BG]"  # general knowledge: nobody to credit
_NAMES = (
    (re.compile(r"\bEOED\b"), "Every One Every Day"),
    (re.compile(r"\bTTS (?:auto )?kit\b"), "starter kit"),
    (re.compile(r"\bTTS ('[^']+') auto kit\b"), r"starter kit \1"),
    (re.compile(r"^LBBD CAN topics: .*"), "Barking and Dagenham Council"),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"'([^']+)'"), r"“\1”"),
    (re.compile(r" ?/ ?"), " and "),
)
_NOT_A_PLACE = re.compile(r"[%£]|GBP|\bheard via\b|\bplan$|\bcommon in\b|\bneed suggested\b")


def seen_at(note: str) -> list[str]:
    """The programmes and places where such a project was seen; empty where it is common knowledge."""
    found = [_named(part) for part in note.split(";") if not _NOT_A_PLACE.search(part)]
    return [each for each in found if each]


def _named(part: str) -> str:
    words = part.replace(_OURS, "").strip()
    for sign, name in _NAMES:
        words = sign.sub(name, words)
    return words
