"""What the trail does by itself: it is sealed every minute, and what is two years old is forgotten."""

from datetime import timedelta

from participate.audit import service
from participate.audit.rules import KEPT
from participate.core import clock
from participate.core.jobs import every


@every("audit.seal", timedelta(minutes=1))
def seal() -> None:
    """Seal what was written since."""
    service.seal()


@every("audit.forget", timedelta(days=1))
def forget() -> None:
    """Forget what is older than 24 months, at a signed checkpoint."""
    service.forget(clock.now() - KEPT)
