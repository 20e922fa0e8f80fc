"""Changes to accounts: codes, sign-ins, roles, who is kept apart."""

from participate.accounts.rules.cards import card_line
from participate.accounts.service.apart import MEET_APART, NotHerself, end_apart, set_apart
from participate.accounts.service.cards import code_of, end_cards, make_card, may_be_printed, use_card
from participate.accounts.service.codes import ask_code, open_door, wrong_code
from participate.accounts.service.consents import note_consents, take_back
from participate.accounts.service.doubles import find_doubles, find_doubles_of, note_doubles
from participate.accounts.service.guests import Written, find_guest, forget, meet_guest, write_down, write_down_at_hub
from participate.accounts.service.journal import TooLateToUndo
from participate.accounts.service.merging import (
    MERGED,
    UNMERGED,
    SameOut,
    forget_journals,
    keep_two,
    merge,
    undo_merge,
)
from participate.accounts.service.pins import set_pin, try_pin
from participate.accounts.service.records import note_record, remove_record
from participate.accounts.service.roles import grant, make_first_admin, revoke
from participate.accounts.service.sign_ins import (
    change_person,
    end_all,
    end_sign_in,
    forget_old,
    join,
    start_sign_in,
)
from participate.accounts.service.standing import suspend, welcome_back
from participate.accounts.service.tablets import end_tablet, set_up_tablet

__all__ = [
    "MEET_APART",
    "MERGED",
    "SameOut",
    "TooLateToUndo",
    "NotHerself",
    "UNMERGED",
    "Written",
    "ask_code",
    "card_line",
    "change_person",
    "code_of",
    "end_all",
    "end_apart",
    "end_cards",
    "end_sign_in",
    "end_tablet",
    "find_doubles",
    "find_doubles_of",
    "find_guest",
    "forget",
    "forget_journals",
    "forget_old",
    "grant",
    "join",
    "keep_two",
    "make_card",
    "make_first_admin",
    "may_be_printed",
    "meet_guest",
    "merge",
    "note_consents",
    "note_doubles",
    "note_record",
    "open_door",
    "remove_record",
    "revoke",
    "set_apart",
    "set_pin",
    "set_up_tablet",
    "start_sign_in",
    "suspend",
    "take_back",
    "try_pin",
    "undo_merge",
    "use_card",
    "welcome_back",
    "write_down",
    "write_down_at_hub",
    "wrong_code",
]
