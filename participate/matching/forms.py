"""Forms of the matcher."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, RadioChoiceField, TickField
from participate.matching.words import Access, Because


class ReasonForm(Form):
    """Why a suggestion is not for her: one of a few buttons."""

    reason = RadioChoiceField(_("Not for me because"), missing=_("Choose one."))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.reason.choices = [(each.value, _(each.label)) for each in Because]


class AccessForm(Form):
    """What a place must have, as she asks now: by GET, so without a token, and nowhere written down."""

    class Meta:
        csrf = False

    step_free = TickField(_(Access.STEP_FREE.label))
    toilet = TickField(_(Access.TOILET.label))
    quiet = TickField(_(Access.QUIET.label))

    @property
    def ticks(self) -> list[TickField]:
        return [self[one.value] for one in Access]

    @property
    def bits(self) -> int:
        """What is asked for, as bits of words.Access."""
        return sum(one.bit for one in Access if self[one.value].data)

    @property
    def values(self) -> dict[str, str]:
        """The same for addresses that keep it."""
        return {one.value: "y" for one in Access if self[one.value].data}
