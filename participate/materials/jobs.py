"""What is looked at every ten minutes, a hundred at a time."""

from datetime import timedelta

from participate.core.jobs import every
from participate.materials.models import Material
from participate.materials.service import giving
from participate.organisations import service


@every("materials.ask_again", timedelta(minutes=10))
def ask_again() -> None:
    """Promise one letter a fortnight before a material ends; note each material that has ended."""
    service.ask_again(Material, "material_still")
    service.note_expired(Material)


@every("materials.settle_gifts", timedelta(minutes=10))
def settle_gifts() -> None:
    """Where the time to ask for a gift is over, lots are drawn or its giver is asked to choose."""
    giving.settle_gifts()
