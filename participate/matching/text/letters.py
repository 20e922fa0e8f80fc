"""Letters: which runs of characters are words, and what a word is without its accents."""

import re
import unicodedata

# Bengali, Hindi, Urdu and Arabic words hold combining signs that `\w` does not take, and would fall apart.
SIGNS = "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff]"
WORD = re.compile(rf"[^\W_](?:[^\W_]|{SIGNS}|[’'](?=[^\W\d_]))*")

LIGATURES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
ARABIC = str.maketrans("يىكهةأإآؤ", "ییکہہاااو")  # Arabic letters as Urdu writes them


def plain(word: str) -> str:
    """The word in lower case with a straight apostrophe, as the stop words and stemmers know it."""
    return word.lower().replace("’", "'")


def fold(word: str) -> str:
    """The word in lower case without accents: `Gătit` is `gatit`. Vowel signs of Bengali stay."""
    if word.isascii():
        return word.lower()
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", word.lower()) if not _accent(letter))
    return unicodedata.normalize("NFC", bare.translate(LIGATURES).translate(ARABIC))


def _accent(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u0655"
