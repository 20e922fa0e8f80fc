"""Every ten minutes, a hundred at a time: ask whether lines are still true, and note those that nobody confirmed."""

from datetime import timedelta

from participate.core.jobs import every
from participate.profiles import service


@every("profiles.ask_again", timedelta(minutes=10))
def ask_again() -> None:
    """One letter a person a fortnight before her lines end; each line that has ended is noted."""
    service.ask_again()
    service.note_expired()
