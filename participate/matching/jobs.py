"""What the matcher does when it is woken: look for things that go with a wish."""

from datetime import timedelta
from typing import Any

from participate.core import clock
from participate.core.jobs import Payload, on
from participate.matching import engine
from participate.matching.queries.suggestions import find
from participate.matching.ranking.facts import Line
from participate.matching.words import Facet, Kind
from participate.materials.queries import find_material
from participate.materials.service import wishes
from participate.organisations.rules import Spot
from participate.outbox.service import promise

A_MOMENT = timedelta(seconds=30)  # until the index is built


@on(wishes.SEEK)
def seek(payload: Payload) -> None:
    """Find what is like a wish, and let the keeper of the best of it be asked."""
    given: dict[str, Any] = dict(payload)
    if engine.current().snapshot() is None:  # before anything is read: it may look at the trail
        promise(wishes.SEEK, {"wish_id": given["wish_id"]}, due=clock.now() + A_MOMENT)
        return
    wish = find_material(given["wish_id"])
    if wish is None:
        return
    line = Line(Facet.WANTED, f"{wish.name}\n{wish.about}")
    found = find([line], [Kind.MATERIAL], Spot(wish.ward_id, wish.square), owner=wish.keeper_id)
    wishes.seek(wish.id, {int(one.group.partition(":")[2]): one.text_score for one in found.suggestions})
