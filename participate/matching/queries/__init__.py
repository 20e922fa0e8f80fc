"""What the matcher suggests, for the pages of all slices. Only views ask here."""

from participate.matching.queries.already import Already, already_there
from participate.matching.queries.cards import PersonCard, Shown, with_cards
from participate.matching.queries.partners import ProjectFit, projects_that_need
from participate.matching.queries.standing import is_failing
from participate.matching.queries.suggestions import (
    Found,
    find,
    similar_to_idea,
    suggestions_for_need,
    suggestions_for_person,
    suggestions_for_text,
)

__all__ = [
    "Already", "Found", "PersonCard", "ProjectFit", "Shown", "already_there", "find", "is_failing",
    "projects_that_need", "similar_to_idea", "suggestions_for_need", "suggestions_for_person",
    "suggestions_for_text", "with_cards",
]  # fmt: skip
