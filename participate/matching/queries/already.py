"""“This exists already”: what is there before somebody says an idea."""

from dataclasses import dataclass, replace

from participate.matching.queries.cards import Shown
from participate.matching.queries.suggestions import Place, similar_to_idea
from participate.matching.ranking.likeness import likeness
from participate.matching.rules import ALREADY, CLOSE


@dataclass(frozen=True)
class Already:
    """Ideas, projects and recipes about the same, the likest first. `close`: so much the same that whoever says it
    wants to see them first.
    """

    shown: list[Shown]
    close: bool


def already_there(text: str, place: Place, asker_id: int | None = None, most: int = 3) -> Already:
    """What others do or said already that is about the same as a text; nothing of the asker's own.

    At most one statement a kind.
    """
    found = similar_to_idea(text, place, asker_id=asker_id)
    alike = [one for one in found.suggestions if likeness(one) >= ALREADY][:most]
    close = any(likeness(one) >= CLOSE for one in alike)
    return Already(replace(found, suggestions=alike).shown, close)
