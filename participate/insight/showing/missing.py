"""Who is missing: what people said about themselves, beside the shares of the Census."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from participate.insight.disclosure.table import Key, Safe
from participate.insight.measures import BY_KEY
from participate.insight.rules.comparing import share
from participate.insight.showing.numbers import figure
from participate.insight.showing.splits import name_of
from participate.insight.words import BOROUGH, WHOLE, Split

ANSWERS = "equality_answers"
AGES = ("16-24", "25-34", "35-49", "50-64", "65+")
GROUPS = ("asian", "black", "mixed", "white", "other")
# Split → the ward figure of the Census that counts the same residents; and the figures that are all of them.
CENSUS = {
    **{f"{Split.AGE}:{age}": "age_" + age.replace("-", "_").replace("+", "_plus") for age in AGES},
    **{f"{Split.ETHNIC}:{group}": f"eth_{group}" for group in GROUPS},
    f"{Split.DISABILITY}:yes": "disabled",
}
WHOLES = {
    Split.AGE: tuple(CENSUS[f"{Split.AGE}:{age}"] for age in AGES),
    Split.ETHNIC: tuple(CENSUS[f"{Split.ETHNIC}:{group}"] for group in GROUPS),
    Split.DISABILITY: ("pop_2021",),
}
UNKNOWN = "–"  # in place of a share
WANTED = {*CENSUS.values(), "pop_2021"}


@dataclass(frozen=True)
class Beside:
    """A group: how many answers, their share of all answers, the share of residents; UNKNOWN where it is not known."""

    name: str
    text: str
    ours: str
    census: str


def tables(found: Mapping[Key, Safe], residents: Mapping[str, int]) -> list[tuple[str, list[Beside]]]:
    """(question, its groups) of those with published answers. `residents`: Census figure → people of the borough."""
    made = [(_(split.label), _lines(split, found, residents)) for split in WHOLES]
    return [(name, lines) for name, lines in made if lines]


def _lines(split: Split, found: Mapping[Key, Safe], residents: Mapping[str, int]) -> list[Beside]:
    whole, everybody = found.get((BOROUGH, WHOLE)), sum(residents.get(key, 0) for key in WHOLES[split])
    codes = [code for area, code in found if area == BOROUGH and code.startswith(f"{split}:")]
    lines = []
    for code in sorted(codes, key=lambda code: (code not in CENSUS, list(CENSUS).index(code) if code in CENSUS else 0)):
        one, census = found[BOROUGH, code], _residents(code, residents)
        lines.append(
            Beside(
                name_of(code), figure(BY_KEY[ANSWERS], one), _of_hundred(share(one, whole)), _census(census, everybody)
            )
        )
    return lines


def _residents(code: str, residents: Mapping[str, int]) -> int | None:
    """How many residents are in a group; None where the Census figure was not brought in."""
    if code == f"{Split.DISABILITY}:no":
        return residents["pop_2021"] - residents["disabled"] if "disabled" in residents else None
    return residents.get(CENSUS.get(code, ""))


def _census(people: int | None, everybody: int) -> str:
    return _of_hundred(round(100 * people / everybody) if people is not None and everybody else None)


def _of_hundred(percent: int | None) -> str:
    return UNKNOWN if percent is None else _("%(percent)s%%", percent=percent)
