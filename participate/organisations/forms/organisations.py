"""The forms of a partner's page, and the checks of words that every offer's form shares."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _
from wtforms import Field
from wtforms import Form as AnyForm
from wtforms.validators import StopValidation

from participate.core.errors import RuleBroken
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField
from participate.organisations.rules import check_open_words, website_of
from participate.organisations.words import OrganisationKind

Choices = list[tuple[str, str]]
Check = Callable[[AnyForm, Field], None]


def beside(check: Callable[[AnyForm, str], object]) -> Check:
    """A validator from a rule: what the rule says stands beside the field."""

    def look(form: AnyForm, field: Field) -> None:
        try:
            check(form, field.data or "")
        except RuleBroken as broken:
            raise StopValidation(_(broken.message, **broken.facts)) from None

    return look


def _look_at_words(form: AnyForm, words: str) -> None:
    check_open_words(words, at_home=getattr(form, "at_home", False))


# For words that everybody can read. A form that has `at_home` says whether they are about somebody's home.
open_words = beside(_look_at_words)


class OrganisationForm(Form):
    """The page of an organisation."""

    name = LineField(_("Name"), longest=120, missing=_("Write the name that people know."))
    kind = ChoiceField(_("What kind of organisation is it?"), missing=_("Choose what kind it is."))
    about = TextField(
        _("Who are you?"), longest=600, missing=_("Write a sentence or two that a neighbour understands.")
    )
    offers = TextField(_("What can you offer neighbours?"), longest=400)
    website = LineField(_("Website"), longest=200, validators=[beside(lambda _form, typed: website_of(typed))])
    ward = ChoiceField(_("Neighbourhood"))
    postcode = LineField(_("Postcode"), longest=40)

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.kind.choices = [("", _("Choose…")), *((kind.value, _(kind.label)) for kind in OrganisationKind)]
        self.ward.choices = [("", _("All over the borough")), *wards]


class SpeakerForm(Form):
    """Who speaks for it. `person` is asked only when several people share the address."""

    email = LineField(_("Their e-mail address"), longest=254, missing=_("Write their e-mail address."))
    person = RadioChoiceField(_("Several people share this address. Who is it?"))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.person.choices = []
