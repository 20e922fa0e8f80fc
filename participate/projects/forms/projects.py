"""Forms of the projects."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm

from participate.core.errors import RuleBroken
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField, WholeNumberField
from participate.organisations.forms import Choices, beside, open_words
from participate.profiles.words import Theme
from participate.projects.forms.beside import LONGEST_TIME, SHORTEST_TIME, WARD_MISSING, one_a_line, put_error
from participate.projects.rules.costs import cost_of
from participate.projects.rules.needs import needs_typed
from participate.projects.words import NeedKind, Stage


class NarrowForm(FlaskForm):
    """The neighbourhood to which a list is narrowed; asked by GET, so without a token."""

    class Meta:
        csrf = False

    ward = ChoiceField(_("Neighbourhood"))

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.ward.choices = [("", _("All neighbourhoods")), *wards]


class ProjectForm(Form):
    """What a project's page says. `organisation` is asked only of those who speak for one."""

    name = LineField(
        _("What is it called?"),
        longest=80,
        missing=_("Give it a short name, like “Mend Club”."),
        validators=[open_words],
    )
    about = TextField(
        _("What do you do there?"),
        longest=600,
        missing=_("Write two sentences: what people do, and what they go home with."),
        validators=[open_words],
    )
    theme = RadioChoiceField(_("What kind of thing is it?"), missing=_("Choose the kind that fits best."))
    ward = ChoiceField(_("Which neighbourhood?"), missing=WARD_MISSING)
    minutes = WholeNumberField(_("How many minutes does one time take?"), least=SHORTEST_TIME, most=LONGEST_TIME)
    take_home = LineField(_("What do people take home?"), longest=200, validators=[open_words])
    bring = LineField(_("What should they bring?"), longest=200, validators=[open_words])
    cost = LineField(_("What does it cost each?"), longest=12, validators=[beside(lambda _form, typed: cost_of(typed))])
    postcode = LineField(_("Postcode of the place where you meet"), longest=40)
    organisation = ChoiceField(_("Which organisation runs it?"))

    def __init__(self, wards: Choices, organisations: Choices, **more: object) -> None:
        super().__init__(**more)
        self.theme.choices = [(theme.value, _(theme.label)) for theme in Theme]
        self.ward.choices = [("", _("Choose…")), *wards]
        self.organisation.choices = [("", _("None: neighbours do")), *organisations]


class StartForm(ProjectForm):
    """A new project, with what it needs first: one thing a line. `needs` holds them after validation."""

    people = TextField(_("People you look for"), longest=1000, validators=[open_words, one_a_line])
    spaces = TextField(_("A place you look for"), longest=600, validators=[open_words, one_a_line])
    things = TextField(_("Things you look for"), longest=1000, validators=[open_words, one_a_line])
    needs: list[tuple[NeedKind, str]]

    def validate(self, extra_validators: object = None) -> bool:
        """Also read the needs out of their lines, and see that there are few enough."""
        self.needs = []
        if not super().validate(extra_validators):
            return False
        typed = {NeedKind.PERSON: self.people, NeedKind.SPACE: self.spaces, NeedKind.MATERIAL: self.things}
        try:
            self.needs = needs_typed({kind: field.data or "" for kind, field in typed.items()})
        except RuleBroken as broken:
            put_error(self.things, broken)
            return False
        return True


class StageForm(Form):
    """The next step of a project, and who of the team takes it on where it is handed over."""

    stage = RadioChoiceField(_("What is the next step?"), missing=_("Choose the next step."))
    successor = RadioChoiceField(_("Handed over to whom?"))

    def __init__(self, moves: Sequence[Stage], mates: Sequence[tuple[str, str]] = (), **more: object) -> None:
        super().__init__(**more)
        self.stage.choices = [(stage.value, _(stage.label)) for stage in moves]
        self.successor.choices = list(mates)
