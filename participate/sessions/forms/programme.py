"""What the programme is narrowed to."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm

from participate.core.fields import ChoiceField, TickField
from participate.core.i18n import language_name
from participate.organisations.forms import Choices
from participate.profiles.words import LANGUAGES, Theme
from participate.sessions.words import DayPart


class NarrowForm(FlaskForm):
    """Asked by GET, so without a token. What makes no sense narrows nothing."""

    class Meta:
        csrf = False

    ward = ChoiceField(_("Neighbourhood"))
    theme = ChoiceField(_("Theme"))
    part = ChoiceField(_("Time of day"))
    language = ChoiceField(_("Language"))
    school = TickField(_("In school hours: weekdays from 9am to 3pm"))
    children = TickField(_("Children welcome"))
    step_free = TickField(_("Step-free"))
    drop_in = TickField(_("Drop in, no sign-up"))
    free = TickField(_("Free"))

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.ward.choices = [("", _("The whole borough")), *wards]
        self.theme.choices = [("", _("Everything")), *((theme.value, _(theme.label)) for theme in Theme)]
        self.part.choices = [("", _("Any time")), *((part.value, _(part.label)) for part in DayPart)]
        self.language.choices = [("", _("Any language")), *((code, language_name(code)) for code in LANGUAGES)]
