"""Words as the patterns read them: one kind of letters and figures, figures that were spelt out as figures. Pure."""

import re
import unicodedata

_FIGURES = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_ONE = rf"(?:{'|'.join([*_FIGURES, *_TIMES])}|\d)"
# "oh double seven 00…": at least six said one after the other.
_SPOKEN = re.compile(rf"\b{_ONE}(?:[\s,.-]+{_ONE}){{5,}}\b", re.IGNORECASE)
_ROUND_O = re.compile(r"(?<=\d)[oO]+(?=[\d\s])|(?<![^\W\d_])[oO]+(?=\d)")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\u20e3]")


def plain(words: str) -> str:
    """Full-width letters and the figures of other scripts as ours; nothing that cannot be seen."""
    folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", words))
    folded = folded.replace("’", "'").replace("‘", "'")
    return "".join(str(unicodedata.decimal(c, c)) for c in folded)


def said_as_figures(words: str) -> str:
    """Plain words in which figures that were said one by one, and an O among figures, are figures."""
    return _SPOKEN.sub(_to_figures, _ROUND_O.sub(lambda found: "0" * len(found.group()), words))


def _to_figures(found: re.Match[str]) -> str:
    out, times = [], 1
    for word in re.split(r"[\s,.-]+", found.group().lower()):
        if word in _TIMES:
            times = _TIMES[word]
            continue
        out.append(_FIGURES.get(word, word) * times)
        times = 1
    return "".join(out)
