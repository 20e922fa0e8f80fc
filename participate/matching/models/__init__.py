"""Tables of the matcher."""

from participate.matching.models.answer import Answer, SwitchedOff
from participate.matching.models.ask import Ask, AskLine, ProjectSet
from participate.matching.models.by_hand import ByHand, Placing, Synonym
from participate.matching.models.shown import Suggested, SuggestedWeek, Unmatched

__all__ = [
    "Answer", "Ask", "AskLine", "ByHand", "Placing", "ProjectSet", "Suggested", "SuggestedWeek", "SwitchedOff",
    "Synonym", "Unmatched",
]  # fmt: skip
