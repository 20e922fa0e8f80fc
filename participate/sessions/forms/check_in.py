"""Forms of those who count who came."""

from flask_babel import lazy_gettext as _

from participate.accounts.forms import ContactField
from participate.core.fields import ChoiceField, Form, LineField, TickField, WholeNumberField
from participate.sessions.rules.attendance import LONGEST_MINUTES, MOST_OF_BAND, Bands
from participate.sessions.words import AgeBand

LONGEST_WALK_IN = 80
CHILDREN = {
    "teenager": AgeBand.TEENAGER, "child": AgeBand.CHILD, "toddler": AgeBand.TODDLER, "baby": AgeBand.BABY,
}  # fmt: skip


class WalkInForm(Form):
    """Somebody who did not sign up: a name if she offers one, else only an age band."""

    band = ChoiceField(_("How old?"), missing=_("Choose an age."))
    name = LineField(_("First name, if they offer it"), longest=LONGEST_WALK_IN)
    contact = ContactField(_("E-mail or mobile number, if they offer it"), longest=254)
    first_time = TickField(_("Here for the first time"))

    def __init__(self, *, can_text: bool, **more: object) -> None:
        super().__init__(**more)
        self.band.choices = [(band.value, _(band.label)) for band in AgeBand]
        self.contact.can_text = can_text
        if not can_text:
            self.contact.label.text = _("E-mail, if they offer it")

    def validate(self, extra_validators: object = None) -> bool:
        """Whoever leaves a contact has a name."""
        super().validate(extra_validators)
        if self.contact.data and not self.name.data and not self.name.errors:
            self.name.errors = [_("Write a name beside the contact.")]
        return not self.errors


class ChildrenForm(Form):
    """The children who came with the person of a sign-up, by age."""

    teenager = WholeNumberField(_("12 to 17"), most=MOST_OF_BAND)
    child = WholeNumberField(_("5 to 11"), most=MOST_OF_BAND)
    toddler = WholeNumberField(_("1 to 4"), most=MOST_OF_BAND)
    baby = WholeNumberField(_("Babies"), most=MOST_OF_BAND)

    def __init__(self, sign_up_id: int, **more: object) -> None:
        super().__init__(**more)
        for name in CHILDREN:
            self[name].id = f"kids-{sign_up_id}-{name}"  # one form for each line of the list

    def bands(self) -> Bands:
        """What was written; an empty field is nobody."""
        return Bands(**{name: self[name].data or 0 for name in CHILDREN})


class CloseForm(Form):
    """How long it really took."""

    minutes = WholeNumberField(
        _("How many minutes did it take?"), least=1, most=LONGEST_MINUTES, missing=_("Write the minutes, like 90.")
    )
