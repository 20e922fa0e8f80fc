"""Forms of the projects. They never ask the database: what can be chosen comes from the view."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import Field

from participate.core.errors import RuleBroken
from participate.core.fields import (
    ChoiceField,
    Form,
    LineField,
    RadioChoiceField,
    TextField,
    WholeNumberField,
)
from participate.organisations.forms import Choices, beside, open_words
from participate.profiles.words import Theme
from participate.projects.rules.costs import cost_of
from participate.projects.rules.needs import LONGEST, lines_of, needs_typed
from participate.projects.words import NeedKind, Stage

SHORTEST_TIME, LONGEST_TIME = 5, 480  # minutes
WARD_MISSING = _("Choose the neighbourhood.")


class IdeaForm(Form):
    """Wouldn't it be good if …"""

    words = TextField(
        _("Wouldn’t it be good if …"),
        longest=600,
        missing=_("Write your idea in a sentence or two."),
        validators=[open_words],
    )


class AnswerForm(Form):
    """What the hub says to an idea."""

    words = TextField(
        _("Your answer"),
        longest=600,
        missing=_("Write what you think, and what happens next."),
        validators=[open_words],
    )


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
    cost = LineField(
        _("What does it cost each?"), longest=12, validators=[beside(lambda _form, typed: cost_of(typed))]
    )
    postcode = LineField(_("Postcode of the place where you meet"), longest=40)
    organisation = ChoiceField(_("Which organisation runs it?"))

    def __init__(self, wards: Choices, organisations: Choices, **more: object) -> None:
        super().__init__(**more)
        self.theme.choices = [(theme.value, _(theme.label)) for theme in Theme]
        self.ward.choices = [("", _("Choose…")), *wards]
        self.organisation.choices = [("", _("None: neighbours do")), *organisations]


_lines = beside(lambda _form, typed: lines_of(typed))


class StartForm(ProjectForm):
    """A new project, with what it needs first: one thing a line. `needs` holds them after validation."""

    people = TextField(_("People you look for"), longest=1000, validators=[open_words, _lines])
    spaces = TextField(_("A place you look for"), longest=600, validators=[open_words, _lines])
    things = TextField(_("Things you look for"), longest=1000, validators=[open_words, _lines])
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
    """The next step of a project."""

    stage = RadioChoiceField(_("What is the next step?"), missing=_("Choose the next step."))

    def __init__(self, moves: Sequence[Stage], **more: object) -> None:
        super().__init__(**more)
        self.stage.choices = [(stage.value, _(stage.label)) for stage in moves]


class HelpForm(Form):
    """I'd like to help. A word to the team is welcome and not needed."""

    words = TextField(_("Anything you would like to say?"), longest=280)


class NeedForm(Form):
    """One thing that a project lacks."""

    kind = RadioChoiceField(_("What do you look for?"), missing=_("Choose what you look for."))
    words = LineField(
        _("In a few words"),
        longest=LONGEST,
        missing=_("Write what you look for, like “Someone who can thread a sewing machine”."),
        validators=[open_words],
    )
    when_words = LineField(_("When, and how often?"), longest=120, validators=[open_words])
    minutes = WholeNumberField(_("How many minutes each time?"), least=SHORTEST_TIME, most=LONGEST_TIME)

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.kind.choices = [(kind.value, _(kind.label)) for kind in NeedKind]


class ThanksForm(Form):
    """It is met: whom to thank."""

    thanks = LineField(_("Whom would you like to thank?"), longest=120, validators=[open_words])


def put_error(field: Field, broken: RuleBroken) -> None:
    """Show a broken rule beside a field."""
    field.errors = [*field.errors, _(broken.message, **broken.facts)]
