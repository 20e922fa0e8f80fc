"""Forms of signing up: two fields for a stranger, none for somebody signed in; the rest is there for who wants it."""

import secrets

from flask_babel import lazy_gettext as _
from flask_babel import ngettext

from participate.accounts.forms import Choices, ContactField
from participate.core.fields import CarriedField, ChoiceField, Form, LineField, TickField, WholeNumberField
from participate.sessions.rules.party import MOST_OF_A_BAND, Party, Wish

LONGEST_NOTE = 200
LONGEST_PERSON = 80
PARTY_ORDER = ("babies", "toddlers", "children", "teenagers", "meet_me", "any_time", "note")
LATE = (10, 20, 30, 60)  # minutes


class PartyForm(Form):
    """Who comes along, and what the host should know."""

    babies = WholeNumberField(_("Babies"), most=MOST_OF_A_BAND)
    toddlers = WholeNumberField(_("Children of 1 to 4"), most=MOST_OF_A_BAND)
    children = WholeNumberField(_("Children of 5 to 11"), most=MOST_OF_A_BAND)
    teenagers = WholeNumberField(_("Young people of 12 to 17"), most=MOST_OF_A_BAND)
    meet_me = TickField(_("Please meet me at the door"))
    any_time = TickField(_("I can come at short notice, if a place comes free on the last day"))
    note = LineField(_("Anything the host should know"), longest=LONGEST_NOTE)

    def party(self) -> Party:
        """The children, as numbers; an empty field is nobody."""
        return Party(self.babies.data or 0, self.toddlers.data or 0, self.children.data or 0, self.teenagers.data or 0)

    @property
    def opened(self) -> bool:
        """Whether something was written beyond name and contact: then it stays in sight."""
        return any(self[name].data or self[name].errors for name in PARTY_ORDER)


class SignUpForm(PartyForm):
    """Come once. `ticket` makes the same form, sent twice, the same sign-up."""

    name = LineField(_("Your first name"), longest=LONGEST_PERSON, missing=_("Tell us what to call you."))
    contact = ContactField(_("E-mail or mobile number"), longest=254, missing=_("Write your e-mail or mobile number."))
    task = ChoiceField(_("Something you would like to do"))
    ticket = CarriedField(longest=60)

    def __init__(self, *, can_text: bool, known: bool, tasks: Choices = [], **more: object) -> None:  # noqa: B006
        super().__init__(ticket=secrets.token_urlsafe(16), **more)
        if known:
            del self.name, self.contact
        else:
            self.contact.can_text = can_text
            if not can_text:
                self.contact.label.text = _("Your e-mail")
        self.task.choices = [("", _("Whatever is needed")), *tasks]
        self.page_order = tuple(name for name in ("name", "contact", "task", *PARTY_ORDER) if name in self)

    def wish(self) -> Wish:
        """What she says."""
        return Wish(
            party=self.party(), any_time=self.any_time.data, meet_me=self.meet_me.data, note=self.note.data or "",
            task_id=int(self.task.data) if self.task.data else None,
        )  # fmt: skip


def tasks_to_choose(tasks: list[tuple[int, str, int]]) -> Choices:
    """Tasks as choices. `tasks`: (id, name, places left), those with none left out."""
    return [
        (str(number), ngettext("%(name)s (%(num)d place left)", "%(name)s (%(num)d places left)", left, name=name))
        for number, name, left in tasks
        if left > 0
    ]


class AddForm(PartyForm):
    """A host writes somebody down who rang or asked at the counter."""

    name = LineField(_("First name"), longest=LONGEST_PERSON, missing=_("Write a name."))
    contact = ContactField(
        _("Their e-mail or mobile number"), longest=254, missing=_("Write one way to reach them, so that they hear.")
    )
    page_order = ("name", "contact", *PARTY_ORDER)

    def __init__(self, *, can_text: bool, **more: object) -> None:
        super().__init__(**more)
        self.contact.can_text = can_text
        if not can_text:
            self.contact.label.text = _("Their e-mail")


class LateForm(Form):
    """How much later she comes; "0": in time after all."""

    minutes = ChoiceField(_("How late?"), missing=_("Choose how late you will be."))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.minutes.choices = [(str(each), str(each)) for each in (0, *LATE)]


class SpokenCodeForm(Form):
    """The short code that somebody says on the phone."""

    code = LineField(_("The code"), longest=40, missing=_("Write the code, like KPT-22F."))


class ButtonForm(Form):
    """Nothing but a button."""
