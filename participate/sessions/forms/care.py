"""Forms of hosts in trouble: something went wrong, or they cannot come."""

from datetime import date, timedelta

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, LineField, RadioChoiceField, TextField

LONGEST_INCIDENT, LONGEST_TOLD, LONGEST_FOLLOW_UP = 1000, 200, 400
# How soon somebody looks after it, in days; "" when nothing is left to do.
FOLLOW = {"0": 0, "1": 1, "7": 7}


class IncidentForm(Form):
    """What happened, who was told, what follows. Half a minute."""

    words = TextField(
        _("What happened?"), longest=LONGEST_INCIDENT, missing=_("Write a sentence: what happened, and where?")
    )
    told = LineField(_("Who was told?"), longest=LONGEST_TOLD)
    follow_up = LineField(_("What is still to do?"), longest=LONGEST_FOLLOW_UP)
    by = RadioChoiceField(_("By when?"))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.by.choices = [
            ("", _("Nothing to do")), ("0", _("Today")), ("1", _("Tomorrow")), ("7", _("Within a week")),
        ]  # fmt: skip

    def follow_by(self, today: date) -> date | None:
        """The day by which something is to be done; None for nothing."""
        return today + timedelta(days=FOLLOW[self.by.data]) if self.by.data in FOLLOW else None


class AnswerForm(Form):
    """Nothing but two buttons: `answer` is yes or no."""

    answer = RadioChoiceField(_("Can you host?"), missing=_("Choose yes or no."))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.answer.choices = [("yes", _("Yes, I’ll host")), ("no", _("Not this time"))]
