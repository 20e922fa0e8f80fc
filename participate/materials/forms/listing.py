"""Forms of the materials."""

from flask_babel import lazy_gettext as _

from participate.core.fields import (
    ChoiceField,
    Form,
    LineField,
    RadioChoiceField,
    TextField,
    TickField,
    WholeNumberField,
)
from participate.materials.forms.terms import TermsForm
from participate.materials.rules import LONGEST_NAME, MOST
from participate.materials.words import Deal
from participate.organisations.forms import Choices, open_words

ME = "me"


class MaterialForm(TermsForm):
    """A thing as its people describe it. `behalf` is asked only of those who speak for others too."""

    behalf = ChoiceField(_("In whose name?"))
    deal = RadioChoiceField(_("What is it for?"), missing=_("Choose: to lend, to give, or wanted."))
    name = LineField(
        _("What is it?"),
        longest=LONGEST_NAME,
        missing=_("Give it a short name, like “Hedge trimmer”."),
        validators=[open_words],
    )
    how_many = WholeNumberField(_("How many?"), least=1, most=MOST, missing=_("Write how many, like 1 or 12."))
    about = TextField(_("Tell us more"), longest=600, validators=[open_words])
    how_long = LineField(_("For how long?"), longest=60, validators=[open_words])
    ward = ChoiceField(_("Which neighbourhood?"), missing=_("Choose the neighbourhood."))
    near_me = TickField(_("It is at my place or close by. Neighbours see about how far they would walk."))
    postcode = LineField(_("Postcode"), longest=40)
    at_home = True  # most things lie in somebody's home: the words hold no address

    def __init__(
        self, behalves: Choices, wards: Choices, *, purposes: Choices | None = None, new: bool = True, **more: object
    ) -> None:
        super().__init__(**more)
        self.behalf.choices = [(ME, _("My own")), *behalves]
        hubs = any(value.startswith("hub:") for value, _name in behalves)  # only a hub keeps a stock to take from
        self.deal.choices = [(deal.value, _(deal.label)) for deal in Deal if hubs or deal is not Deal.TAKE]
        self.set_terms(purposes or [], new=new)
        self.ward.choices = [("", _("Choose…")), *wards]


class NarrowForm(Form):
    """What a list is narrowed to; asked by GET, so without a token."""

    class Meta:
        csrf = False

    ward = ChoiceField(_("Neighbourhood"))

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.ward.choices = [("", _("Everywhere")), *wards]
