"""Forms of the pledges."""

from flask_babel import lazy_gettext as _

from participate.core.days import day_of
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField, WholeNumberField
from participate.organisations.forms.organisations import Choices, beside, open_words
from participate.organisations.rules.pledges import MOST_UNITS
from participate.organisations.words import PledgeKind


class PledgeForm(Form):
    """What a partner will give. `organisation` is asked only of whoever speaks for several."""

    organisation = ChoiceField(_("Who do you speak for?"), missing=_("Choose who you speak for."))
    kind = RadioChoiceField(_("What is it?"), missing=_("Choose what it is."))
    words = LineField(
        _("What will you give?"), longest=200, missing=_("Write in a few words what you will give."),
        validators=[open_words],
    )  # fmt: skip
    amount = WholeNumberField(_("How many?"), least=1, most=MOST_UNITS, missing=_("Write a number."))

    def __init__(self, partners: Choices, **more: object) -> None:
        super().__init__(**more)
        self.organisation.choices = [("", _("Choose…")), *partners] if len(partners) > 1 else partners
        self.kind.choices = [(kind.value, _(kind.label)) for kind in PledgeKind]


class GivenForm(Form):
    """Some of it was given."""

    units = WholeNumberField(_("How many were given?"), least=1, most=MOST_UNITS, missing=_("Write a number."))
    day = LineField(_("On which day?"), longest=20, missing=_("Choose the day."), validators=[
        beside(lambda _form, typed: day_of(typed)),
    ])  # fmt: skip


class CameForm(Form):
    """What came of it."""

    came = TextField(_("What came of it?"), longest=400, validators=[open_words])
