"""Errors that a person may see. Pure: the handlers that turn them into pages are in `core/http.py`."""

from participate.core.words import mark


class RuleBroken(Exception):
    """A rule of the neighbourhood says no. Shown as a sentence, status 409.

    A subclass sets `message`, marked for translation; keyword arguments fill its `%(name)s` places.
    """

    message = mark("That cannot be done just now.")

    def __init__(self, **facts: object) -> None:
        super().__init__(self.message)
        self.facts = facts


class NotFound(Exception):
    """There is no such thing, or this person may not know of it. Shown as 404 either way."""


class NotAllowed(Exception):
    """This person may see the thing but may not do this to it. Shown as 403."""


class TooMany(Exception):
    """Too many tries. Shown as 429 with Retry-After.

    `wait` is in seconds.
    """

    def __init__(self, wait: int) -> None:
        super().__init__(f"wait {wait} s")
        self.wait = wait
