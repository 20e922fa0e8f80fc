"""Reading stories, the showcase, green shoots, and what goes into a pack."""

from participate.stories.models import Story
from participate.stories.queries.green import GreenShoot, list_green_facts, list_green_shoots
from participate.stories.queries.pack import (
    Consent,
    count_heads,
    find_safety,
    list_consents,
    list_met,
    list_sessions,
    list_spaces,
    list_weeks,
)
from participate.stories.queries.showcase import Shown, list_showcase
from participate.stories.queries.stories import (
    StoryCard,
    cards_of,
    find_of,
    find_story,
    get_story,
    has_attended,
    has_attended_any,
    is_out_of_sight,
    list_latest,
    list_of_project,
    list_of_session,
    list_stories,
    list_whole,
)

__all__ = [
    "Consent", "GreenShoot", "Shown", "Story", "StoryCard", "cards_of", "count_heads", "find_of", "find_safety",
    "find_story", "get_story", "has_attended", "has_attended_any", "is_out_of_sight", "list_consents",
    "list_green_facts", "list_green_shoots", "list_latest", "list_met", "list_of_project", "list_of_session",
    "list_sessions", "list_showcase", "list_spaces", "list_stories", "list_weeks", "list_whole",
]  # fmt: skip
