"""What the clock does to sets that are asked for, and what a call to somebody who is not online brought."""

from datetime import timedelta
from typing import Any

from participate.core.errors import NotFound, RuleBroken
from participate.core.jobs import Payload, every, on
from participate.matching.queries import asks
from participate.matching.service import answering_asks

TEN_MINUTES, DAY = timedelta(minutes=10), timedelta(days=1)
YES, NO = "yes", "no"  # what a call brought


@on(answering_asks.REPAIR)
def repair(payload: Payload) -> None:
    """Somebody answered: the next is asked, or it is on."""
    given: dict[str, Any] = dict(payload)
    answering_asks.look_after(given["set_id"])


@every("matching.look_after_sets", TEN_MINUTES)
def look_after_sets() -> None:
    """What bookings and loans say, whose time is over, whether somebody new goes with what is lacking."""
    for set_id in asks.list_asking_ids():
        answering_asks.look_after(set_id)


@every("matching.forget_sets", DAY)
def forget_sets() -> None:
    """What is kept no longer goes."""
    answering_asks.forget_sets()


@on("call.recorded")
def call_recorded(payload: Payload) -> None:
    """Somebody who is not online was rung: her yes or no counts as if she had pressed it herself."""
    given: dict[str, Any] = dict(payload)
    if given["letter"] != "ask_new" or given["outcome"] not in (YES, NO):
        return
    try:
        ask_id, noted_by = given["facts"]["ask_id"], given.get("actor_id")
        answering_asks.answer(given["person_id"], ask_id, yes=given["outcome"] == YES, noted_by=noted_by)
    except (RuleBroken, NotFound):
        return  # it was over by then
