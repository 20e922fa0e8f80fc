"""What the staff of a hub did by hand to suggestions: thought of something for a neighbour, and left something out."""

from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground, HubGround
from participate.demo.making.projects import Made
from participate.matching.holding import USUAL
from participate.matching.words import Placed
from participate.projects.words import Stage


def make_by_hand(ground: Ground, begun: list[Made]) -> None:
    """The resident of the cast is thought of, with a project near her that she is not in; another one is left out."""
    hub, staff, me = _desk(ground), ground.cast["staff"], ground.member("resident")
    running = [one for one in begun[1:] if one.stage is Stage.RUNNING and me.id not in one.team]
    if len(running) < 2:
        return
    thought = min(running, key=lambda one: (one.ward != me.ward, one.id))
    out = next(one for one in reversed(running) if one is not thought)
    made, held = ground.now - DAY, {"last_day": ground.today + USUAL, "made_by": staff, "ended_at": None}
    number = ground.book.add(
        "by_hand", person_id=me.id, hub_id=hub.id, subject=f"project:{thought.id}", made_at=made, ended_by=None, **held
    )
    ground.book.note(made, staff, "made", "by_hand", number)
    why = typeset(str(reading.lines("desk")["left_out"]))
    number = ground.book.add(
        "placing", hub_id=hub.id, subject=f"project:{out.id}", placed=Placed.OUT, why=why, made_at=made,
        ended_by=None, **held,
    )  # fmt: skip
    ground.book.note(made, staff, "made", "placing", number)


def _desk(ground: Ground) -> HubGround:
    """The hub at which the cast's staff work."""
    return next(hub for hub in ground.hubs if ground.cast["staff"] in ground.staff[hub.id])
