"""Changes to accounts: codes, sign-ins, roles, who is kept apart."""

from participate.accounts.service.apart import NotHerself, end_apart, set_apart
from participate.accounts.service.codes import ask_code, open_door, wrong_code
from participate.accounts.service.guests import find_guest, meet_guest, write_down
from participate.accounts.service.roles import grant, make_first_admin, revoke
from participate.accounts.service.sign_ins import (
    change_person,
    end_all,
    end_sign_in,
    forget_old,
    join,
    start_sign_in,
)

__all__ = [
    "NotHerself",
    "ask_code",
    "change_person",
    "end_all",
    "end_apart",
    "end_sign_in",
    "find_guest",
    "forget_old",
    "grant",
    "join",
    "make_first_admin",
    "meet_guest",
    "open_door",
    "revoke",
    "set_apart",
    "start_sign_in",
    "write_down",
    "wrong_code",
]
