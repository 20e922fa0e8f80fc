"""From suggestions to what their cards show: one statement a kind, and nothing that not everybody may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from participate.matching.queries.things import Card, PersonCard, cards_of, names_of, parts_of
from participate.matching.ranking.reason import Reason
from participate.matching.ranking.suggestion import Suggestion
from participate.matching.words import Kind

__all__ = ["Card", "PersonCard", "Shown", "with_cards"]


@dataclass(frozen=True)
class Shown:
    """A suggestion with the card of its thing, as the slice that owns the thing gives it. `company` is the name of the
    thing of which people who came to it came to this too, "" where that is not the reason.
    """

    kind: Kind
    id: int
    card: Card
    reason: Reason
    score: float
    company: str = ""

    @property
    def group(self) -> str:
        """The thing as the index names it ("project:12")."""
        return f"{self.kind}:{self.id}"


def with_cards(found: Sequence[Suggestion]) -> list[Shown]:
    """The suggestions with their cards, in order. What vanished since it was indexed is left out."""
    ids: dict[Kind, list[int]] = {}
    for one in found:
        ids.setdefault(one.kind, []).append(_id(one))
    cards = {kind: cards_of(kind, some) for kind, some in ids.items()}
    seen = [(one, one.reason) for one in found if _id(one) in cards[one.kind]]
    names = names_of(reason.company for _one, reason in seen if reason.company)
    return [
        Shown(
            one.kind, _id(one), cards[one.kind][_id(one)], reason, one.score,
            names[reason.company].name if reason.company in names else "",
        )
        for one, reason in seen
    ]  # fmt: skip


def _id(suggestion: Suggestion) -> int:
    return parts_of(suggestion.group)[1]
