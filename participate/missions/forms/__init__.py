"""Forms of the missions."""

from flask_babel import lazy_gettext as _

from participate.core.days import day_of
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField, WholeNumberField
from participate.missions.rules.naming import MOST_TARGET
from participate.missions.rules.outcomes import MOST
from participate.missions.words import MissionMeasure, MissionStage
from participate.organisations.forms import Choices, beside, open_words

LONGEST_DAY = 20
_a_day = beside(lambda _form, typed: day_of(typed))


def _day(label: str, missing: str) -> LineField:
    return LineField(label, longest=LONGEST_DAY, missing=missing, validators=[_a_day])


class MissionForm(Form):
    """A goal that many work towards."""

    behalf = ChoiceField(_("In whose name?"), missing=_("Choose in whose name."))
    name = LineField(
        _("What is the goal?"), longest=120, missing=_("Write the goal in one line."), validators=[open_words]
    )
    about = TextField(
        _("Why, and who is it for?"), longest=600, missing=_("Write a sentence or two that a neighbour understands."),
        validators=[open_words],
    )  # fmt: skip
    measure = RadioChoiceField(_("What do we count?"), missing=_("Choose what we count."))
    target = WholeNumberField(_("How many?"), least=10, most=MOST_TARGET, missing=_("Write how many it should be."))
    definition = TextField(
        _("What exactly is counted?"), longest=400, validators=[open_words],
        description=_("Only where partners report it themselves: who counts, and when."),
    )  # fmt: skip
    first_day = _day(_("First day"), _("Choose the first day."))
    last_day = _day(_("Last day"), _("Choose the last day."))

    def __init__(self, behalves: Choices, **more: object) -> None:
        super().__init__(**more)
        self.behalf.choices = [("", _("Choose…")), *behalves] if len(behalves) > 1 else behalves
        self.measure.choices = [(measure.value, _(measure.label)) for measure in MissionMeasure]


class JoinForm(Form):
    """Which project joins."""

    project = RadioChoiceField(_("Which project?"), missing=_("Choose the project."))

    def __init__(self, projects: Choices, **more: object) -> None:
        super().__init__(**more)
        self.project.choices = projects


class StageForm(Form):
    """How far a project has come under a mission, and what it taught."""

    stage = RadioChoiceField(_("How far have you come?"), missing=_("Choose how far."))
    learnt = TextField(_("What did you learn?"), longest=600, validators=[open_words])

    def __init__(self, stages: list[MissionStage], **more: object) -> None:
        super().__init__(**more)
        self.stage.choices = [(stage.value, _(stage.label)) for stage in stages]


class OutcomeForm(Form):
    """What a partner counted."""

    organisation = ChoiceField(_("Who do you speak for?"), missing=_("Choose who you speak for."))
    number = WholeNumberField(_("How many?"), least=0, most=MOST, missing=_("Write the number."))
    definition = TextField(
        _("What exactly did you count?"), longest=400,
        missing=_("Write what you counted, so that others can trust it."), validators=[open_words],
    )  # fmt: skip
    first_day = _day(_("From"), _("Choose the first day that you counted."))
    last_day = _day(_("To"), _("Choose the last day that you counted."))

    def __init__(self, partners: Choices, **more: object) -> None:
        super().__init__(**more)
        self.organisation.choices = [("", _("Choose…")), *partners] if len(partners) > 1 else partners


class LearntForm(Form):
    """What a mission taught."""

    learnt = TextField(
        _("What was learnt?"), longest=2000, missing=_("Write what the next ones should know."), validators=[open_words]
    )
