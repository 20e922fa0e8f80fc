"""Every ten minutes, a hundred at a time: ask whether spaces are still there, and note those that are not."""

from datetime import timedelta

from participate.core.jobs import every
from participate.organisations import service
from participate.spaces.models import Space


@every("spaces.ask_again", timedelta(minutes=10))
def ask_again() -> None:
    """Promise one letter a fortnight before a space ends; note each space that has ended."""
    whole = Space.site_id.is_(None)  # a part stands as long as its site
    service.ask_again(Space, "space_still", whole)
    service.note_expired(Space)
