"""Forms of the profiles."""

from collections.abc import Collection

from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice

from participate.core.fields import Form, LineField, RadioChoiceField, TickField
from participate.core.i18n import language_name
from participate.organisations.forms import open_words
from participate.profiles.rules import DAYS, LONGEST, Time
from participate.profiles.words import SPOKEN, PartOfDay, PostingKind


class PostingForm(Form):
    """One line about oneself."""

    kind = RadioChoiceField(_("What is it?"), missing=_("Choose one: something you like, or something you can show."))
    words = LineField(
        _("In a few words"),
        longest=LONGEST,
        missing=_("Write a few words, like “baking bread”."),
        validators=[open_words],
    )
    wants_to_learn = TickField(_("I would like to learn this"))
    at_home = True  # these are words of one person: they hold no address

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.kind.choices = [(kind.value, _(kind.label)) for kind in PostingKind]


class AnyOfField(SelectMultipleField):
    """Any of a few; what is not among them is left out."""

    def __init__(self, label: str, **more) -> None:
        super().__init__(label, validate_choice=False, **more)

    def process_formdata(self, valuelist: list[str]) -> None:
        known = [choice[0] for choice in self.iter_choices()]
        self.data = [value for value in known if value in valuelist]


_PARTS = [SelectChoice(part.value, _(part.label)) for part in PartOfDay]


class TimesForm(Form):
    """When somebody is usually free: the parts of each day of the week."""

    day_0 = AnyOfField(_("Monday"), choices=_PARTS)
    day_1 = AnyOfField(_("Tuesday"), choices=_PARTS)
    day_2 = AnyOfField(_("Wednesday"), choices=_PARTS)
    day_3 = AnyOfField(_("Thursday"), choices=_PARTS)
    day_4 = AnyOfField(_("Friday"), choices=_PARTS)
    day_5 = AnyOfField(_("Saturday"), choices=_PARTS)
    day_6 = AnyOfField(_("Sunday"), choices=_PARTS)

    def __init__(self, times: Collection[Time]) -> None:
        super().__init__(
            data={f"day_{day}": [part.value for part in PartOfDay if (day, part) in times] for day in DAYS}
        )

    @property
    def days(self) -> list[AnyOfField]:
        return [self[f"day_{day}"] for day in DAYS]

    @property
    def times(self) -> set[Time]:
        return {(day, PartOfDay(part)) for day, field in enumerate(self.days) for part in field.data or []}


class LanguagesForm(Form):
    """What somebody speaks, each language by its own name."""

    spoken = AnyOfField(_("Languages"), choices=[SelectChoice(code, language_name(code)) for code in SPOKEN])
