"""What happens to gifts when the time to ask is over."""

from datetime import timedelta

from participate.core.jobs import every
from participate.materials.service import giving


@every("materials.settle_gifts", timedelta(minutes=10))
def settle_gifts() -> None:
    """Where the time to ask for a gift is over, lots are drawn or its giver is asked to choose."""
    giving.settle_gifts()
