"""Forms of the hosts: tasks of a volunteer day, a buddy; and of those who say thank you."""

from flask_babel import lazy_gettext as _

from participate.core.fields import ChoiceField, Form, LineField, WholeNumberField
from participate.organisations.forms import open_words
from participate.sessions.rules.tasks import LONGEST_KIT, LONGEST_SKILL, LONGEST_TASK_NAME, MOST_PLACES

LONGEST_THANKS = 200
LONGEST_TASK = 12 * 60


class TaskForm(Form):
    """One thing to do on a volunteer day."""

    name = LineField(
        _("What is there to do?"),
        longest=LONGEST_TASK_NAME,
        missing=_("Write what there is to do, like “Plant hedge”."),
        validators=[open_words],
    )
    minutes = WholeNumberField(
        _("How many minutes?"), least=5, most=LONGEST_TASK, missing=_("Write the minutes, like 60.")
    )
    places = WholeNumberField(
        _("How many people?"), least=1, most=MOST_PLACES, missing=_("Write how many people, like 4.")
    )
    skill = LineField(_("Does it take a skill?"), longest=LONGEST_SKILL, validators=[open_words])
    kit = LineField(_("What to wear or bring?"), longest=LONGEST_KIT, validators=[open_words])


class BuddyForm(Form):
    """Who is beside the host."""

    buddy = ChoiceField(_("Who is beside you?"))

    def __init__(self, people: list[tuple[int, str]], **more: object) -> None:
        super().__init__(**more)
        self.buddy.choices = [("", _("Nobody yet")), *((str(each), name) for each, name in people)]


class ThanksForm(Form):
    """Thank you, with a line if she likes."""

    words = LineField(_("Add a line, if you like"), longest=LONGEST_THANKS, validators=[open_words])
