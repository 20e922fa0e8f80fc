"""What happens to the materials."""

from participate.materials.rules.lending import Asked
from participate.materials.service.answering import agree, cancel, decline, end, let_all_go, let_wait
from participate.materials.service.asking import ask, lend
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
from participate.materials.service.queue import LAPSE, accept, fill_by_id, lapse, pass_on

__all__ = [
    "Asked",
    "LAPSE",
    "MaterialFacts",
    "accept",
    "add",
    "agree",
    "ask",
    "cancel",
    "change",
    "confirm",
    "decline",
    "end",
    "fill_by_id",
    "forget_shown",
    "hand_out",
    "hide",
    "lapse",
    "lend",
    "let_all_go",
    "let_wait",
    "lose",
    "note_missing",
    "pass_on",
    "remove",
    "restore",
    "set_parts",
    "show_how",
    "stay_longer",
    "take_back",
]
