"""Tables of the notifications."""

from participate.notifications.models.call import Call
from participate.notifications.models.choice import Attention, Told
from participate.notifications.models.sent import Notice, Sent
from participate.notifications.models.ways import Bounce, Gate

__all__ = ["Attention", "Bounce", "Call", "Gate", "Notice", "Sent", "Told"]
