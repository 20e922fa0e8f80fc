"""“Start this near me”: four questions."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField

from participate.core.fields import ChoiceField, Form, LineField
from participate.organisations.forms import Choices, open_words
from participate.projects.forms.beside import WARD_MISSING
from participate.projects.rules.recipe_needs import Lack


class NearForm(Form):
    """What it will be called, where, when, and what is there. `needs` are those of the recipe."""

    name = LineField(
        _("What will you call it?"),
        longest=80,
        missing=_("Give it a short name, like “Mend Club”."),
        validators=[open_words],
    )
    ward = ChoiceField(_("Which neighbourhood?"), missing=WARD_MISSING)
    street = ChoiceField(_("Does it belong to one street?"))
    postcode = LineField(_("Postcode of the place where you meet, if you know it"), longest=40)
    when = LineField(_("When could it first be?"), longest=100, validators=[open_words])
    got = SelectMultipleField(_("Who is with you, and what have you got already?"), validate_choice=False)

    def __init__(self, wards: Choices, streets: Choices, needs: Sequence[Lack], **more: object) -> None:
        self._needs = needs
        super().__init__(**more)
        self.ward.choices = [("", _("Choose…")), *wards]
        self.got.choices = [(self.key_of(number), words) for number, (_kind, words) in enumerate(needs)]
        self.street.choices = [("", _("No, to the whole neighbourhood")), *streets]

    @staticmethod
    def key_of(number: int) -> str:
        """What stands for a need of the recipe in the form."""
        return f"need-{number}"

    @property
    def there(self) -> list[Lack]:
        """The needs that were ticked."""
        ticked = self.got.data or []
        return [need for number, need in enumerate(self._needs) if self.key_of(number) in ticked]
