"""Text to vectors to candidates to ranking to reason: who and what goes together, and why.

`text`, `index` and `ranking` are pure (no Flask, no database). `engine` holds one live index a process, `queries`
fetches what is shown, `views` is the page "For you".
"""
