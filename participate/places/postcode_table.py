"""The packed table of the borough's postcodes: postcode → ward and 250 m square.

A text file, one postcode a line, sorted, so that a change can be read in a diff:

    participate postcodes 1        the format
    E05014053 E05014054 …          the wards, numbered from 0
    IG110AB 2 22571129             live: ward, square
    IG110BX 8 dead                 no longer used; it lay in or near ward 8
    IG110HP - dead                 no longer used; its ward is not known
    IG110AD - outside              shares the first half with us, lies in another borough
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from participate.places.rules.postcodes import PostcodeDead, PostcodeOutside, PostcodeUnknown, outcode_of

FORMAT = "participate postcodes 1"
SHIPPED = Path(__file__).parent / "data" / "postcodes.txt"
FILE_NAME = "postcodes.txt"


class Use(StrEnum):
    """What a postcode is to the borough."""

    LIVE = "live"
    DEAD = "dead"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Entry:
    """One postcode: its use; the GSS code of its ward (a hint when dead) and its square, where known."""

    use: Use
    ward_code: str | None = None
    square: int | None = None


class BadTable(Exception):
    """The file is not a packed postcode table of this format."""


class PostcodeTable:
    """A packed table, whose lines are read only where asked.

    `lines` holds, by postcode without its space, the rest of the line.
    """

    def __init__(self, wards: list[str], lines: Mapping[str, str]) -> None:
        self.wards = wards
        self.lines = lines
        self.outcodes = frozenset(postcode[:-3] for postcode in lines)

    def find(self, postcode: str) -> Entry | None:
        """What is known of a canonical postcode."""
        line = self.lines.get(postcode.replace(" ", ""))
        if line is None:
            return None
        ward, last = line.split(" ")
        ward_code = None if ward == "-" else self.wards[int(ward)]
        return Entry(Use.LIVE, ward_code, int(last)) if last.isdecimal() else Entry(Use(last), ward_code)

    def look_up(self, postcode: str, borough: str) -> Entry:
        """The live entry of a canonical `postcode`. Raises PostcodeDead, PostcodeOutside or PostcodeUnknown.

        `borough` is the name that a message may say.
        """
        entry = self.find(postcode)
        if entry is None and outcode_of(postcode) in self.outcodes:
            raise PostcodeUnknown
        if entry is None or entry.use is Use.OUTSIDE:
            raise PostcodeOutside(borough=borough)
        if entry.use is Use.DEAD:
            raise PostcodeDead(ward_code=entry.ward_code)
        return entry

    def entries(self) -> dict[str, Entry]:
        """Everything, by canonical postcode."""
        spaced = (f"{postcode[:-3]} {postcode[-3:]}" for postcode in self.lines)
        return {postcode: entry for postcode in spaced if (entry := self.find(postcode)) is not None}


def pack(entries: Mapping[str, Entry]) -> str:
    """`entries` as the text of a table file. The same entries give the same text."""
    wards = sorted({entry.ward_code for entry in entries.values() if entry.ward_code})
    number = {code: str(place) for place, code in enumerate(wards)}
    lines = [FORMAT, " ".join(wards)]
    for postcode in sorted(entries):
        entry = entries[postcode]
        ward = number[entry.ward_code] if entry.ward_code else "-"
        last = str(entry.square) if entry.use is Use.LIVE else entry.use.value
        lines.append(f"{postcode.replace(' ', '')} {ward} {last}")
    return "\n".join(lines) + "\n"


def unpack(text: str) -> PostcodeTable:
    """The table from the text of a file. Raises BadTable."""
    first, _, rest = text.partition("\n")
    wards, _, lines = rest.partition("\n")
    if first != FORMAT or not lines.endswith("\n"):
        raise BadTable
    try:
        return PostcodeTable(wards.split(), dict(line.split(" ", 1) for line in lines.splitlines()))
    except ValueError as trouble:
        raise BadTable from trouble


def save(entries: Mapping[str, Entry], data_folder: Path) -> None:
    """Make `entries` the table in use. The file is there whole or not at all."""
    data_folder.mkdir(parents=True, exist_ok=True)
    draft = data_folder / f".{FILE_NAME}.part"
    draft.write_text(pack(entries), "ascii")
    draft.replace(data_folder / FILE_NAME)


def table(data_folder: Path | None = None) -> PostcodeTable:
    """The table in use: the one imported into `data_folder`, else the shipped one.

    Kept in memory until its file changes, so that an import reaches every running process.
    """
    own = data_folder / FILE_NAME if data_folder else None
    file = own if own is not None and own.is_file() else SHIPPED
    return _read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int) -> PostcodeTable:
    return unpack(file.read_text("ascii"))
