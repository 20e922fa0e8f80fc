"""Reads the content files into plain shapes, once. A file that lacks something fails here, at the first use."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

from participate.profiles.words import Theme
from participate.projects.words import NeedKind

FOLDER = Path(__file__).parent
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKS = {"weekly": 1, "fortnightly": 2, "monthly": 4}


@dataclass(frozen=True)
class WardPlaces:
    """Where people of a ward meet: names of streets and of greens."""

    code: str
    weight: float
    streets: tuple[str, ...]
    greens: tuple[str, ...]


@dataclass(frozen=True)
class Community:
    """First names, the two halves of made-up surnames, and the language of some of their lines."""

    share: int
    first: tuple[str, ...]
    head: tuple[str, ...]
    tail: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Activity:
    """Something to do, as a verb ("bake bread") and as a thing done ("baking bread")."""

    do: str
    doing: str
    use: str


@dataclass(frozen=True)
class When:
    """When a project meets: weekdays (0 is Monday), London time, minutes, every how many weeks."""

    days: tuple[int, ...]
    start: time
    minutes: int
    every: int
    school_days: bool


@dataclass(frozen=True)
class Lack:
    """A need, as a project says it."""

    kind: NeedKind
    words: str
    how_long: str


@dataclass(frozen=True)
class Variant:
    """A local project made from a recipe. `name` and `about` hold {street}, {green} or {host}."""

    recipe: str
    theme: Theme
    name: str
    about: str
    when: When
    at: str
    seats: int
    home: str
    bring: str
    cost_pence: int
    children: bool
    quiet: bool
    lacks: tuple[Lack, ...]


def typeset(text: str) -> str:
    """Words that the house itself prints, with curly apostrophes. What residents type stays as typed."""
    return text.replace("'", "’")


def _toml(name: str) -> dict[str, Any]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _csv(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def wards() -> tuple[WardPlaces, ...]:
    """The wards, in order of their codes."""
    return tuple(
        WardPlaces(w["code"], w["weight"], tuple(map(typeset, w["streets"])), tuple(map(typeset, w["greens"])))
        for w in _toml("wards")["ward"]
    )


@cache
def communities() -> tuple[Community, ...]:
    """Whose names are heard here."""
    return tuple(
        Community(c["share"], tuple(c["first"]), tuple(c["head"]), tuple(c["tail"]), c.get("language", ""))
        for c in _toml("names")["community"]
    )


@cache
def activities() -> dict[Theme, tuple[Activity, ...]]:
    """What people do, by theme."""
    rows = _csv("activities")
    return {
        theme: tuple(Activity(r["do"], r["doing"], r["use"]) for r in rows if r["theme"] == theme) for theme in Theme
    }


@cache
def lines(name: str) -> Mapping[str, Any]:
    """The templates and whole lines of "interests" or "skills"; the lines of "in_languages"."""
    return _toml(name)


@cache
def tables(name: str) -> tuple[Mapping[str, Any], ...]:
    """The tables of "hubs", "organisations", "ideas" or "cast"."""
    (rows,) = _toml(name).values()
    return tuple(rows)


@cache
def spaces() -> tuple[Mapping[str, Any], ...]:
    """The spaces, indoors and out."""
    return tuple(_toml("spaces_indoors")["space"] + _toml("spaces_outdoors")["space"])


@cache
def materials() -> tuple[Mapping[str, str], ...]:
    """The materials: name, deal, how_many, how_long, about."""
    return tuple(_csv("materials"))


@cache
def variants() -> tuple[Variant, ...]:
    """Every local project of every recipe."""
    found = []
    for theme in Theme:
        for recipe, written in _toml(f"projects_{theme}").items():
            found += [_variant(recipe, theme, one) for one in written]
    return tuple(found)


def _variant(recipe: str, theme: Theme, one: Mapping[str, Any]) -> Variant:
    return Variant(
        recipe, theme, typeset(one["name"]), typeset(one["about"]), _when(one["when"]), one["at"], one["places"],
        typeset(one["home"]), typeset(one["bring"]), one.get("cost", 0), one.get("child", False),
        one.get("quiet", False), tuple(_lack(line) for line in one["needs"]),
    )  # fmt: skip


def _when(text: str) -> When:
    """ "mon,thu 18:30 45 weekly term" """
    days, start, minutes, rhythm, *term = text.split()
    return When(
        tuple(DAYS.index(day) for day in days.split(",")), time.fromisoformat(start), int(minutes), WEEKS[rhythm],
        term == ["term"],
    )  # fmt: skip


def _lack(text: str) -> Lack:
    kind, words, how_long = (part.strip() for part in text.split("|"))
    return Lack(NeedKind(kind), typeset(words), typeset(how_long))


def hours(text: Mapping[str, str]) -> dict[int, tuple[time, time]]:
    """{"tue": "10:00-17:00"} as weekday → opening and closing."""
    spans = {DAYS.index(day): span.split("-") for day, span in text.items()}
    return {day: (time.fromisoformat(opens), time.fromisoformat(closes)) for day, (opens, closes) in spans.items()}
