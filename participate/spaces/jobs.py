"""Every ten minutes, a hundred at a time: ask whether spaces are still there, and note those that are not."""

from datetime import timedelta

from participate.core.jobs import every
from participate.organisations import service
from participate.spaces.models import Space


@every("spaces.ask_again", timedelta(minutes=10))
def ask_again() -> None:
    """Promise one letter a fortnight before a space ends; note each space that has ended."""
    service.ask_again(Space, "space_still")
    service.note_expired(Space)
