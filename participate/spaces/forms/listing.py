"""Forms of the spaces."""

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
from participate.organisations.forms import Choices, beside, open_words
from participate.spaces.rules import LONGEST_NAME, MOST_PEOPLE, check_address, is_at_home, pence_of
from participate.spaces.words import SpaceKind

ME = "me"


class SpaceForm(Form):
    """A space as its people describe it. `behalf` is asked only of those who speak for others too."""

    behalf = ChoiceField(_("In whose name?"))
    kind = RadioChoiceField(_("What kind of space is it?"), missing=_("Choose what kind of space it is."))
    name = LineField(
        _("What do you call it?"),
        longest=LONGEST_NAME,
        missing=_("Give it a short name, like “Kitchen at the church hall”."),
        validators=[open_words],
    )
    has = LineField(_("What is in it?"), longest=400, validators=[open_words])
    capacity = WholeNumberField(
        _("How many people fit in?"),
        least=1,
        most=MOST_PEOPLE,
        missing=_("Write how many people fit in, like 12."),
    )
    step_free = TickField(_("Step-free"))
    toilet = TickField(_("Toilet"))
    quiet = TickField(_("Quiet"))
    children = TickField(_("Children welcome"))
    ward = ChoiceField(_("Which neighbourhood?"), missing=_("Choose the neighbourhood."))
    near_me = TickField(_("It is at my place or close by. Neighbours see about how far they would walk."))
    private = TickField(_("It is in somebody’s home. Then nobody sees the address."))
    about = TextField(_("What is it like?"), longest=1000, validators=[open_words])
    when_free = LineField(_("When is it usually free?"), longest=200, validators=[open_words])
    house_rules = TextField(_("House rules"), longest=400, validators=[open_words])
    access_note = LineField(_("Getting in"), longest=280, validators=[open_words])
    address = LineField(_("Address"), longest=200)
    postcode = LineField(_("Postcode"), longest=40)
    cost = LineField(
        _("What does an hour cost?"), longest=12, validators=[beside(lambda _form, typed: pence_of(typed))]
    )

    def __init__(self, behalves: Choices, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.behalf.choices = [(ME, _("My own")), *behalves]
        self.kind.choices = [(kind.value, _(kind.label)) for kind in SpaceKind]
        self.ward.choices = [("", _("Choose…")), *wards]

    @property
    def by_person(self) -> bool:
        return (self.behalf.data or ME) == ME

    @property
    def at_home(self) -> bool:
        """Whether the words are about somebody's home: then they may hold no address."""
        known = self.kind.data in list(SpaceKind)
        return known and is_at_home(SpaceKind(self.kind.data), ticked=bool(self.private.data), by_person=self.by_person)

    def validate_address(self, field: LineField) -> None:
        beside(lambda form, typed: check_address(typed, at_home=form.at_home))(self, field)


class NarrowForm(Form):
    """What a list is narrowed to; asked by GET, so without a token."""

    class Meta:
        csrf = False

    ward = ChoiceField(_("Neighbourhood"))
    people = WholeNumberField(_("At least how many people?"), least=1, most=MOST_PEOPLE)
    step_free = TickField(_("Step-free only"))

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.ward.choices = [("", _("Everywhere")), *wards]
