"""Form fields that clean what people type, once, and say plainly what to change."""

from collections.abc import Callable, Sequence

from flask_babel import lazy_gettext as _
from flask_babel import ngettext
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, NumberRange, Optional, StopValidation

from participate.core.text import clean_line, clean_text, has_unprintable

TOUCHED_LONGEST = 5_000  # more than this is never sent back into a page


class Form(FlaskForm):
    """Every form: CSRF on, no browser-side rules in the way of ours."""

    # The order of the page, where it is not the order of the class.
    page_order: tuple[str, ...] = ()

    def errors_in_order(self) -> list[tuple[str, str, str]]:
        """(field id, label, first error) in the order of the page, for the summary on top."""
        fields = [self[name] for name in self.page_order] or list(self)
        return [(field.id, str(field.label.text), str(field.errors[0])) for field in fields if field.errors]


class _Cleaned:
    """Shared by the text fields: keep what was typed for the page, give clean words to the code."""

    cleaner: Callable[[str], str] = staticmethod(clean_line)
    longest: int

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        if not valuelist:
            return
        typed = valuelist[0]
        self.unprintable = has_unprintable(typed)
        self.data = self.cleaner(typed[:TOUCHED_LONGEST])
        self.typed_length = len(typed) if len(typed) > TOUCHED_LONGEST else len(self.data)

    unprintable = False
    typed_length = 0
    data: str | None


def _fits(form: FlaskForm, field: Field) -> None:
    if getattr(field, "unprintable", False):
        raise StopValidation(_("Some of these signs cannot be shown. We took them out: please look again."))
    longest, length = field.longest, field.typed_length
    if length > longest:
        raise StopValidation(
            ngettext(
                "Use at most %(longest)d letters. This has one too many.",
                "Use at most %(longest)d letters. This has %(num)d too many.",
                length - longest,
                longest=longest,
            )
        )


class LineField(_Cleaned, StringField):
    """One line of words, at most `longest` characters. `missing` is what to say when it is empty."""

    def __init__(self, label: str, *, longest: int = 280, missing: str | None = None, validators=(), **more):
        self.longest = longest
        first = DataRequired(missing) if missing else Optional(strip_whitespace=True)
        checks = [_fits, first, *validators] if missing else [_fits, *validators]
        super().__init__(label, checks, **more)


class TextField(_Cleaned, TextAreaField):
    """Several lines, at most `longest` characters."""

    cleaner = staticmethod(clean_text)

    def __init__(self, label: str, *, longest: int = 2000, missing: str | None = None, validators=(), **more):
        self.longest = longest
        checks = [_fits, *([DataRequired(missing)] if missing else []), *validators]
        super().__init__(label, checks, **more)


class CarriedField(_Cleaned, HiddenField):
    """Words that travel with the form from page to page, so that nothing typed is lost."""

    def __init__(self, *, longest: int = 280, **more):
        self.longest = longest
        super().__init__("", [_fits], **more)


class ChoiceField(SelectField):
    """One of a list. `choices` are (value, label) pairs; empty value: nothing chosen."""

    def __init__(self, label: str, *, missing: str | None = None, **more):
        more.setdefault("validate_choice", False)
        super().__init__(label, [_is_choice(missing)], **more)


class RadioChoiceField(RadioField):
    """One of a few, all in sight."""

    def __init__(self, label: str, *, missing: str | None = None, **more):
        more.setdefault("validate_choice", False)
        super().__init__(label, [_is_choice(missing)], **more)


def _is_choice(missing: str | None) -> Callable[[FlaskForm, Field], None]:
    def check(form: FlaskForm, field: Field) -> None:
        allowed = {str(choice[0]) for choice in field.iter_choices()}
        given = "" if field.data is None or field.data == "None" else str(field.data)
        if not given:
            if missing:
                raise StopValidation(missing)
            field.data = field.coerce("") if field.coerce is str else None
        elif given not in allowed:
            raise StopValidation(missing or _("Choose one from the list."))

    # WTForms marks a field as required for readers by this flag.
    check.field_flags = {"required": True} if missing else {}  # type: ignore[attr-defined]
    return check


class TickField(BooleanField):
    """A tick box. `missing` is what to say when it must be ticked and is not."""

    def __init__(self, label: str, *, missing: str | None = None, **more):
        super().__init__(label, [InputRequired(missing)] if missing else [], **more)


class WholeNumberField(IntegerField):
    """A whole number within limits; empty is None unless `missing` is given."""

    def __init__(self, label: str, *, least: int = 0, most: int = 10_000, missing: str | None = None, **more):
        self.least, self.most = least, most
        first = InputRequired(missing) if missing else Optional()
        limits = NumberRange(least, most, _("Write a whole number from %(least)s to %(most)s.", least=least, most=most))
        super().__init__(label, [first, limits], **more)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        typed = valuelist[0].strip()
        if not typed.isdecimal() or len(typed) > 9:
            self.data = None
            raise ValueError(_("Write a whole number from %(least)s to %(most)s.", least=self.least, most=self.most))
        self.data = int(typed)
