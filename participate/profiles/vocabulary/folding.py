"""Folding: what is left of a text when case, accents and habits of keyboards no longer matter."""

import re
import unicodedata
from threading import Lock

import Stemmer

# Accents of the Latin script, Arabic vowel signs and joiners go. Bengali signs stay: there they are letters.
_GONE = [*range(0x0300, 0x0370), *range(0x064B, 0x0660), 0x0640, 0x0670]
_TABLE: dict[int, str | None] = dict.fromkeys([*_GONE, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_TABLE |= {ord(quote): None for quote in "'’‘`´"}
_TABLE |= {ord("ł"): "l", ord("đ"): "d", ord("ø"): "o", ord("ı"): "i", ord("æ"): "ae"}
# The same letter of Urdu and Arabic keyboards: yeh, kaf, heh, teh marbuta.
_TABLE |= {0x064A: "ی", 0x0649: "ی", 0x0643: "ک", 0x0647: "ہ", 0x06D5: "ہ", 0x0629: "ہ"}
# Letters, digits and the signs of Bengali (which Python does not count as letters).
_TOKEN = re.compile(r"[^\W_]+(?:[\u0981-\u0983\u09bc-\u09d7]+[^\W_]*)*")
LONGEST_WORD = 40

_english = Stemmer.Stemmer("english", 0)
_one_at_a_time = Lock()


def fold(text: str) -> str:
    """`text` without case, Latin accents, Arabic vowel signs, apostrophes and invisible joiners."""
    if text.isascii():
        return text.lower().replace("'", "")
    return unicodedata.normalize("NFKD", text.casefold()).translate(_TABLE)


def tokens_of(text: str, folded: bool = False) -> list[str]:
    """The words of `text`, folded, in order; `folded` says that the text has been folded before."""
    return _TOKEN.findall(text if folded else fold(text))


def english_stem(token: str) -> str:
    """The English stem of a folded word; a word of another script comes back as it is. Safe in threads."""
    if not token.isascii() or len(token) > LONGEST_WORD:
        return token
    with _one_at_a_time:  # a stemmer may serve one thread at a time
        return _english.stemWord(token)
