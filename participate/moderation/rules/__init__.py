"""Rules of the moderation. Pure."""

from participate.moderation.rules.reports import (
    AlreadyDecided,
    AskedAlready,
    NotHidden,
    OwnThing,
    SecondLook,
    check_ask_again,
    check_choice,
    check_decider,
)

__all__ = [
    "AlreadyDecided", "AskedAlready", "NotHidden", "OwnThing", "SecondLook", "check_ask_again", "check_choice",
    "check_decider",
]  # fmt: skip
