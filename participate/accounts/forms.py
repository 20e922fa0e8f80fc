"""Forms of signing up and in. They never ask the database: what can be chosen comes from the view."""

from flask_babel import lazy_gettext as _
from wtforms.validators import ValidationError

from participate.accounts import rules
from participate.accounts.words import Channel, RecordKind, Role
from participate.core.days import NotADay, day_of
from participate.core.fields import ChoiceField, Form, LineField, TickField

Choices = list[tuple[str, str]]


class ContactField(LineField):
    """An e-mail address or a UK mobile number; after validation `channel` and `contact` hold what it is."""

    channel: Channel
    contact: str
    can_text = False

    def pre_validate(self, form: Form) -> None:
        if not self.data:
            return
        try:
            self.channel, self.contact = rules.read_contact(self.data, self.can_text)
        except rules.BadContact as bad:
            raise ValidationError(_(bad.message)) from None


class ContactForm(Form):
    """Where a code may be sent."""

    contact = ContactField(_("E-mail or mobile number"), longest=254, missing=_("Write your e-mail or mobile number."))
    borrowed = TickField(_("This is not my phone"))

    def __init__(self, can_text: bool, **more: object) -> None:
        super().__init__(**more)
        self.contact.can_text = can_text
        if not can_text:
            self.contact.label.text = _("Your e-mail")


class AboutForm(Form):
    """Who she is: a name, a neighbourhood, and that she is an adult."""

    name = LineField(_("Your name"), longest=80, missing=_("Tell us what to call you."))
    ward = ChoiceField(_("Your neighbourhood"), missing=_("Choose your neighbourhood from the list."))
    adult = TickField(
        _("I am 18 or over"),
        missing=_("You need to be 18 or over to have an account. Children can come along with an adult."),
    )

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.ward.choices = [("", _("Choose one")), *wards]


class JoinForm(AboutForm, ContactForm):
    """Signing up: name, contact, neighbourhood, an adult tick. Nothing else."""

    page_order = ("name", "contact", "ward", "adult", "borrowed")

    def __init__(self, wards: Choices, can_text: bool, **more: object) -> None:
        ContactForm.__init__(self, can_text, **more)
        self.ward.choices = [("", _("Choose one")), *wards]


class CodeForm(Form):
    """The six digits."""

    code = LineField(_("The code"), longest=20, missing=_("Write the six digits that we sent."))

    def validate_code(self, field: LineField) -> None:
        if field.data and not rules.read_code(field.data):
            raise ValidationError(_("The code has six digits. Please look again."))

    @property
    def digits(self) -> str:
        return rules.read_code(self.code.data or "")


class WhichForm(Form):
    """Which of the adults at this contact is here. "new" is nobody yet known."""

    person = ChoiceField(_("Who are you?"), missing=_("Choose who you are."))


class MeForm(Form):
    """What a person may change about herself."""

    name = LineField(_("Your name"), longest=80, missing=_("Tell us what to call you."))
    ward = ChoiceField(_("Your neighbourhood"), missing=_("Choose your neighbourhood from the list."))
    keep_square = TickField(_("Keep my place, to about 250 metres, so that you can say how far things are"))

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.ward.choices = wards


class EndForm(Form):
    """Nothing but a button."""


class GrantForm(Form):
    """An admin gives a role to a person whose e-mail address she knows."""

    contact = ContactField(_("Their e-mail"), longest=254, missing=_("Write their e-mail."))
    role = ChoiceField(_("Role"), missing=_("Choose a role."))
    hub = ChoiceField(_("Hub, for hub staff and safeguarding"))

    def __init__(self, roles: Choices, hubs: Choices, **more: object) -> None:
        super().__init__(**more)
        self.role.choices = roles
        self.hub.choices = [("", _("No hub")), *hubs]

    def validate_hub(self, field: ChoiceField) -> None:
        if self.role.data in (Role.STAFF, Role.SAFEGUARDING) and not field.data:
            raise ValidationError(_("Choose the hub."))


class CardForm(Form):
    """The code on a printed card."""

    code = LineField(_("The code on your card"), longest=40, missing=_("Write the code that stands on your card."))


class PinField(LineField):
    """Six digits that no page shows again."""

    def _value(self) -> str:
        return ""


class PinForm(Form):
    """The PIN of one of the staff."""

    pin = PinField(_("Your PIN"), longest=20, missing=_("Write the six digits of your PIN."))

    def validate_pin(self, field: LineField) -> None:
        if field.data and not rules.read_pin(field.data):
            raise ValidationError(_("A PIN has six digits. Please look again."))

    @property
    def digits(self) -> str:
        return rules.read_pin(self.pin.data or "")


class NewPinForm(PinForm):
    """A new PIN, twice."""

    again = PinField(_("The same PIN again"), longest=20, missing=_("Write the same six digits again."))

    def validate_again(self, field: LineField) -> None:
        if field.data and self.digits and rules.read_pin(field.data) != self.digits:
            raise ValidationError(_("The two are not alike. Please write them once more."))


class TabletForm(Form):
    """This browser becomes a tablet of a hub."""

    hub = ChoiceField(_("In which hub does it stand?"), missing=_("Choose the hub."))
    label = LineField(
        _("What do you call it?"), longest=60, missing=_("Give it a name, like “the tablet on the counter”.")
    )

    def __init__(self, hubs: Choices, **more: object) -> None:
        super().__init__(**more)
        self.hub.choices = hubs


class ChooseStayForm(Form):
    """One person, and which of the two rows stays; or two people."""

    which = ChoiceField(_("What do you say?"), missing=_("Choose one of these."))

    def __init__(self, choices: Choices, **more: object) -> None:
        super().__init__(**more)
        self.which.choices = choices


class RecordForm(Form):
    """What staff saw of a host, when, and until when it holds."""

    kind = ChoiceField(_("What have you seen?"), missing=_("Choose what you have seen."))
    seen_on = LineField(_("When did you see it?"), longest=20, missing=_("Write the day, like 5/7/2026."))
    expires_on = LineField(_("Until when does it hold?"), longest=20)

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.kind.choices = [("", _("Choose one")), *((kind.value, _(kind.label)) for kind in RecordKind)]

    def validate_seen_on(self, field: LineField) -> None:
        _is_day(field.data)

    def validate_expires_on(self, field: LineField) -> None:
        _is_day(field.data)


def _is_day(typed: str | None) -> None:
    try:
        if typed:
            day_of(typed)
    except NotADay as broken:
        raise ValidationError(_(broken.message)) from None
