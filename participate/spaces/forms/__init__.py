"""Forms of the spaces."""

from participate.spaces.forms.booking import (
    ALL,
    ONE,
    BookForm,
    CancelForm,
    Choice,
    DeclineForm,
    MoveForm,
    choices_in,
    lengths,
    number_in,
)
from participate.spaces.forms.listing import ME, NarrowForm, PartForm, RemoveForm, SpaceForm, WordsForm

__all__ = [
    "ALL", "ME", "ONE", "BookForm", "CancelForm", "Choice", "DeclineForm", "MoveForm", "NarrowForm", "PartForm",
    "RemoveForm", "SpaceForm", "WordsForm", "choices_in", "lengths", "number_in",
]  # fmt: skip
