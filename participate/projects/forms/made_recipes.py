"""A team writes its project down as a recipe."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, LineField, RadioChoiceField, TextField
from participate.organisations.forms import beside, open_words
from participate.profiles.words import Theme
from participate.projects.rules.made_recipes import steps_of


class RecipeForm(Form):
    """What a recipe says. Everything but what people take home is needed, as somebody else will start it."""

    name = LineField(
        _("What is it called?"),
        longest=80,
        missing=_("Give it a short name, like “Bread club”."),
        validators=[open_words],
    )
    theme = RadioChoiceField(_("What kind of thing is it?"), missing=_("Choose the kind that fits best."))
    summary = TextField(
        _("What do people do?"), longest=400, missing=_("Say it in a sentence or two."), validators=[open_words]
    )
    steps = TextField(
        _("How do you do it, step by step?"),
        longest=2400,
        missing=_("Write the steps, each on its own line."),
        validators=[open_words, beside(lambda _form, typed: steps_of(typed))],
    )
    space = LineField(
        _("What space does it take?"), longest=200, missing=_("Write what space, or “None”."), validators=[open_words]
    )
    materials = LineField(
        _("What things does it take?"),
        longest=300,
        missing=_("Write which things, or “None”."),
        validators=[open_words],
    )
    skills = LineField(
        _("Who must be there?"), longest=300, missing=_("Write who, like “1 host”."), validators=[open_words]
    )
    people = LineField(_("How many people?"), longest=60, missing=_("Write how many, like “4 to 10 people”."))
    rhythm = LineField(
        _("How long, and how often?"),
        longest=120,
        missing=_("Write it like “2 hours, weekly”."),
        validators=[open_words],
    )
    starter_time = LineField(
        _("How much time does it take whoever starts it?"), longest=120, missing=_("Write it like “3 hours to set up”.")
    )
    joiner_time = LineField(
        _("And whoever only joins in?"), longest=120, missing=_("Write it like “one session, 2 hours”.")
    )
    take_home = LineField(_("What do people take home?"), longest=120, validators=[open_words])
    credit = LineField(_("Whom should it thank?"), longest=200, validators=[open_words])

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.theme.choices = [(theme.value, _(theme.label)) for theme in Theme]
