"""Reading what people chose, what was sent, and whom the hub rings."""

from participate.notifications.models import Call, Sent
from participate.notifications.queries.calls import count_calls, find_call, find_open_call, get_call, list_calls
from participate.notifications.queries.choices import (
    choice_of,
    find_attention,
    list_told,
    list_weekly_ids,
    token_of,
    whose_token,
)
from participate.notifications.queries.ledger import (
    count_notices,
    count_sent_since,
    find_notice,
    list_notices,
    page_of_sent,
)
from participate.notifications.queries.ways import broken_ways, find_gate

__all__ = [
    "Call", "Sent", "broken_ways", "choice_of", "count_calls", "count_notices", "count_sent_since", "find_attention",
    "find_call", "find_gate", "find_notice", "find_open_call", "get_call", "list_calls", "list_notices", "list_told",
    "list_weekly_ids", "page_of_sent", "token_of", "whose_token",
]  # fmt: skip
