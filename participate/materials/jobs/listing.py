"""Every ten minutes, a hundred at a time: ask whether materials are still there, and note those that are not."""

from datetime import timedelta

from participate.core.jobs import every
from participate.materials.models import Material
from participate.organisations import service


@every("materials.ask_again", timedelta(minutes=10))
def ask_again() -> None:
    """Promise one letter a fortnight before a material ends; note each material that has ended."""
    service.ask_again(Material, "material_still")
    service.note_expired(Material)
