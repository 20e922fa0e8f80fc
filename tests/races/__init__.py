"""Races: many people want the same thing in the same moment, in real threads with connections of their own.

Each race has a check of what must hold afterwards, and a control: the same race with the guard off, in which the same
check must fail, or it proves nothing. `make test` runs each a few times; `make races` runs them all on every database
and prints one line of JSON each. A new race is a `Race` in `tests.races.ALL`.
"""
