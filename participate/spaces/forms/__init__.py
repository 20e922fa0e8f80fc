"""Forms of the spaces."""

from participate.spaces.forms.listing import (
    ME,
    NarrowForm,
    SpaceForm,
)

__all__ = [
    "ME",
    "NarrowForm",
    "SpaceForm",
]
