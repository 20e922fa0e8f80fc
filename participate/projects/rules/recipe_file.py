"""Recipes in a file: what may stand in it, read line by line. See `write_file` for the form.

Whatever the file holds, the answer is recipes and refusals, never an error of ours.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from participate.core.text import clean_line, clean_text, has_unprintable
from participate.places.files.report import BadFile, BadRow
from participate.profiles.words import Theme
from participate.projects.rules.family import GoesRound, check_parent
from participate.projects.rules.made_recipes import LONGEST_STEP, MOST_STEPS

VERSION, MARK = 1, "participate_recipes"
MOST_RECIPES, MOST_MATCH_WORDS, LONGEST_MATCH_WORD = 2_000, 40, 40
# The fields in words: the longest that each may be, and whether it must be there.
FIELDS: dict[str, tuple[int, bool]] = {
    "name": (80, True), "summary": (400, True), "space": (200, True), "materials": (300, True),
    "skills": (300, True), "people": (60, True), "rhythm": (120, True), "starter_time": (120, True),
    "joiner_time": (120, True), "take_home": (120, False), "flags": (120, False), "seen_in": (200, False),
    "credit": (200, False), "borough": (80, False),
}  # fmt: skip
_MARKUP = re.compile(r"<[a-zA-Z/!?]")


@dataclass(frozen=True)
class RecipeRow:
    """One good recipe of a file: its fields as the table has them, and the key of the one that it grew from."""

    key: str
    facts: Mapping[str, Any]
    parent_key: str | None
    number: int


@dataclass
class ReadFile:
    """What a file holds: good recipes, and a line for each that is refused."""

    good: list[RecipeRow] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def read_file(text: str, *, biggest: int) -> ReadFile:
    """The recipes of a file of at most `biggest` characters. Raises BadFile."""
    rows, borough = _rows_of(text, biggest)
    found, seen = ReadFile(), set[str]()
    for number, row in enumerate(rows, start=1):
        try:
            good = read_recipe(row, borough, number)
            if good.key in seen:
                raise BadRow("the same key stands in this file twice")
        except BadRow as bad:
            found.refused.append(f"recipe {number}: {bad}")
        else:
            seen.add(good.key)
            found.good.append(good)
    return found


def _rows_of(text: str, biggest: int) -> tuple[Sequence[object], str]:
    """The raw recipes and the borough of a file."""
    if len(text) > biggest:
        raise BadFile(f"it is larger than {biggest // 1000} thousand letters")
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise BadFile("it is not a file of recipes: it cannot be read as JSON") from None
    if not isinstance(held, dict) or held.get(MARK) != VERSION or isinstance(held.get(MARK), bool):
        raise BadFile(f"it is not a file of recipes of version {VERSION}")
    rows = held.get("recipes")
    if not isinstance(rows, list):
        raise BadFile("it holds no list of recipes")
    if len(rows) > MOST_RECIPES:
        raise BadFile(f"it holds more than {MOST_RECIPES} recipes")
    try:
        return rows, _words(held, "borough", FIELDS["borough"][0], needed=False)
    except BadRow as bad:
        raise BadFile(str(bad)) from None


def read_recipe(row: object, borough: str, number: int) -> RecipeRow:
    """One recipe. `borough` is that of the file, for a recipe that names none. Raises BadRow."""
    if not isinstance(row, dict):
        raise BadRow("it is not a recipe")
    facts: dict[str, Any] = {
        name: _words(row, name, longest, needed=needed) for name, (longest, needed) in FIELDS.items()
    }
    facts["theme"] = _theme(row.get("theme"))
    facts["steps"] = _list(row, "steps", MOST_STEPS, LONGEST_STEP)
    facts["match_words"] = _list(row, "match_words", MOST_MATCH_WORDS, LONGEST_MATCH_WORD)
    facts["borough"] = facts["borough"] or borough
    parent = row.get("grown_from")
    return RecipeRow(_key(row.get("key"), "key"), facts, None if parent is None else _key(parent, "grown_from"), number)


def _words(row: Mapping[str, object], name: str, longest: int, *, needed: bool) -> str:
    value = row.get(name, "")
    if not isinstance(value, str):
        raise BadRow(f"its {name} is not words")
    if has_unprintable(value):
        raise BadRow(f"its {name} holds signs that cannot be shown")
    if _MARKUP.search(value):
        raise BadRow(f"its {name} holds markup")
    words = clean_line(value) if name != "summary" else clean_text(value)
    if needed and not words:
        raise BadRow(f"it has no {name}")
    if len(words) > longest:
        raise BadRow(f"its {name} has more than {longest} letters")
    return words


def _list(row: Mapping[str, object], name: str, most: int, longest: int) -> list[str]:
    value = row.get(name, [])
    if not isinstance(value, list):
        raise BadRow(f"its {name} are not a list")
    if len(value) > most:
        raise BadRow(f"it has more than {most} {name}")
    return [words for each in value if (words := _words({name: each}, name, longest, needed=False))]


def _theme(value: Any) -> Theme:
    try:
        return Theme(value)
    except ValueError:
        raise BadRow("its theme is none of ours") from None


def _key(value: object, name: str) -> str:
    try:
        if isinstance(value, str) and len(value) == 36:
            return str(UUID(value))
    except ValueError:
        pass
    raise BadRow(f"its {name} is not a key")


def without_circles(rows: Sequence[RecipeRow], parents: Mapping[str, str | None]) -> tuple[list[RecipeRow], list[str]]:
    """The rows that no family would go round by, and a line for each other. `parents`: of the recipes here, by key."""
    numbers = {key: number for number, key in enumerate({*parents, *(row.key for row in rows)}, start=1)}
    family = {numbers[key]: numbers.get(parent or "") for key, parent in parents.items()}
    good, refused = [], []
    for row in rows:
        own, parent = numbers[row.key], numbers.get(row.parent_key or "")
        try:
            check_parent(family, own, parent)
        except GoesRound:
            refused.append(f"recipe {row.number}: it would grow from itself")
        else:
            family.setdefault(own, parent)
            good.append(row)
    return good, refused


def write_file(borough: str, recipes: Iterable[Mapping[str, Any]]) -> str:
    """A file of recipes: JSON in UTF-8.

    {"participate_recipes": 1, "borough": "…", "recipes": [{"key": UUID, "grown_from": UUID or null, "theme": "cook",
    "steps": ["…"], "match_words": ["…"], and the FIELDS in words}]}. `key` is the same in every borough for ever.
    """
    return json.dumps({MARK: VERSION, "borough": borough, "recipes": list(recipes)}, ensure_ascii=False, indent=1)
