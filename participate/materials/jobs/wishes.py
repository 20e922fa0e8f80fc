"""Wishes as time goes by: keepers who do not answer, things that come back or are newly listed, loans called off."""

from datetime import timedelta
from typing import Any

from participate.core.jobs import Payload, every, on
from participate.materials.service import wishes


@every("materials.lapse_wishes", timedelta(minutes=10))
def lapse() -> None:
    """Whoever did not answer in time is not waited for."""
    wishes.lapse_asks()


@every("materials.seek_again", timedelta(hours=6))
def seek_again() -> None:
    """What is still missing is looked for once more."""
    wishes.seek_again()


@on("loan.ended")
def follow_loan(payload: Payload) -> None:
    """A loan was called off before it began: it may have met a wish."""
    given: dict[str, Any] = dict(payload)
    wishes.follow_loan(given["loan_id"])
