"""Short notes made plain: "2-3 h" is "2 to 3 hours", "4-10" is "4 to 10 people"."""

import re

_RANGE = re.compile(r"(\d+(?:\.5)?)-(\d+(?:\.5)?)")
_FROM = re.compile(r"(\d+)\+ ")
_HALF = re.compile(r"(\d+)\.5\b")
_HOURS = re.compile(r"(\d+½?) h\b")
_MINUTES = re.compile(r"(\d+) min\b")
_A_MINUTE_THING = re.compile(r"(\d+)[ -]min (?=check|drop-off)")
_COUNT = re.compile(r"[\d to]+")
_TIME = re.compile(r"(\d+)(½?)[ -](hours?|minutes?)\b")
_WORDED = {"half a day": 240, "half an hour": 30, "one hour": 60}
LONGEST_TIME = 480  # minutes


def plain(note: str) -> str:
    """Figures and short forms of a note in plain words."""
    note = _RANGE.sub(r"\1 to \2", note)
    note = _FROM.sub(r"\1 or more ", note)
    note = _HALF.sub(r"\1½", note)
    note = _HOURS.sub(lambda found: f"{found[1]} {'hour' if found[1] == '1' else 'hours'}", note)
    note = _A_MINUTE_THING.sub(r"\1-minute ", note)
    return _MINUTES.sub(lambda found: f"{found[1]} {'minute' if found[1] == '1' else 'minutes'}", note)


def plain_people(note: str) -> str:
    """How many people a recipe takes: "4-10" is "4 to 10 people"."""
    worded = plain(note)
    return f"{worded} people" if _COUNT.fullmatch(worded) else worded


def minutes_in(note: str) -> int | None:
    """How long one time takes, in minutes, at most; None where the note, already plain, does not say.

    "2 to 3 hours, monthly" is 180, "1½ hours, weekly" 90, "half a day, yearly" 240.
    """
    for words, minutes in _WORDED.items():
        if words in note:
            return minutes
    found = _TIME.search(note)
    if found is None:
        return None
    minutes = int(found[1]) * (60 if found[3].startswith("hour") else 1) + (30 if found[2] else 0)
    return minutes if minutes <= LONGEST_TIME else None


def sentence(note: str) -> str:
    """A note as a sentence begins."""
    return note[:1].upper() + note[1:]
