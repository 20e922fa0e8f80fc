"""Forms of lending. They never ask the database: what can be chosen comes from the view."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _
from wtforms import Form as AnyForm

from participate.accounts.forms import ContactField
from participate.core.days import day_of
from participate.core.fields import (
    ChoiceField,
    Form,
    LineField,
    RadioChoiceField,
    TextField,
    TickField,
    WholeNumberField,
)
from participate.core.i18n import date_line
from participate.materials.rules.kits import LONGEST_PART, MOST_OF_ONE, MOST_PARTS, parts_in
from participate.materials.rules.lending import MOST_DAYS
from participate.materials.rules.terms_of_lending import (
    LONGEST_DEPOSIT,
    LONGEST_NOTE,
    LONGEST_SAFETY,
    LONGEST_WORDS,
    MOST_POINTS,
    LendingTerms,
    lengths,
)
from participate.materials.words import Condition
from participate.organisations.forms import Choices, beside, open_words

LONGEST_PERSON = 60
ASK, AT_ONCE = "ask", "at_once"


def days_line(days: int) -> str:
    """ "One day", "3 days", "A week", "2 weeks"."""
    if days % 7 == 0:
        return ngettext("A week", "%(num)s weeks", days // 7)
    return ngettext("One day", "%(num)s days", days)


def days_span(first: date, last: date) -> str:
    """ "Thursday 2 July to Sunday 5 July", or the one day."""
    if first == last:
        return date_line(first)
    return gettext("%(start)s to %(due)s", start=date_line(first), due=date_line(last))


def _conditions() -> Choices:
    return [(each.value, _(each.label)) for each in Condition]


class LendingForm(Form):
    """How a thing is lent. `points` only where a hub lends it."""

    at_home = True
    condition = RadioChoiceField(_("How is it?"), missing=_("Choose how it is."))
    loan_days = ChoiceField(_("For how long at most?"), missing=_("Choose for how long."))
    how = RadioChoiceField(_("Do you want to be asked?"), missing=_("Choose one."))
    parts = TextField(
        _("What is in it?"), longest=MOST_PARTS * (LONGEST_PART + 6),
        validators=[beside(lambda _form, typed: parts_in(typed)), open_words],
    )  # fmt: skip
    safety = TextField(_("What should one look out for?"), longest=LONGEST_SAFETY, validators=[open_words])
    induction = TickField(_("Only for those who were shown how to use it"))
    deposit = LineField(_("Do you ask for a deposit?"), longest=LONGEST_DEPOSIT, validators=[open_words])
    points = WholeNumberField(_("How many kit points does it cost?"), least=0, most=MOST_POINTS)

    def __init__(self, usual: int, *, has_points: bool, **more: object) -> None:
        super().__init__(**more)
        self.condition.choices = _conditions()
        self.loan_days.choices = [(str(each), days_line(each)) for each in lengths(MOST_DAYS, usual)]
        self.how.choices = [(ASK, _("Yes, ask me first")), (AT_ONCE, _("No: who asks first has it"))]
        if not has_points:
            del self.points

    def terms(self, points: int) -> LendingTerms:
        """What was filled in; `points` where they are not asked."""
        return LendingTerms(
            condition=Condition(self.condition.data), loan_days=int(self.loan_days.data),
            instant=self.how.data == AT_ONCE, deposit=self.deposit.data or "", safety=self.safety.data or "",
            induction=bool(self.induction.data), parts=tuple(parts_in(self.parts.data or "")),
            points=(self.points.data or 0) if "points" in self else points,
        )  # fmt: skip


def _look_at_day(_form: AnyForm, typed: str) -> None:
    if typed:
        day_of(typed)


class BorrowForm(Form):
    """From when, for how long, how many, what for; whose points where it costs some."""

    units = WholeNumberField(_("How many?"), least=1, most=MOST_OF_ONE, missing=_("Write how many, like 1 or 12."))
    from_day = LineField(_("From which day?"), longest=20, validators=[beside(_look_at_day)])
    days = ChoiceField(_("For how long?"), missing=_("Choose for how long."))
    subject = ChoiceField(_("What is it for?"))
    budget = ChoiceField(_("Whose kit points?"), missing=_("Choose whose points pay for it."))
    words = TextField(_("A word to whoever lends it"), longest=LONGEST_WORDS)

    def __init__(self, longest: int, subjects: Choices, budgets: Choices | None, **more: object) -> None:
        super().__init__(**more)
        self.days.choices = [(str(each), days_line(each)) for each in lengths(longest)]
        self.subject.choices = [("", _("For myself")), *subjects]
        if budgets is None:
            del self.budget
        else:
            self.budget.choices = [("", _("Choose…")), *budgets]


class AnswerForm(Form):
    """A keeper's yes, with how to get it; or her no, with a reason."""

    words = TextField(_("How can they get it?"), longest=LONGEST_WORDS)
    reason = TextField(_("Why not this time?"), longest=LONGEST_WORDS)


class ConditionForm(Form):
    """How it is, when it goes out and when it comes back. `missing` are the parts of a kit that are not there."""

    condition = RadioChoiceField(_("How is it?"), missing=_("Choose how it is."))
    note = LineField(_("Anything to note?"), longest=LONGEST_NOTE)
    shown = TickField(_("I have shown them how to use it safely"))

    def __init__(self, *, asks_shown: bool = False, **more: object) -> None:
        super().__init__(**more)
        self.condition.choices = _conditions()
        if not asks_shown:
            del self.shown


class CounterForm(ConditionForm):
    """Hand it out to somebody who stands here and has no account."""

    name = LineField(_("Their first name"), longest=LONGEST_PERSON, missing=_("Write their name."))
    contact = ContactField(_("Their e-mail or mobile number"), longest=254)
    units = WholeNumberField(_("How many?"), least=1, most=MOST_OF_ONE, missing=_("Write how many, like 1 or 12."))
    days = ChoiceField(_("For how long?"), missing=_("Choose for how long."))
    agrees = TickField(
        _("They agree that we keep their name with it"),
        missing=_("Ask them first. Tick it when they say yes; else lend it to somebody whose name you may keep."),
    )

    def __init__(self, longest: int, *, can_text: bool, asks_shown: bool, **more: object) -> None:
        super().__init__(asks_shown=asks_shown, **more)
        self.days.choices = [(str(each), days_line(each)) for each in lengths(longest)]
        self.contact.can_text = can_text
        if not can_text:
            self.contact.label.text = _("Their e-mail")


class LongerForm(Form):
    """Some days longer."""

    days = ChoiceField(_("How many days longer?"), missing=_("Choose how many days."))

    def __init__(self, longest: int, **more: object) -> None:
        super().__init__(**more)
        self.days.choices = [(str(each), days_line(each)) for each in lengths(longest)]


class NoteForm(Form):
    """A word why, or none."""

    note = LineField(_("A word to them"), longest=LONGEST_NOTE)


def missing_in(sent: Iterable[tuple[str, str]]) -> dict[int, int]:
    """How many of each part are not there, as fields named "missing-<part>" say; what is no number is left out."""
    found = dict[int, int]()
    for name, typed in sent:
        head, dash, number = name.partition("-")
        value = typed.strip()
        good = head == "missing" and dash and all(each.isascii() and each.isdecimal() for each in (number, value))
        if good and len(number) < 10 and len(value) < 5:
            found[int(number)] = int(value)
    return found
