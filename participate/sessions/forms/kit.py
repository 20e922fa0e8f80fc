"""The forms on which a session borrows kit."""

from flask_babel import lazy_gettext as _

from participate.core.fields import CarriedField, Form, LineField, WholeNumberField

MOST_UNITS = 500


class KitSearchForm(Form):
    """What is looked for; it is asked by a link."""

    class Meta:
        csrf = False

    words = LineField(_("What do you need?"), longest=80)
    units = WholeNumberField(_("How many of it?"), least=1, most=MOST_UNITS)


class BorrowForm(Form):
    """One press on a thing."""

    material = CarriedField(longest=10)
    units = CarriedField(longest=4)

    @property
    def material_id(self) -> int | None:
        return _number(self.material.data)

    @property
    def how_many(self) -> int:
        return min(max(1, _number(self.units.data) or 1), MOST_UNITS)


def _number(typed: str | None) -> int | None:
    text = typed or ""
    return int(text) if text.isascii() and text.isdecimal() else None
