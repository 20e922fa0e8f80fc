"""The first four weeks of somebody who starts a recipe: one line a week, from what it takes and what is there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from participate.core.text import shorten
from participate.core.words import mark
from participate.projects.rules.recipe_needs import Lack
from participate.projects.words import NeedKind

LONGEST_THING, LONGEST_WHEN = 80, 60


@dataclass(frozen=True)
class WeekWords:
    """What to do in one week: words to translate, and what fills them."""

    words: str
    facts: dict[str, str] = field(default_factory=dict)


_TELL = mark("Tell two neighbours about “%(name)s”. Ask them to come to the first one.")
_TELL_AND_ASK = mark("Tell two neighbours about “%(name)s”, and ask around for this: %(person)s.")
_SPACE = mark("Find the place and look at it together: %(space)s. Ask the hub if you know none.")
_SPACE_THERE = mark("Go and look at the place. Where is the door, the light, the toilet? Agree the day.")
_STREET = mark("Walk round together and pick the spot where you meet.")
_THINGS = mark("Collect what is still missing: %(things)s. Set the first date.")
_THINGS_THERE = mark("Set the first date, and put up the invite where neighbours pass.")
_FIRST = mark("Do it for the first time (%(when)s), small and short. Say thank you, and choose the next date.")
_FIRST_SOON = mark("Do it for the first time, small and short. Say thank you, and choose the next date.")


def weeks_of(name: str, needs: Sequence[Lack], there: Collection[Lack], when: str = "") -> list[WeekWords]:
    """The four lines. `needs`: what the recipe takes; `there`: which of it the starter has; `when`: her own words."""
    open_needs = [need for need in needs if need not in there]
    return [
        _week_of_people(name, open_needs),
        _week_of_space(needs, open_needs),
        _week_of_things(open_needs),
        WeekWords(_FIRST, {"when": shorten(when, LONGEST_WHEN)}) if when else WeekWords(_FIRST_SOON),
    ]


def _week_of_people(name: str, open_needs: Sequence[Lack]) -> WeekWords:
    people = _words(open_needs, NeedKind.PERSON)
    if not people:
        return WeekWords(_TELL, {"name": name})
    return WeekWords(_TELL_AND_ASK, {"name": name, "person": _within(people[0])})


def _week_of_space(needs: Sequence[Lack], open_needs: Sequence[Lack]) -> WeekWords:
    if spaces := _words(open_needs, NeedKind.SPACE):
        return WeekWords(_SPACE, {"space": _within(spaces[0])})
    return WeekWords(_SPACE_THERE if _words(needs, NeedKind.SPACE) else _STREET)


def _week_of_things(open_needs: Sequence[Lack]) -> WeekWords:
    things = _words(open_needs, NeedKind.MATERIAL)
    if not things:
        return WeekWords(_THINGS_THERE)
    return WeekWords(_THINGS, {"things": _within(", ".join(map(_within, things[:3])))})


def _words(needs: Sequence[Lack], kind: NeedKind) -> list[str]:
    return [words for each, words in needs if each is kind]


def _within(words: str) -> str:
    """A note as it stands inside a sentence."""
    small = words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
    return shorten(small, LONGEST_THING)
