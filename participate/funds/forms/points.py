"""The form by which a hub gives kit points."""

from flask_babel import lazy_gettext as _

from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, WholeNumberField
from participate.funds.rules import MOST_POINTS

Choices = list[tuple[str, str]]


class BudgetForm(Form):
    """Whose points, and how many. A starter is found by her e-mail address or number."""

    whose = ChoiceField(_("For which street or project?"))
    starter = LineField(_("Or for a neighbour who starts something: their e-mail address or number"), longest=254)
    person = RadioChoiceField(_("Several people share this. Who is it?"))
    total = WholeNumberField(
        _("How many points in all?"), least=0, most=MOST_POINTS, missing=_("Write how many points, like 20.")
    )

    def __init__(self, subjects: Choices, **more: object) -> None:
        super().__init__(**more)
        self.whose.choices = [("", _("Choose…")), *subjects]
        self.person.choices = []
