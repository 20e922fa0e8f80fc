"""What happens to the spaces."""

from participate.spaces.service.listing import (
    SpaceFacts,
    add,
    change,
    confirm,
    hide,
    remove,
    restore,
)

__all__ = [
    "SpaceFacts",
    "add",
    "change",
    "confirm",
    "hide",
    "remove",
    "restore",
]
