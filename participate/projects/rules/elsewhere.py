"""One row of a table of projects done elsewhere: what we take from it, and when it is no use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from participate.core.text import clean_line, clean_text, shorten
from participate.places.files.report import BadRow
from participate.profiles.words import Theme
from participate.projects.rules.names import readable_name, softened_text
from participate.projects.rules.themes import theme_of

NEEDED = ("id", "source", "title", "text")
READ = (
    *NEEDED, "org_name", "programme", "tags_manual", "tags_rules", "place_text", "place_source", "ward_code",
    "ward_name", "lad_name",
)  # fmt: skip
LONGEST_TEXT, LONGEST_PLACE = 2000, 80
# More than this is no description but a broken table.
MOST_TEXT, FEWEST_LETTERS = 20_000, 15
LONGEST_SOURCE, LONGEST_KEY = 60, 80
GUESS = "text_match"  # a place that was only guessed from the words
_WARD_CODE = re.compile(r"[ENSW]\d{8}")
_LEFT_OUT = re.compile(r"\s*\[(?:postcode|link|name|email|phone)\]\s*")
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?(?:\s+\d[a-z]{2})?\b", re.IGNORECASE)
# Signs that an older Macintosh wrote, read in a wrong alphabet.
_MENDED = str.maketrans({"メ": "’", "ム": "‘", "ヨ": "–", "モ": "”"})
# Control characters and lone surrogates, but for tabs and line ends. The latter stand for bytes that are not UTF-8.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_OF = re.compile(r", (?:City|County) of$")


@dataclass(frozen=True)
class Done:
    """A project that was done elsewhere. `place_code` is the GSS code of its ward, or ""."""

    source: str
    source_key: str
    name: str
    about: str
    theme: Theme
    place_code: str
    place_text: str


def read_row(row: Mapping[str | None, str | None]) -> Done:
    """What a row says. Raises BadRow, with the reason, when its text is no use."""
    cells = _cells(row)
    about = _about(cells["text"])
    name = readable_name(
        clean_line(cells["title"].translate(_MENDED)), clean_line(cells["org_name"]), cells["programme"], about
    )
    by_hand, by_rule = (_tags(cells[column]) for column in ("tags_manual", "tags_rules"))
    return Done(
        source=cells["source"],
        source_key=cells["id"],
        name=name,
        about=softened_text(about),
        theme=theme_of(name, about, by_hand, by_rule),
        place_code=cells["ward_code"] if _WARD_CODE.fullmatch(cells["ward_code"]) else "",
        place_text=place_of(cells),
    )


def _cells(row: Mapping[str | None, str | None]) -> dict[str, str]:
    """The cells that we read, by column, trimmed; "" where the table has no such column.

    Raises BadRow when the row is broken.
    """
    if None in row:
        raise BadRow("it has more cells than the heading")
    if any(cell is None for cell in row.values()):
        raise BadRow("it has fewer cells than the heading")
    cells = {name: (row.get(name) or "").strip() for name in READ}
    if any(_NO_TEXT.search(cell) for cell in cells.values()):
        raise BadRow("it holds signs that are no text, or is not written in UTF-8")
    for column, longest in (("source", LONGEST_SOURCE), ("id", LONGEST_KEY)):
        if not 0 < len(cells[column]) <= longest:
            raise BadRow(f"its {column} is empty or longer than {longest} letters")
    return cells


def _about(text: str) -> str:
    if len(text) > MOST_TEXT:
        raise BadRow(f"its text has more than {MOST_TEXT:,} letters")
    about = clean_text(text.translate(_MENDED))
    if not about:
        raise BadRow("its text is empty")
    if sum(map(str.isalpha, about)) < FEWEST_LETTERS:
        raise BadRow("its text says too little")
    return about if len(about) <= LONGEST_TEXT else shorten(about, LONGEST_TEXT)


def _tags(cell: str) -> list[str]:
    return [tag.strip() for tag in cell.split(";") if tag.strip()]


def place_of(cells: Mapping[str, str]) -> str:
    """Where it was, as people say it: ward and town, else a town, else nothing. A guess is nothing."""
    if cells["place_source"] == GUESS:
        return ""
    town = _OF.sub("", cells["lad_name"])
    ward = cells["ward_name"]
    if ward:
        return shorten(f"{ward}, {town}" if town and town != ward else ward, LONGEST_PLACE)
    told = _POSTCODE.sub("", _LEFT_OUT.sub(" ", cells["place_text"]))
    parts = dict.fromkeys(part for part in (clean_line(piece) for piece in told.split(",")) if part)
    return shorten(town or ", ".join(parts), LONGEST_PLACE)
