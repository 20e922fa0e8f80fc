"""Forms of the small funds."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _
from wtforms import Field
from wtforms import Form as AnyForm
from wtforms.validators import StopValidation

from participate.core.days import day_of
from participate.core.errors import RuleBroken
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField
from participate.core.screening import check_open_words
from participate.funds.rules.money import LONGEST_CRITERIA, pence_of

Choices = list[tuple[str, str]]


def _beside(check: Callable[[str], object]) -> Callable[[AnyForm, Field], None]:
    """A validator from a rule: what the rule says stands beside the field."""

    def look(_form: AnyForm, field: Field) -> None:
        try:
            check(field.data or "")
        except RuleBroken as broken:
            raise StopValidation(_(broken.message, **broken.facts)) from None

    return look


def _open(words: str) -> None:
    check_open_words(words)


money, day, open_words = _beside(pence_of), _beside(day_of), _beside(_open)


class FundForm(Form):
    """A fund as its hub describes it."""

    name = LineField(_("What is it called?"), longest=120, missing=_("Give it a name."), validators=[open_words])
    about = TextField(_("What is it for?"), longest=600, validators=[open_words])
    criteria = TextField(
        _("What do you look at when you decide?"), longest=LONGEST_CRITERIA, validators=[open_words],
        missing=_("Write at least one line, so that everybody knows what counts."),
    )  # fmt: skip
    total = LineField(
        _("How much is there in all?"), longest=12, missing=_("Write pounds, like 500."), validators=[money]
    )
    most = LineField(
        _("What is the most for one asking?"), longest=12, missing=_("Write pounds, like 100."), validators=[money]
    )
    closes = LineField(_("What is the last day to ask?"), longest=20, missing=_("Choose a day."), validators=[day])


class AskForm(Form):
    """Three answers, a title, and the sum."""

    title = LineField(
        _("What would you do, in a few words?"), longest=120, validators=[open_words],
        missing=_("Write a few words, like “Seeds for the corner bed”."),
    )  # fmt: skip
    what = TextField(_("1. What would you do with the money?"), longest=600, missing=_("Write a sentence or two."))
    who = TextField(_("2. Who is it good for?"), longest=600, missing=_("Write a sentence or two."))
    costs = TextField(_("3. What does it cost?"), longest=600, missing=_("Write what you would buy, with prices."))
    pounds = LineField(
        _("How much do you ask for?"), longest=12, missing=_("Write pounds, like 60."), validators=[money]
    )
    project = ChoiceField(_("Is it for one of your projects?"))

    def __init__(self, projects: Choices, **more: object) -> None:
        super().__init__(**more)
        self.project.choices = [("", _("No, for something else")), *projects]


class DecideForm(Form):
    """The hub's answer. Everybody reads the reason."""

    answer = RadioChoiceField(_("Your answer"), missing=_("Choose yes, or not this time."))
    pounds = LineField(_("How much, if yes?"), longest=12)
    reason = TextField(
        _("Why?"), longest=400, validators=[open_words], missing=_("Write why, in a sentence. Everybody reads it.")
    )

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.answer.choices = [("yes", _("Yes")), ("no", _("Not this time"))]
