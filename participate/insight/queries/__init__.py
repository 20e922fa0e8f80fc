"""Reading what was published, and what people typed in beside it."""
