"""Ways round the hub to a person, to her door or to her money, as people write them. Pure.

Each function gives the pieces that it sees in plain words (see `spelling`).
"""

import re
from collections.abc import Iterator

_GAP = r"[\s().\-/_*]{0,3}"
_UK_PHONE = re.compile(rf"(?<![\w£])\(?(?:\+44{_GAP}(?:\(0\))?|0044|0){_GAP}(?:[1-9]{_GAP})(?:\d{_GAP}){{8,9}}(?![\w])")
_BARE_MOBILE = re.compile(r"(?<![\w£.,])7\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\w)")
_ABROAD = re.compile(rf"(?<!\w)\+[1-9](?:{_GAP}\d){{8,13}}(?!\w)")
_CALLED = re.compile(
    r"\b(?:call|ring|phone|tel|telephone|mobile|mob|text|txt|whats\s?app|number is)\b[^\d\n.]{0,24}"
    r"(\d(?:[\s-]?\d){6,11})(?!\w)",
    re.IGNORECASE,
)
_ENDS = "com|co|uk|org|net|info|biz|eu|london"
_EMAIL = re.compile(r"[^\s@<>()]{1,64}\s?@\s?[^\s@<>()]{1,64}\s?\.\s?\w{2,}")
_WHOLE_EMAIL = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,64}\.\w{2,}")
_AT, _DOT = r"(?:\(at\)|\[at\]|\{at\}|<at>|\bat\b|@)", r"(?:\(dot\)|\[dot\]|\{dot\}|\bdot\b|\.)"
_HOUSES = "gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|live|aol|sky|protonmail|proton|msn|ymail|me"
_SAID_EMAIL = re.compile(
    rf"[\w.+-]{{1,64}}\s*{_AT}\s*(?:(?:{_HOUSES})\s*{_DOT}\s*\w{{2,}}"
    rf"|[\w-]{{1,63}}\s*(?:\(dot\)|\[dot\]|\{{dot\}}|\bdot\b)\s*(?:{_ENDS})\b"
    rf"|(?:gmail|googlemail|hotmail|icloud|btinternet|protonmail|ymail)\b)",
    re.IGNORECASE,
)
_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK"
    "|FY|G|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW"
    "|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC"
    "|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_POSTCODE = re.compile(
    rf"\b(?:(?:{_AREAS})\d[A-Z\d]?\s{{0,2}}\d\s?[ABD-HJLNP-UW-Z]{{2}}"
    rf"|(?i:(?:{_AREAS})\d[a-z\d]?\s?\d(?!(?-i:st|nd|rd|th)\b)[abd-hjlnp-uw-z]{{2}}))\b"
    rf"|\b(?:RM|IG)\s\d{{1,2}}\s\d\s?[ABD-HJLNP-UW-Z]{{2}}\b"
)
_WAYS = (
    "street|st|road|rd|avenue|ave|av|lane|ln|close|cl|drive|way|gardens|gdns|crescent|cres|court|place|terrace|grove"
    "|mews|square|walk|hill|row|parade|house|tower|point"
)
_AFTER = "min|mins|minute|minutes|people|neighbours|children|adults|of|from|in|on|off|to|m|pm|am|miles|hours|or|and"
_HOUSE = re.compile(
    rf"(?<![\d.:£-])\b\d{{1,4}}\s?[a-d]?,?\s+(?!(?:{_AFTER})\b)(?:the\s+)?"
    rf"[A-Za-z][\w'.-]+(?:\s+[A-Z][\w'.-]+)?"
    rf"\s+(?:{_WAYS})\b",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:flat|apartment|apt\.?|maisonette|(?:house|door|flat) number)\s*(?:no\.?\s*)?\d+[a-z]?\b", re.I
)
_LIVE = re.compile(
    r"\b(?:i live|we live|i'm|my (?:house|home|flat|place) is|our (?:house|home|flat) is|she lives|he lives|knock)\s+"
    r"(?:at|on|in)?\s*(?:the door of\s+)?(?:number|no\.?|#)\s?\d+",
    re.IGNORECASE,
)
_SORT = r"\d{2}[\s-]?\d{2}[\s-]?\d{2}"
_BANK = (
    re.compile(rf"\b(?:sort\s?code|s/c)\b\D{{0,14}}{_SORT}(?!\d)", re.I),
    re.compile(r"\b(?:account|acct?|acc|a/c)\b\.?\D{0,22}\d(?:[\s-]?\d){6,8}(?!\d)", re.I),
    re.compile(r"(?<!\d)\d{2}-\d{2}-\d{2}\D{1,12}\d{8}(?!\d)"),
    re.compile(r"\bGB\d{2}\s?[A-Z]{4}(?:\s?\d){14}\b", re.I),
    re.compile(r"\bIBAN\b\W{0,4}[A-Z]{2}\d{2}[\sA-Z\d]{8,}", re.I),
    re.compile(r"\b(?:paypal|monzo|revolut)\.me/\S+", re.I),
    re.compile(r"\b(?:pay\s?pal|monzo|revolut|cash\s?app)\s+(?:me\s+)?(?:at|to|on|is|:|@|\$)\s*[\w@$£.]+", re.I),
    re.compile(r"\b(?:cvv|cvc|security code|card pin|pin is|pin number is)\b\D{0,8}\d{3,4}(?!\d)", re.I),
)
_CARD = re.compile(r"(?<![\w+])\d(?:[ -]?\d){12,18}(?!\w)")
_LINK = re.compile(
    r"\bhttps?:\s?/\s?/|\bhxxps?:|\bw\s?w\s?w\s?[.\s]\s?[\w-]{1,63}\s?\.\s?\w+"
    rf"|\b[\w-]{{2,}}(?:\.[\w-]+)*\.(?:{_ENDS}|ly|gg|xyz|ru|top)\b(?:/\S*)?"
    r"|\b[\w-]{1,63}\.(?:me|to|be|io|app|shop|link|site|online|live|tv|club|gl|co)/\S+"
    r"|\b[\w-]{2,63}\s*(?:\(dot\)|\[dot\]|\bdot\b)\s*(?:com|co|org|net|uk)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@.])@[A-Za-z][\w.]{2,}"
    r"|\b(?:snap(?:chat)?|insta(?:gram)?|telegram|tik\s?tok|facebook|fb|discord|skype|whats\s?app)\b"
    r"(?:\s+(?:me|us|name|user(?:name)?|handle|id|is|as|under|add))*\s*[:=@]\s*@?[\w.]{3,}"
    r"|\b(?:on|my|add me on)\s+(?:snap(?:chat)?|insta(?:gram)?|telegram|tik\s?tok|discord|skype)\s+"
    r"(?:(?:i'm|im|i am|as|is|name is)\s+)+[\w.]{3,}",
    re.IGNORECASE,
)


def phones(words: str) -> Iterator[str]:
    """Telephone numbers; not the numbers of cards and books, nor dates."""
    for pattern in (_UK_PHONE, _BARE_MOBILE, _ABROAD):
        yield from (found.group() for found in pattern.finditer(words))
    yield from (found.group(1) for found in _CALLED.finditer(words))


def emails(words: str) -> Iterator[str]:
    """E-mail addresses, written or said."""
    for pattern in (_EMAIL, _SAID_EMAIL):
        yield from (found.group() for found in pattern.finditer(words))


def postcodes(words: str) -> Iterator[str]:
    """Postcodes of the country; not "PS4 2nd hand"."""
    yield from (found.group() for found in _POSTCODE.finditer(words))


def addresses(words: str) -> Iterator[str]:
    """A number and its street, a flat, "I live at number 12"; not "5 minutes from Green Lane"."""
    for pattern in (_HOUSE, _FLAT, _LIVE):
        yield from (found.group() for found in pattern.finditer(words))


def bank_details(words: str) -> Iterator[str]:
    """Sort codes and accounts, cards, pages that take money."""
    for pattern in _BANK:
        yield from (found.group() for found in pattern.finditer(words))
    yield from (found.group() for found in _CARD.finditer(words) if _is_card(found.group()))


def links(words: str) -> Iterator[str]:
    """Addresses of sites, and names on them."""
    without = _WHOLE_EMAIL.sub(" ", words)
    for pattern in (_LINK, _HANDLE):
        yield from (found.group() for found in pattern.finditer(without))


def _is_card(piece: str) -> bool:
    """Whether the check figure of a card fits (Luhn), and it is no book's number."""
    figures = [int(c) for c in piece if c.isdigit()]
    if len(figures) == 13 and figures[:2] == [9, 7]:
        return False
    doubled = [sum(divmod(2 * each, 10)) for each in figures[-2::-2]]
    return (sum(doubled) + sum(figures[-1::-2])) % 10 == 0
