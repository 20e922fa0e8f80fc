"""Forms of reporting and deciding."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, RadioChoiceField, TextField
from participate.moderation.words import ReportReason


class ReportForm(Form):
    """What is wrong."""

    reason = RadioChoiceField(_("What is wrong?"), missing=_("Choose what is wrong."))
    words = TextField(_("Do you want to say more? (optional)"), longest=600)

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.reason.choices = [(reason.value, _(reason.label)) for reason in ReportReason]  # noqa: INT001


class DecisionForm(Form):
    """What staff say to the author and to whoever reported."""

    reason = TextField(_("Your reason, in plain words. They read it."), longest=400, missing=_("Write a reason."))
