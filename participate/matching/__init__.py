"""Text to vectors to candidates to ranking to reason: who and what goes together, and why."""
