"""The map of the wards: what each shows, in which step of five, and the same as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import format_decimal
from flask_babel import gettext as _

from participate.insight.disclosure.table import Safe
from participate.insight.drawing.shapes import Shape, Sheet
from participate.insight.measures import BY_KEY, Measure
from participate.insight.queries.areas import WardArea
from participate.insight.rules.comparing import Scale, of_each_thousand, scale_of
from participate.insight.showing.numbers import figure
from participate.insight.words import Shown
from participate.places.data.wards import WARDS

_FACTS = {ward.code: ward for ward in WARDS}
AWAY = "away"
DARK = 4  # from this step on words are light


@dataclass(frozen=True)
class OnMap:
    """A ward on the map and in the table. `rate`: for each 1,000 residents; `text`: the count behind it."""

    ward: WardArea
    short: str
    rate: float | None
    brief: str
    text: str
    look: str
    ink: str
    tile: tuple[int, int] | None
    shape: Shape | None = None


@dataclass(frozen=True)
class Map:
    """The wards of one figure. `sheet`: none for the map of tiles. `key`: the words of the five steps."""

    title: str
    said: str
    unit: str
    wards: tuple[OnMap, ...]
    key: tuple[str, ...]
    sheet: Sheet | None = None
    note: str = ""
    save: str = ""

    @property
    def untold(self) -> bool:
        """Whether there is nothing on it: wards are joined for such a time, or none may be told."""
        return all(ward.look == AWAY for ward in self.wards)

    @property
    def size(self) -> tuple[int, int]:
        """Of the map alone, without its key."""
        if self.sheet is not None:
            return self.sheet.width, self.sheet.height
        tiles = [ward.tile for ward in self.wards if ward.tile]
        return 64 * (1 + max((tile[0] for tile in tiles), default=5)), 58 * (1 + max((t[1] for t in tiles), default=5))


def of_reach(wards: Sequence[WardArea], found: Mapping[str, Safe], sheet: Sheet | None = None) -> Map:
    """People taking part, for each 1,000 residents of their ward."""
    return of_measure(BY_KEY["people"], wards, found, sheet)


def of_measure(
    measure: Measure, wards: Sequence[WardArea], found: Mapping[str, Safe], sheet: Sheet | None = None, name: str = ""
) -> Map:
    """One measure by ward, for each 1,000 residents, from published figures. `found`: area code → figure."""
    rates = {ward.code: of_each_thousand(found.get(ward.code), ward.people) for ward in wards}
    scale = scale_of([rate for rate in rates.values() if rate is not None])
    shapes = sheet.shapes if sheet is not None and all(ward.code in sheet.shapes for ward in wards) else {}
    on_map = tuple(_on_map(measure, ward, found.get(ward.code), scale, shapes.get(ward.code)) for ward in wards)
    named = name or _(measure.name)
    return Map(
        _("%(measure)s, for each 1,000 residents, by ward", measure=named), _said(on_map), _("Of each 1,000"), on_map,
        _key(scale), sheet if shapes else None,
    )  # fmt: skip


def _on_map(measure: Measure, ward: WardArea, found: Safe | None, scale: Scale, shape: Shape | None) -> OnMap:
    rate, facts = of_each_thousand(found, ward.people), _FACTS.get(ward.gss)
    step = scale.step(rate) if rate is not None else 0
    few = found is not None and found.shown is Shown.FEW and measure.people
    untold = _("few") if few else "–"
    brief = untold if rate is None else _rate(rate)
    return OnMap(
        ward, facts.short if facts else ward.name, rate, brief, figure(measure, found),
        f"q{step}" if step else ("hid" if few else AWAY), "on-d" if step >= DARK else "on-l",
        facts.tile if facts else None, shape,
    )  # fmt: skip


def _rate(rate: float) -> str:
    return format_decimal(rate, "#,##0.0" if rate < 100 else "#,##0")


def _key(scale: Scale) -> tuple[str, ...]:
    marks = [format_decimal(bound) for bound in scale.bounds]
    between = [_("%(first)s to %(last)s", first=low, last=high) for low, high in zip(marks, marks[1:], strict=False)]
    return _("under %(number)s", number=marks[0]), *between, _("%(number)s or more", number=marks[-1])


def _said(wards: Sequence[OnMap]) -> str:
    """The map in two sentences."""
    shown = sorted(((one.rate, one.ward.name) for one in wards if one.rate is not None), reverse=True)
    untold = [one.ward.name for one in wards if one.rate is None]
    if not shown:
        return _("No ward can be shown for this time.")
    said = _("Highest in %(ward)s, %(number)s.", ward=shown[0][1], number=_rate(shown[0][0]))
    if len(shown) > 1:
        said += " " + _("Lowest of those shown: %(ward)s, %(number)s.", ward=shown[-1][1], number=_rate(shown[-1][0]))
    if untold:
        said += " " + _("Not shown: %(wards)s.", wards=", ".join(untold))
    return said
