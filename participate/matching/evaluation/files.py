"""Reading the files of an open set, line by line, with a clear word where one cannot be read."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class NotReadable(Exception):
    """A folder is not as its layout says. The message names the file, and the line where there is one."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a set: an item, a document or a question. `point` is (latitude, longitude) in degrees."""

    name: str
    title: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    place: str | None = None
    point: tuple[float, float] | None = None

    @property
    def whole(self) -> str:
        """All its words, for methods that know no title."""
        return " ".join((self.title, *self.tags, self.body)).strip()


def read_language(folder: Path) -> str | None:
    """The language that `meta.json` names; None where there is no such file or no such word in it."""
    file = folder / "meta.json"
    if not file.is_file():
        return None
    try:
        meta = json.loads(file.read_text(encoding="utf-8-sig"))
    except (ValueError, OSError) as error:
        raise NotReadable(f"{file}: this is not JSON ({error}).") from None
    language = meta.get("language") if isinstance(meta, dict) else None
    return language if isinstance(language, str) and language else None


def read_texts(file: Path) -> tuple[Text, ...]:
    """The texts of a `.jsonl` file in order. A name that comes twice counts the first time."""
    found: dict[str, Text] = {}
    for number, line in enumerate(_lines(file), 1):
        if line.strip():
            text = _text(file, number, line)
            found.setdefault(text.name, text)
    return tuple(found.values())


def read_rows(file: Path, delimiter: str = ",") -> Iterator[tuple[str, ...]]:
    """The rows of a table with a heading, without the heading."""
    for number, row in enumerate(csv.reader(_lines(file), delimiter=delimiter)):
        if number and row:
            if len(row) < 2:
                raise NotReadable(f"{file}, line {number + 1}: a row needs two columns.")
            yield tuple(cell.strip() for cell in row)


def read_names(file: Path) -> tuple[str, ...]:
    """One name a line, each once."""
    return tuple(dict.fromkeys(line.strip() for line in _lines(file) if line.strip()))


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise NotReadable(f"{file}: this is not UTF-8 text.") from None
    except OSError:
        raise NotReadable(f"{file}: there is no such file to read.") from None


def _text(file: Path, number: int, line: str) -> Text:
    try:
        facts = json.loads(line)
    except ValueError:
        raise NotReadable(f"{file}, line {number}: this is not JSON.") from None
    if not isinstance(facts, dict) or facts.get("_id") in (None, ""):
        raise NotReadable(f"{file}, line {number}: an object with an “_id” is needed.")
    tags = facts.get("tags") or ()
    return Text(
        str(facts["_id"]),
        str(facts.get("title") or ""),
        str(facts.get("text") or ""),
        tuple(map(str, [tags] if isinstance(tags, str) else tags)),
        str(facts["place"]) if facts.get("place") not in (None, "") else None,
        _point(facts),
    )


def _point(facts: dict[str, Any]) -> tuple[float, float] | None:
    try:
        return float(facts["lat"]), float(facts["lon"])
    except (KeyError, TypeError, ValueError):
        return None
