"""Forms of the materials."""

from participate.materials.forms.listing import (
    ME,
    MaterialForm,
    NarrowForm,
)

__all__ = [
    "ME",
    "MaterialForm",
    "NarrowForm",
]
