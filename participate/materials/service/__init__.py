"""What happens to the materials."""

from participate.materials.rules.lending import Asked
from participate.materials.service.answering import agree, cancel, decline, end, let_all_go, let_wait
from participate.materials.service.asking import ask, lend
from participate.materials.service.counter import AtCounter, lend_at_counter
from participate.materials.service.hands import hand_out, lose, stay_longer, take_back
from participate.materials.service.inductions import forget_shown, show_how
from participate.materials.service.kits import note_missing, set_parts
from participate.materials.service.listing import (
    MaterialFacts,
    add,
    change,
    confirm,
    hide,
    remove,
    restore,
)
from participate.materials.service.loan_letters import WAITS, WAITS_LONG
from participate.materials.service.queue import LAPSE, accept, after_call, await_call, fill_by_id, lapse, pass_on
from participate.materials.service.reminding import (
    end_what_is_over,
    forget_old_loans,
    move_queues,
    remind_all,
    remind_hub,
    remind_keepers,
)
from participate.materials.service.terms_of_lending import set_lending

__all__ = [
    "Asked",
    "AtCounter",
    "LAPSE",
    "MaterialFacts",
    "WAITS",
    "WAITS_LONG",
    "accept",
    "after_call",
    "add",
    "agree",
    "ask",
    "await_call",
    "cancel",
    "change",
    "confirm",
    "decline",
    "end",
    "end_what_is_over",
    "fill_by_id",
    "forget_old_loans",
    "forget_shown",
    "hand_out",
    "hide",
    "lapse",
    "lend",
    "lend_at_counter",
    "let_all_go",
    "let_wait",
    "lose",
    "move_queues",
    "note_missing",
    "pass_on",
    "remind_all",
    "remind_hub",
    "remind_keepers",
    "remove",
    "restore",
    "set_lending",
    "set_parts",
    "show_how",
    "stay_longer",
    "take_back",
]
