"""Writing letters and bringing them to people, each once; the ledger, the call list and what people chose."""

from participate.notifications.service.calls import MADE, RECORDED, call_off, put_on_list, record_call
from participate.notifications.service.choosing import choose, note_told, proved, stop_weekly
from participate.notifications.service.delivering import by_hub, came_back, deliver, too_late
from participate.notifications.service.ledger import Errand, forget_old, hold_back, note, put_away
from participate.notifications.service.posting import AddressRefused, post
from participate.notifications.service.receipts import note_receipt
from participate.notifications.service.writing import Words, letter_key, words_to_say, words_to_show, write

__all__ = [
    "MADE", "RECORDED", "AddressRefused", "Errand", "Words", "by_hub", "call_off", "came_back", "choose", "deliver",
    "forget_old", "hold_back", "letter_key", "note", "note_receipt", "note_told", "post", "proved", "put_away",
    "put_on_list", "record_call", "stop_weekly", "too_late", "words_to_say", "words_to_show", "write",
]  # fmt: skip
