"""Forms of the photos."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms.validators import StopValidation

from participate.core.errors import RuleBroken
from participate.core.fields import Form, LineField, RadioChoiceField, TextField, TickField
from participate.core.screening import check_open_words
from participate.photos.words import LONGEST_ALT, LONGEST_ASK, LONGEST_REASON, DownReason, Verdict, Who

ACCEPTED = "image/jpeg,image/png,image/webp"  # what a phone offers; an iPhone then sends a JPEG


def open_words(form: Form, field: LineField) -> None:
    """Words for everybody: no way to a person's door stands in them."""
    try:
        check_open_words(field.data or "", at_home=True)
    except RuleBroken as broken:
        raise StopValidation(_(broken.message, **broken.facts)) from None


class PictureForm(Form):
    """The picture itself."""

    photo = FileField(_("Choose a photo"), validators=[FileRequired(_("Choose a photo first."))])


class WordsForm(Form):
    """What a photo shows, for those who cannot see it."""

    alt = LineField(_("What does it show?"), longest=LONGEST_ALT, validators=[open_words])
    decorative = TickField(_("It is only decoration. Words would add nothing"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Either words, or a word that none are needed."""
        fine = super().validate(extra_validators)
        if fine and not self.alt.data and not self.decorative.data:
            self.alt.errors = [_("Write a few words about what it shows.")]
            return False
        return fine


class SayForm(WordsForm):
    """What a photo shows, who is in it, and that they agree."""

    who = RadioChoiceField(_("Can anybody be recognised?"), missing=_("Choose who can be recognised."))
    consent = TickField(
        _("I may use this photo, and everybody in it is happy that neighbours see it"),
        missing=_("Tick this when everybody agrees. If somebody does not, choose another photo."),
    )

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.who.choices = [(who.value, _(who.label)) for who in Who]


class ChildrenForm(Form):
    """The extra step when children can be recognised."""

    parents = TickField(
        _("A parent or carer of every child in it said yes to me"),
        missing=_("Ask a parent or carer of every child first. Or choose another photo."),
    )
    no_names = TickField(
        _("No name, badge or school uniform can be read in it"),
        missing=_("Names, badges and school uniforms say too much about a child. Choose another photo."),
    )


class DownForm(Form):
    """Why a photo should come down."""

    reason = RadioChoiceField(_("Why should it come down?"), missing=_("Choose why."))
    words = TextField(_("Do you want to say more? (optional)"), longest=LONGEST_ASK)

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.reason.choices = [(reason.value, _(reason.label)) for reason in DownReason]

    @property
    def chosen(self) -> DownReason:
        return DownReason(self.reason.data)


class CheckForm(Form):
    """What staff say about a photo. Only a no needs a reason."""

    verdict = RadioChoiceField(_("Shall everybody see it?"), missing=_("Choose yes or no."))
    reason = TextField(_("Your reason, in plain words"), longest=LONGEST_REASON)

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.verdict.choices = [
            (Verdict.SHOW.value, _("Yes, show it")), (Verdict.TAKE_DOWN.value, _("No, take it down for good")),
        ]  # fmt: skip

    def validate(self, extra_validators: Any = None) -> bool:
        """A no has a reason."""
        fine = super().validate(extra_validators)
        if fine and self.chosen is Verdict.TAKE_DOWN and not self.reason.data:
            self.reason.errors = [_("Write a reason. Whoever sent it reads it.")]
            return False
        return fine

    @property
    def chosen(self) -> Verdict:
        return Verdict(self.verdict.data)
