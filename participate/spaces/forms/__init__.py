"""Forms of the spaces."""

from participate.spaces.forms.listing import ME, NarrowForm, PartForm, SpaceForm, WordsForm

__all__ = ["ME", "NarrowForm", "PartForm", "SpaceForm", "WordsForm"]
