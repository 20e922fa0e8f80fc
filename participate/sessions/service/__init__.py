"""Sessions are planned, change, are cancelled, hidden and shown again; people sign up, wait and are told."""

from participate.sessions.queries import token_of
from participate.sessions.service.planning import (
    SessionFacts,
    When,
    Where,
    cancel,
    change,
    facts_from,
    given_by,
    hide,
    host_of,
    plan,
    restore,
)
from participate.sessions.service.telling import LETTER, tell, tell_everyone

__all__ = [
    "LETTER",
    "SessionFacts",
    "When",
    "Where",
    "cancel",
    "change",
    "facts_from",
    "given_by",
    "hide",
    "host_of",
    "plan",
    "restore",
    "tell",
    "tell_everyone",
    "token_of",
]
