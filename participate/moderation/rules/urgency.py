"""How soon somebody looks: within the hour, within a day, within two working days. Pure."""

from collections.abc import Collection
from datetime import datetime, timedelta

from participate.core.clock import local
from participate.core.screening import Found
from participate.core.waking import after_waking
from participate.moderation.words import Origin, ReportReason, Urgency
from participate.places.rules.answer_days import answer_by

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
_OF_REASON = {
    ReportReason.UNSAFE: Urgency.NOW, ReportReason.UNKIND: Urgency.SOON, ReportReason.CONTACT: Urgency.SOON,
}  # fmt: skip


def urgency_of(origin: Origin, reason: ReportReason, found: Collection[Found] = ()) -> Urgency:
    """What could hurt somebody comes first; whoever waits to be seen waits a day; the rest as a hub answers."""
    if Found.HARM in found:
        return Urgency.NOW
    if origin is Origin.HELD:
        return Urgency.SOON
    return _OF_REASON.get(reason, Urgency.USUAL)


def due_of(urgency: Urgency, since: datetime) -> datetime:
    """By when. The hour is an hour of waking time: nobody sits there at night, and we do not say so."""
    if urgency is Urgency.NOW:
        return after_waking(since, HOUR)
    return since + DAY if urgency is Urgency.SOON else answer_by(local(since), {})
