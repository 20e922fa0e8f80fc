"""Telling, changing, hiding and removing stories; making a project's pack."""

from participate.stories.service.pack import make_pack, set_consent
from participate.stories.service.stories import (
    StoryFacts,
    change,
    hide,
    remove,
    restore,
    tell_of_project,
    tell_of_session,
)

__all__ = [
    "StoryFacts", "change", "hide", "make_pack", "remove", "restore", "set_consent", "tell_of_project",
    "tell_of_session",
]  # fmt: skip
