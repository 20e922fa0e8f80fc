"""Once a day: equality answers that are too old go."""

from datetime import timedelta

from participate.core.jobs import every
from participate.surveys import service


@every("surveys.forget_old", timedelta(days=1))
def forget_old() -> None:
    """Let go of the equality answers of more than two years ago."""
    service.forget_old()
