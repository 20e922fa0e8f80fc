"""What the views of the photos share: load and permit in one call."""

from dataclasses import dataclass

from flask_login import current_user

from participate.core.errors import NotAllowed, NotFound
from participate.photos import permissions, queries, subjects
from participate.photos.subjects import Subject


@dataclass(frozen=True)
class Seen:
    """A photo that the reader may see, and what it is of; None where she may not know of that, or it is gone.

    `out_of_sight`: only its uploader and staff see it, whatever its status.
    """

    photo: queries.Photo
    of: Subject | None
    out_of_sight: bool

    @property
    def may_take_away(self) -> bool:
        looks_after = self.of is not None and self.of.may_add
        return permissions.may_take_away(current_user, self.photo.person_id, looks_after=looks_after)

    @property
    def may_say(self) -> bool:
        return permissions.may_say(current_user, self.photo.person_id)


def subject_or_none(key: str) -> Subject | None:
    """What a photo is of, where the reader may know of it."""
    try:
        return subjects.find(key)
    except NotFound:
        return None


def seen(photo: queries.Photo) -> Seen:
    """The photo with what it is of. Raises NotFound where the reader may not see it."""
    of = subject_or_none(photo.subject)
    out = of is None or queries.is_out_of_sight(photo)
    looks_after = of is not None and of.may_add
    if not permissions.may_see(current_user, photo.status, photo.person_id, out_of_sight=out, looks_after=looks_after):
        raise NotFound
    return Seen(photo, of, out)


def seen_photo(photo_id: int) -> Seen:
    """The photo with this id. Raises NotFound."""
    return seen(queries.get_photo(photo_id))


def own_photo(photo_id: int) -> Seen:
    """A photo whose words are the reader's to write. Raises NotFound or NotAllowed."""
    found = seen_photo(photo_id)
    if not found.may_say:
        raise NotAllowed
    return found
