"""Forms of the sessions. They never ask the database: what can be chosen comes from the view."""

from participate.sessions.forms.planning import (
    MOST_PEOPLE,
    SOMEWHERE,
    CancelForm,
    CostUnclear,
    NarrowForm,
    SessionForm,
    WhenForm,
)

__all__ = [
    "MOST_PEOPLE",
    "SOMEWHERE",
    "CancelForm",
    "CostUnclear",
    "NarrowForm",
    "SessionForm",
    "WhenForm",
]
