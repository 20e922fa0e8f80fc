"""What happens to the spaces."""

from participate.spaces.service.answers import agree, cancel, decline, lapse
from participate.spaces.service.bookings import book, book_series
from participate.spaces.service.holding import hold
from participate.spaces.service.listing import SpaceFacts, add, add_part, change, remove
from participate.spaces.service.moving import move
from participate.spaces.service.once import agree_to, book_once
from participate.spaces.service.opening import add_special, remove_special, set_week
from participate.spaces.service.series import agree_series, cancel_series, decline_series
from participate.spaces.service.sites import confirm, hide, restore
from participate.spaces.service.telling import CHANGED, WAITS, WAITS_LONG, keepers_of, remind_keepers, remind_staff
from participate.spaces.service.together import cancel_several, move_several

__all__ = [
    "CHANGED",
    "SpaceFacts",
    "WAITS",
    "WAITS_LONG",
    "add",
    "add_part",
    "add_special",
    "agree",
    "agree_series",
    "agree_to",
    "book",
    "book_once",
    "book_series",
    "cancel",
    "cancel_series",
    "cancel_several",
    "change",
    "confirm",
    "decline",
    "decline_series",
    "hide",
    "hold",
    "keepers_of",
    "lapse",
    "move",
    "move_several",
    "remind_keepers",
    "remind_staff",
    "remove",
    "remove_special",
    "restore",
    "set_week",
]
