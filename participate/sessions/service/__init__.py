"""Sessions are planned, change, are cancelled, hidden and shown again."""

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

__all__ = [
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
]
