"""Who did what to what: ids and verbs, append-only. The matcher follows these rows to stay live."""
