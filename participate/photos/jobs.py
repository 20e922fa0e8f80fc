"""What becomes of pictures in time: files go with their photos, drafts that nobody finished go after a day."""

from datetime import timedelta

from participate.core.jobs import Payload, every, on
from participate.photos import service


@on("photo.gone")
def forget_file(payload: Payload) -> None:
    """Let go of a picture whose photo is gone."""
    service.forget_file(str(payload["name"]))


@every("photos.sweep", timedelta(days=1))
def sweep() -> None:
    """Drop old drafts, and pictures that belong to nothing."""
    service.sweep()
