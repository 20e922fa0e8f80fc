"""Forms of the surveys."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField

from participate.core.fields import Form, RadioChoiceField
from participate.surveys.words import (
    AGE_BANDS,
    AGE_QUESTION,
    CONDITION_QUESTION,
    CONDITIONS,
    ETHNIC_GROUPS,
    ETHNIC_QUESTION,
    RATHER_NOT,
    RATHER_NOT_SAY,
    RESTRICTION_QUESTION,
    RESTRICTIONS,
)


class AboutYouForm(Form):
    """Three questions. Each can be left out, which is the same as "rather not say"."""

    age = RadioChoiceField(_(AGE_QUESTION))
    group = SelectField(_(ETHNIC_QUESTION), validate_choice=False)
    condition = RadioChoiceField(_(CONDITION_QUESTION))
    restriction = RadioChoiceField(_(RESTRICTION_QUESTION))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        rather_not = [(RATHER_NOT, _(RATHER_NOT_SAY))]
        self.age.choices = [*((value, _(words)) for value, words in AGE_BANDS), *rather_not]
        self.group.choices = {
            "": [("", _("Choose…")), *rather_not],
            **{_(name): [(value, _(words)) for value, words in group] for name, group in ETHNIC_GROUPS},
        }
        self.condition.choices = [*((value, _(words)) for value, words in CONDITIONS), *rather_not]
        self.restriction.choices = [*((value, _(words)) for value, words in RESTRICTIONS), *rather_not]
