"""Forms of what stands beside the figures."""

from flask_babel import lazy_gettext as _
from wtforms import Field, SelectMultipleField

from participate.core.fields import ChoiceField, Form, LineField, TextField, WholeNumberField
from participate.insight.measures import BY_KEY
from participate.insight.periods import read
from participate.insight.rules.promised import MOST_TARGET, budget_of, check_counted, check_target
from participate.organisations.forms import Choices, beside


class CommitmentForm(Form):
    """What was promised. Of one that is changed, measure and period stay as they are."""

    measure = ChoiceField(_("What is counted?"), missing=_("Choose what is counted."))
    period = ChoiceField(_("By when?"), missing=_("Choose by when."))
    target = WholeNumberField(
        _("At least how many?"), least=5, most=MOST_TARGET, missing=_("Write how many it should be."),
    )  # fmt: skip
    source = LineField(_("Where was it promised?"), longest=300, missing=_("Write where, so that others can look."))
    owner = LineField(
        _("Which team or role answers for it?"), longest=120, missing=_("Write a team or a role, not a name.")
    )
    reason = LineField(_("Why does it change?"), longest=300)

    def __init__(self, measures: Choices, periods: Choices, **more: object) -> None:
        super().__init__(**more)
        self.measure.choices = [("", _("Choose…")), *measures] if len(measures) > 1 else measures
        self.period.choices = [("", _("Choose…")), *periods] if len(periods) > 1 else periods

    def validate_period(self, field: Field) -> None:
        """Only for a time that the measure is counted for."""
        measure = BY_KEY.get(self.measure.data or "")
        if measure is not None and not field.errors:
            grains = measure.grains
            beside(lambda _form, code: check_counted(grains, read(code)))(self, field)

    def validate_target(self, field: Field) -> None:
        """In fives, as the figures are."""
        if not field.errors:  # else it is no number at all
            beside(lambda _form, typed: check_target(int(typed)))(self, field)


class BudgetForm(Form):
    """What a period cost."""

    period = ChoiceField(_("Which time?"), missing=_("Choose which time."))
    pounds = LineField(
        _("How much did it cost?"),
        longest=16,
        missing=_("Write pounds, like 12,500."),
        validators=[beside(lambda _form, typed: budget_of(typed))],
    )
    includes = TextField(
        _("What is in it?"), longest=400, missing=_("Write what is in it, like wages, rent and materials.")
    )
    leaves_out = TextField(_("What is not in it?"), longest=400)

    def __init__(self, periods: Choices, **more: object) -> None:
        super().__init__(**more)
        self.period.choices = [("", _("Choose…")), *periods]


class GoalsForm(Form):
    """Which goals a project works towards: any, or none."""

    goals = SelectMultipleField(_("What does it work towards?"), validate_choice=True)

    def __init__(self, known: Choices, **more: object) -> None:
        super().__init__(**more)
        self.goals.choices = known
