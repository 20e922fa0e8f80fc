"""What happens to the materials."""

from participate.materials.service.listing import (
    MaterialFacts,
    add,
    change,
    confirm,
    hide,
    remove,
    restore,
)

__all__ = [
    "MaterialFacts",
    "add",
    "change",
    "confirm",
    "hide",
    "remove",
    "restore",
]
