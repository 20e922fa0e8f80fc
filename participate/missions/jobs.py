"""What the house does for missions by itself."""

from datetime import timedelta

from participate.core.jobs import every
from participate.missions import service


@every("missions.over", timedelta(days=1))
def over() -> None:
    """Ask what was learnt, the day after a mission ends."""
    service.ask_what_was_learnt()
