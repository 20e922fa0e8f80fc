"""A measure told apart: by theme, by channel, by stage, by what people said about themselves."""

from collections.abc import Mapping

from flask_babel import gettext as _

from participate.core.words import mark
from participate.insight.disclosure.table import Key, Safe
from participate.insight.measures import Measure
from participate.insight.showing.charts import Bars, bars
from participate.insight.showing.numbers import lowered
from participate.insight.words import BOROUGH, Split
from participate.profiles.words import Theme
from participate.projects.words import Stage

NAMES = {
    **{f"{Split.THEME}:{theme}": theme.label for theme in Theme},
    **{f"{Split.STAGE}:{stage}": stage.label for stage in Stage},
    f"{Split.CHANNEL}:sign_up": mark("Signed up here"),
    f"{Split.CHANNEL}:walk_in": mark("Walked in"),
    f"{Split.CHANNEL}:paper": mark("On paper"),
    f"{Split.CHANNEL}:poster": mark("A poster"),
    f"{Split.CHANNEL}:slip": mark("A slip of paper"),
    f"{Split.CHANNEL}:newspaper": mark("The newspaper"),
    f"{Split.CHANNEL}:message": mark("A message"),
    f"{Split.CHANNEL}:invite": mark("An invitation"),
    f"{Split.AGE}:65+": mark("65 or over"),
    f"{Split.ETHNIC}:asian": mark("Asian"),
    f"{Split.ETHNIC}:black": mark("Black"),
    f"{Split.ETHNIC}:mixed": mark("Mixed"),
    f"{Split.ETHNIC}:white": mark("White"),
    f"{Split.ETHNIC}:other": mark("Other"),
    f"{Split.DISABILITY}:yes": mark("Disabled"),
    f"{Split.DISABILITY}:no": mark("Not disabled"),
    f"{Split.LENGTH}:once": mark("Once only"),
    f"{Split.LENGTH}:two_three": mark("2 or 3 times"),
    f"{Split.LENGTH}:four_more": mark("4 times and more"),
}
RATHER_NOT = mark("Rather not say")
# What has an order of its own keeps it: how far a project is, how often somebody came.
IN_ORDER = {code: place for place, code in enumerate(NAMES) if code.startswith((Split.STAGE, Split.LENGTH))}


def chart(
    measure: Measure,
    split: str,
    table: Mapping[Key, Safe],
    where: str = BOROUGH,
    names: Mapping[str, str] | None = None,
) -> Bars | None:
    """Bars of one split of an area in one period, in their own order or the longest first; None for nothing.

    `names`: of what people named themselves, such as goals ("goal:purpose-3").
    """
    start = f"{split}:"
    cells = [
        (code, (names or {}).get(code) or name_of(code), found)
        for (area, code), found in table.items()
        if area == where and code.startswith(start)
    ]
    if not cells:
        return None
    ordered = [(name, found) for _code, name, found in sorted(cells, key=lambda each: _place(*each))]
    named = _(Split(split).label)
    title = _("%(measure)s by %(split)s", measure=_(measure.name), split=lowered(named))
    return bars(f"by-{split}", title, named, measure, ordered)


def _place(code: str, name: str, found: Safe) -> tuple[int, int, str]:
    """Where a bar stands among the others: in its own order, else by its length and its name."""
    if code.startswith(f"{Split.AGE}:"):
        return 0, 0, code
    return (IN_ORDER[code], 0, "") if code in IN_ORDER else (0, -(found.value or 0), name)


def name_of(code: str) -> str:
    """What a split is called: a known name, else its own value ("25-34")."""
    value = code.partition(":")[2]
    if value.startswith("rather_not"):
        return _(RATHER_NOT)
    if code in NAMES:
        return _(NAMES[code])
    first, to, last = value.partition("-")
    if to and first.isdecimal() and last.isdecimal():
        return _("%(first)s to %(last)s", first=first, last=last)
    return value.replace("_", " ").replace("-", " ").capitalize()
