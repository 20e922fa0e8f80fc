"""The form on which staff write down somebody who is not online: a name and her yes; the rest if there is time."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from participate.accounts.rules import BadContact, read_contact, read_number
from participate.accounts.words import ApartWhy, Channel, ConsentFor, ConsentHow
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TickField
from participate.core.i18n import language_name
from participate.organisations.forms import open_words
from participate.profiles.forms import AnyOfField
from participate.profiles.rules import LONGEST
from participate.profiles.words import SPOKEN

Choices = list[tuple[str, str]]
OFFERED = (ConsentFor.SUGGESTIONS, ConsentFor.INTRODUCTION, ConsentFor.PHOTO)


class NumberField(LineField):
    """A UK number that can be rung; after validation `number` is it, or ""."""

    number = ""

    def pre_validate(self, form: Form) -> None:
        if self.data:
            try:
                self.number = read_number(self.data)
            except BadContact as bad:
                raise ValidationError(_(bad.message)) from None


class ReachForm(Form):
    """How the hub reaches her, and in which language she likes to read."""

    name = LineField(_("Name"), longest=80, missing=_("Write a name. A first name is enough."))
    number = NumberField(_("A number to ring"), longest=30)
    texts = TickField(_("It is a mobile, and texts are fine"))
    note = LineField(_("How else do we reach them?"), longest=120)
    ward = ChoiceField(_("Neighbourhood"))
    language = ChoiceField(_("Likes to read"))
    page_order: tuple[str, ...] = ("name", "number", "texts", "note", "ward", "language")

    def __init__(self, wards: Choices, **more: Any) -> None:
        super().__init__(**more)
        self.ward.choices = [("", _("Not said")), *wards]
        self.language.choices = [(code, language_name(code)) for code in SPOKEN]
        if not self.is_submitted():
            self.language.data = self.language.data or "en"

    def validate_texts(self, field: TickField) -> None:
        if field.data and self.number.data and not self.number.errors:
            try:
                read_contact(self.number.data, can_text=True)
            except BadContact as bad:
                raise ValidationError(_(bad.message)) from None

    @property
    def phone(self) -> str | None:
        """The mobile that takes texts, or None."""
        if not self.texts.data or not self.number.data:
            return None
        channel, contact = read_contact(self.number.data, can_text=True)
        return contact if channel is Channel.TEXT else None

    @property
    def ring(self) -> str:
        """The number to ring, "" where texts go there."""
        return "" if self.phone else self.number.number


class PersonForm(ReachForm):
    """Half a minute at the counter: a name, two ticks, and on."""

    adult = TickField(_("18 or over"), missing=_("Members are 18 or over. Children come along with an adult."))
    agreed = TickField(
        _("Said yes: the hub may write me down"), missing=_("Ask first. Without a yes we write nobody down.")
    )
    how = RadioChoiceField(_("How was it said?"), missing=_("Say how it was said."))
    more = AnyOfField(
        _("Said yes to this as well"), choices=[SelectChoice(each.value, _(each.label)) for each in OFFERED]
    )
    likes = LineField(_("What do you like doing?"), longest=LONGEST, validators=[open_words])
    shows = LineField(_("What could you show someone?"), longest=LONGEST, validators=[open_words])
    hub = ChoiceField(_("Which hub?"), missing=_("Choose the hub."))
    at_home = True  # these are words of one person: they hold no address
    page_order = (
        "name", "adult", "agreed", "how", "more", "likes", "shows", "number", "texts", "note", "ward", "language",
        "hub",
    )  # fmt: skip

    def __init__(self, wards: Choices, hubs: Choices, **more: Any) -> None:
        super().__init__(wards, **more)
        self.how.choices = [(each.value, _(each.label)) for each in ConsentHow]
        self.hub.choices = hubs
        if not self.is_submitted():
            self.how.data, self.hub.data = ConsentHow.SPOKEN.value, hubs[0][0] if hubs else ""

    @property
    def whats(self) -> list[ConsentFor]:
        return [ConsentFor(value) for value in self.more.data or []]


class YesForm(Form):
    """She says yes to one more thing."""

    what = ChoiceField(_("Said yes to"), missing=_("Choose what."))
    how = ChoiceField(_("How"), missing=_("Say how it was said."))

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.what.choices = [(each.value, _(each.label)) for each in OFFERED]
        self.how.choices = [(each.value, _(each.label)) for each in ConsentHow]


class FindForm(Form):
    """A name, or a part of it. It is posted, so that no name stands in an address."""

    words = LineField(_("Find a name"), longest=80)


class NameForm(FindForm):
    """The same where nobody is shown without a name."""

    words = LineField(_("Find a name"), longest=80, missing=_("Write a name, or a piece of it."))


class ApartForm(Form):
    """Whom to keep apart from somebody, of those found by `words`; and why, from a list: nothing is written down."""

    words = LineField(_("Find a name"), longest=80)
    other = RadioChoiceField(_("From whom?"), missing=_("Choose a person."))
    why = RadioChoiceField(_("Why?"), missing=_("Choose a reason."))

    def __init__(self, people: Choices, **more: Any) -> None:
        super().__init__(**more)
        self.other.choices = people
        self.why.choices = [(each.value, _(each.label)) for each in ApartWhy]


class ButtonForm(Form):
    """Nothing but a button."""
