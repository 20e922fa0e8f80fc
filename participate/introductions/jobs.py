"""What the clock does to introductions, and what a call to somebody who is not online brought."""

from datetime import timedelta
from typing import Any

from participate.core.errors import NotFound, RuleBroken
from participate.core.jobs import Payload, every, on
from participate.introductions import service
from participate.introductions.words import Said

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@every("introductions.end_asking", HOUR)
def end_asking() -> None:
    """Whose week is over hears “not this time”."""
    service.end_asking()


@every("introductions.end_quiet", DAY)
def end_quiet() -> None:
    """Threads in which nobody wrote for 60 days close; those whose two may not meet end."""
    service.end_quiet()
    service.end_broken()


@every("introductions.forget", DAY)
def forget() -> None:
    """What is kept no longer goes."""
    service.forget()


@on("call.recorded")
def call_recorded(payload: Payload) -> None:
    """Somebody who is not online was rung: her yes or no counts as if she had pressed it herself."""
    given: dict[str, Any] = dict(payload)
    outcome = given["outcome"]
    if given["letter"] != "introduction_asked" or outcome not in (Said.YES, Said.NO):
        return
    try:
        introduction_id = given["facts"]["introduction_id"]
        service.answer_by_id(given["person_id"], introduction_id, Said(outcome), said_by=given.get("actor_id"))
    except (RuleBroken, NotFound):
        return  # it was over by then


@on("people.apart")
def people_apart(payload: Payload) -> None:
    """Two are kept apart from now on: what they had here ends."""
    given: dict[str, Any] = dict(payload)
    service.end_between(given["person_id"], given["other_id"])
