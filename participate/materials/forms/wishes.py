"""Forms of the wishes."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _

from participate.core.fields import ChoiceField, Form, WholeNumberField
from participate.materials.rules import MOST

MISSING = _("Write how many, like 1 or 12.")


class AnswerForm(Form):
    """How many a keeper lends."""

    units = WholeNumberField(_("How many can you lend?"), least=1, most=MOST, missing=MISSING)


class OfferForm(AnswerForm):
    """Which of her things somebody lends, and how many."""

    thing = ChoiceField(_("Which of your things?"), missing=_("Choose one of your things."))

    def __init__(self, things: Sequence[tuple[str, str]], **more: object) -> None:
        super().__init__(**more)
        self.thing.choices = list(things)
