"""What the matcher suggests, for the pages of all slices. Only views ask here."""

from participate.matching.queries.cards import PersonCard, Shown, with_cards
from participate.matching.queries.partners import ProjectFit, projects_that_need
from participate.matching.queries.suggestions import (
    Found,
    find,
    similar_to_idea,
    suggestions_for_need,
    suggestions_for_person,
    suggestions_for_text,
)

__all__ = [
    "Found", "PersonCard", "ProjectFit", "Shown", "find", "projects_that_need", "similar_to_idea",
    "suggestions_for_need", "suggestions_for_person", "suggestions_for_text", "with_cards",
]  # fmt: skip
