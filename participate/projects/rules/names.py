"""Readable names for projects done elsewhere: what registers shout, abbreviate or leave out."""

import re

from participate.core.text import clean_line, shorten

LONGEST_NAME = 100
MOSTLY = 0.7  # of the letters
_FROM_TEXT = 70
_GRANT_TO = re.compile(r"^(?:a )?(?:grant|award) to ", re.IGNORECASE)
_NO_NAME = re.compile(r"there is no project name|^unspecified$|^[a-z]{1,4}\d{3,}$", re.IGNORECASE)
# What the cleaning of the source left where a name, a link or a postcode stood.
_LEFT_OUT = re.compile(r"\s*\[(?:name|link|email|phone|postcode)\]\s*")
_EDGES = " -–,;:'\"/."
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL = re.compile(r"[AEIOUY]")
_WITHIN = "A AN AND AT BY DE FOR FROM IN LA LE OF ON OR THE TO UNDER UPON WITH Y YR"
_SMALL = frozenset(_WITHIN.split())
_SHORT = {"ST": "St", "MR": "Mr", "MRS": "Mrs", "DR": "Dr", "LTD": "Ltd", "REV": "Rev", "PRE": "Pre", "CO": "Co"}
_INITIALS = """
UK USA EU CIC CIO YMCA YWCA WI PTA PTFA RAF AFC FC RFC CC AC NHS LGBT LGBTQ BME BAME ESOL ADHD SEN II III IV
RSPCA RNLI BBC IT ICT NEET AIDS HIV IOW DIY LETS OAP
"""
_LETTERS = frozenset(_INITIALS.split())
# In a shouted text "IT" is more likely it, and "I" is I.
_LETTERS_IN_TEXT = _LETTERS - {"IT", "LETS", "AIDS", "AC", "CC"} | {"I"}
_ACRONYM = 5  # letters; one shouted word of that size is taken for initials


def readable_name(title: str, organisation: str, programme: str, text: str) -> str:
    """A name for the card: the title where it says something, else who did it, else how the text begins."""
    own = _tidy(title)
    said = "" if _says_nothing(title, programme) else own
    name = said or _tidy(_GRANT_TO.sub("", organisation)) or _tidy(_GRANT_TO.sub("", title))
    if not name or _NO_NAME.search(name):
        name = shorten(_tidy(_SENTENCE.split(clean_line(text), maxsplit=1)[0]), _FROM_TEXT)
    return shorten(_begun(softened(name)), LONGEST_NAME)


def _says_nothing(title: str, programme: str) -> bool:
    bare = title.strip()
    return bool(_NO_NAME.search(bare) or _GRANT_TO.match(bare)) or bare.lower() == programme.strip().lower()


def _tidy(words: str) -> str:
    return clean_line(_LEFT_OUT.sub(" ", words)).strip(_EDGES)


def _begun(words: str) -> str:
    """Begun with a capital, unless the first word has its own way: "iLike", "e-connect"."""
    own_way = words[1:2].isupper() or words[1:2] == "-"
    return words if own_way else words[:1].upper() + words[1:]


def is_shouting(words: str) -> bool:
    """Whether all, or nearly all, of its letters are capitals."""
    letters = sum(map(str.isalpha, words))
    if letters <= _ACRONYM and " " not in words:
        return False
    return sum(map(str.isupper, words)) > MOSTLY * letters


def softened(name: str) -> str:
    """ "ST MARY'S PLAYGROUP (DASH) UK" is "St Mary's Playgroup (DASH) UK". Anything else stays."""
    if not is_shouting(name):
        return name
    return _WORD.sub(lambda found: _soft_word(found, name), name)


def _soft_word(found: re.Match[str], name: str) -> str:
    word = found[0].upper()
    before, after = name[: found.start()][-1:], name[found.end() :][:1]
    if word in _SHORT:
        return _SHORT[word]
    if word in _SMALL and found.start() and before not in "(.":
        return word.lower()
    in_brackets = before == "(" and after == ")" and len(word) <= _ACRONYM + 1
    if word in _LETTERS or in_brackets or (len(word) <= _ACRONYM and not _VOWEL.search(word)):
        return word
    head, mark_between, tail = word.partition("'") if "'" in word else word.partition("’")
    if len(head) == 1 and mark_between:  # O'Brien
        return head + mark_between + tail.capitalize()
    return head.capitalize() + mark_between + tail.lower()


def softened_text(text: str) -> str:
    """A shouted text in small letters, with capitals where sentences begin. Anything else stays."""
    if not is_shouting(text):
        return text
    lower = _WORD.sub(lambda found: found[0] if found[0] in _LETTERS_IN_TEXT else found[0].lower(), text)
    return "".join(_begun(part) for part in re.split(r"((?:^|[.!?])\s*)", lower))
