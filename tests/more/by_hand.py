"""What staff told the matcher by hand: first, left out, words, a thought for a neighbour; and what ended."""

from participate.core import clock
from participate.core.db import db
from participate.matching.service import by_hand
from participate.matching.words import Placed
from tests.street import Street

STATES = (
    "/desk/by-hand?what=thought", "/desk/by-hand?what=words", "/desk/by-hand?page=9", "/desk/by-hand?what=nonsense",
    "/desk/by-hand?hub={hub_id}",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    dora, hub, today = street.dora.id, street.hub.id, clock.today()
    first = by_hand.place(dora, hub, f"project:{street.project.id}", Placed.FIRST, today, "They lack two people")
    out = by_hand.place(dora, hub, f"space:{street.space.id}", Placed.OUT, today)
    by_hand.end(dora, out)
    by_hand.think_of(dora, hub, street.bilal.id, f"material:{street.material.id}", today)
    by_hand.add_words(dora, hub, "veg patch, allotment", today)
    by_hand.end(dora, by_hand.add_words(dora, hub, "nosh, food", today))
    db.session.commit()
    return {"what": "placed", "made_id": first.id}
