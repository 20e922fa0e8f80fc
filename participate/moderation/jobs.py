"""What the moderation does by itself."""

from datetime import timedelta
from typing import Any

from participate.core.jobs import Payload, every, on
from participate.matching.service import forget_about
from participate.moderation import service

GONE = ("removed", "forgot")


@on("recorded")
def look_first(payload: Payload) -> None:
    """Whatever was written down in the trail: a person's open words are looked at in the same transaction; of what is
    gone for good, what anybody answered to it goes too.
    """
    given: dict[str, Any] = dict(payload)
    service.look_at(given["actor_id"], given["verb"], given["kind"], given["thing_id"])
    if given["verb"] in GONE:
        forget_about(given["kind"], given["thing_id"])


@every("moderation.measures", timedelta(minutes=30))
def end_measures() -> None:
    """Suspensions whose time is over end."""
    service.end_those_over()


@every("moderation.removed", timedelta(days=1))
def forget_removed() -> None:
    """What was removed two weeks ago goes for good."""
    service.remove_old()


@every("moderation.worries", timedelta(hours=1))
def remind_of_worries() -> None:
    """A case that nobody took in time is not left lying."""
    service.remind_of_worries()


@every("moderation.forget_worries", timedelta(days=1))
def forget_worries() -> None:
    """Closed cases are kept for six years."""
    service.forget_worries()
