"""Endings: a word of another language, met in a form that the files do not list, brought back to its stem."""

from threading import Lock

import Stemmer

SHORTEST_STEM = 4
_SNOWBALL = {
    code: Stemmer.Stemmer(name, 0)
    for code, name in {"ro": "romanian", "lt": "lithuanian", "pt": "portuguese", "pl": "polish"}.items()
}
_one_at_a_time = Lock()
# Where no stemmer exists: the commonest endings (folded), longest first.
_SUFFIXES = {
    "sq": ("eve", "ave", "ret", "tit", "it", "et", "at", "in", "en", "ve", "te", "je", "i", "e", "a", "t"),
    "bn": ("গুলো", "গুলি", "দের", "টার", "টি", "টা", "ের", "কে", "তে", "য়", "ে", "র", "ই", "ও"),
    "ur": ("یاں", "یوں", "وں", "یں", "ے", "ا", "ی"),
}
LANGUAGES = (*_SNOWBALL, *_SUFFIXES)


def stem(token: str, language: str) -> str | None:
    """The stem of a folded word in `language`, or None where too little would be left to recognise."""
    if language in _SNOWBALL:
        with _one_at_a_time:  # a stemmer may serve one thread at a time
            found = _SNOWBALL[language].stemWord(token)
    else:
        found = _cut(token, _SUFFIXES[language])
    shortest = SHORTEST_STEM if token.isascii() else 3
    return found if len(found) >= shortest else None


def _cut(token: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if token.endswith(suffix) and len(token) - len(suffix) >= 3:
            return token[: -len(suffix)]
    return token
