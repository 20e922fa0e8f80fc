"""Forms of reporting and deciding."""

from flask_babel import lazy_gettext as _

from participate.core.fields import ChoiceField, Form, RadioChoiceField, TextField
from participate.moderation.words import OFFERED, Choice, ReportReason


class ReportForm(Form):
    """What is wrong."""

    reason = RadioChoiceField(_("What is wrong?"), missing=_("Choose what is wrong."))
    words = TextField(_("Do you want to say more? (optional)"), longest=600)

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.reason.choices = [(reason.value, _(reason.label)) for reason in OFFERED]

    @property
    def chosen(self) -> ReportReason:
        return ReportReason(self.reason.data)


class AskAgainForm(Form):
    """Why it should be shown again."""

    words = TextField(
        _("What should we know?"),
        longest=600,
        missing=_("Write a sentence: what did we get wrong, or what did you change?"),
    )


class DecisionForm(Form):
    """What is to happen, and what staff say to the author and to whoever reported."""

    choice = RadioChoiceField(_("What shall happen?"), missing=_("Choose what shall happen."))
    days = ChoiceField(_("A pause lasts"))
    reason = TextField(_("Your reason, in plain words"), longest=400, missing=_("Write a reason. The author reads it."))

    def __init__(self, choices: list[tuple[Choice, str]], **more: object) -> None:
        super().__init__(**more)
        self.choice.choices = [(choice.value, words) for choice, words in choices]
        self.days.choices = [("7", _("a week")), ("30", _("30 days")), ("0", _("until we have talked"))]
        self.pauses = any(choice is Choice.SUSPEND for choice, _words in choices)

    @property
    def chosen_days(self) -> int:
        """How long a pause lasts; 0: until somebody ends it."""
        return int(self.days.data or 7)
