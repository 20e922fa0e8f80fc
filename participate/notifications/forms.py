"""Forms about letters. They never ask the database."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, RadioChoiceField
from participate.notifications.words import CallOutcome, Choice


class ButtonForm(Form):
    """A form of one button."""


class ChoiceForm(Form):
    """What she wants to hear from us."""

    choice = RadioChoiceField(_("What we write to you"), missing=_("Choose one of these."))

    def __init__(self, choices: Iterable[Choice], **more: object) -> None:
        super().__init__(**more)
        self.choice.choices = [(each.value, _(each.label)) for each in choices]


class CallForm(Form):
    """What came of a call: the button that was pressed."""

    outcome = RadioChoiceField(_("What came of it"), missing=_("Say what came of the call."))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.outcome.choices = [(each.value, _(each.label)) for each in CallOutcome]
