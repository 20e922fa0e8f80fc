"""The form in which a paper sheet is keyed in: a line for each sign-up, walk-ins by name and by number."""

from collections.abc import Sequence
from typing import Protocol

from flask_babel import lazy_gettext as _
from wtforms.fields import Field

from participate.core.fields import CarriedField, TextField, TickField, WholeNumberField
from participate.core.text import clean_line
from participate.sessions.forms.check_in import CHILDREN, LONGEST_WALK_IN, CloseForm
from participate.sessions.rules.attendance import MOST_AT_ONCE, MOST_OF_BAND, Bands

LONGEST_NAMES = 4000


class Line(Protocol):
    """What the form asks of a line of the host's list."""

    @property
    def id(self) -> int: ...
    @property
    def brings(self) -> Bands: ...


class SheetForm(CloseForm):
    """The whole sheet. `seen`: how many were counted when the page was opened."""

    names = TextField(_("Walk-ins who wrote a name, one on each line"), longest=LONGEST_NAMES)
    adult = WholeNumberField(_("Adults without a name"), most=MOST_AT_ONCE)
    teenager = WholeNumberField(_("12 to 17"), most=MOST_AT_ONCE)
    child = WholeNumberField(_("5 to 11"), most=MOST_AT_ONCE)
    toddler = WholeNumberField(_("1 to 4"), most=MOST_AT_ONCE)
    baby = WholeNumberField(_("Babies"), most=MOST_AT_ONCE)
    seen = CarriedField(longest=8)

    def validate(self, extra_validators: object = None) -> bool:
        """Also look at each name. What `seen` says is nothing that a person could put right."""
        super().validate(extra_validators)
        self.seen.errors = []
        if any(len(name) > LONGEST_WALK_IN for name in self.walk_ins()) and not self.names.errors:
            self.names.errors = [_("One of these names is very long. Write one name on each line.")]
        return not self.errors

    def seen_before(self) -> int:
        """How many were counted when the page was opened; -1 when that is lost."""
        text = self.seen.data or ""
        return int(text) if text.isascii() and text.isdecimal() and len(text) <= 8 else -1

    def walk_ins(self) -> list[str]:
        """The names, without empty lines."""
        return [name for line in (self.names.data or "").split("\n") if (name := clean_line(line))]

    def others(self) -> Bands:
        """The walk-ins of whom only the age is known."""
        return Bands(**{name: self[name].data or 0 for name in ("adult", *CHILDREN)})

    def came(self, lines: Sequence[Line]) -> dict[int, Bands]:
        """Of these lines, who is ticked: sign-up id → the children who came with her."""
        ticked = [line for line in lines if self[f"came-{line.id}"].data]
        return {line.id: Bands(**{name: self[f"{name}-{line.id}"].data or 0 for name in CHILDREN}) for line in ticked}

    def children_of(self, line: Line) -> list[Field]:
        """The four numbers of one line."""
        return [self[f"{name}-{line.id}"] for name in CHILDREN]


def sheet_form(lines: Sequence[Line], minutes: int, seen: int) -> SheetForm:
    """The form for these lines, filled with what people said when they signed up."""
    fields: dict[str, object] = {}
    filled: dict[str, object] = {"minutes": minutes, "seen": str(seen)}
    for line in lines:
        fields[f"came-{line.id}"] = TickField(_("Came"))
        for name, band in CHILDREN.items():
            fields[f"{name}-{line.id}"] = WholeNumberField(_(band.label), most=MOST_OF_BAND)
            filled[f"{name}-{line.id}"] = line.brings.pairs()[band]
    form: SheetForm = type("FilledSheetForm", (SheetForm,), fields)(data=filled)
    return form
