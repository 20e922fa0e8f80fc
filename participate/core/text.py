"""Text as people type it: cleaned once at the door, so that nothing behind it needs to ask again."""

import re
import unicodedata

# Control characters have no place in words; the joiners U+200C and U+200D do (Urdu, Bengali, emoji), and so do
# the direction marks U+200E and U+200F. The embedding and override marks can turn a line round: they go.
_TURNERS = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")


def has_unprintable(text: str) -> bool:
    """Whether `text` holds a NUL, a lone surrogate or another control character that no keyboard makes."""
    return any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t" for c in text)


def _without_unprintable(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs") or c in "\n\r\t")


def clean_text(text: str) -> str:
    """Several lines: composed (NFC), line ends as `\\n`, spaces single, no turning marks, trimmed."""
    text = unicodedata.normalize("NFC", _without_unprintable(text))
    text = _TURNERS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()


def clean_line(text: str) -> str:
    """One line: as `clean_text`, with every line end a space."""
    return " ".join(clean_text(text).split())


def shorten(text: str, longest: int = 120) -> str:
    """At most `longest` characters, cut at a word, with an ellipsis where something went."""
    text = clean_line(text)
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > longest // 2 else cut).rstrip(" ,.;:") + "…"


def first_name(name: str) -> str:
    """The part of a name that strangers may see: its first word."""
    return name.split(" ", 1)[0] if name else ""


def short_name(name: str) -> str:
    """The first word of a name and the first letter of its last: "Cristina T"; for those who must tell two apart."""
    first, _space, rest = name.partition(" ")
    return f"{first} {rest.split()[-1][:1]}" if rest.split() else first


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a cleaned text, for a page to set one by one."""
    return [part for part in text.split("\n\n") if part]


def slug_of(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, for an address that a person can read."""
    folded = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")
