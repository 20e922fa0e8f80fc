"""Rules of the photos. Pure."""

from dataclasses import dataclass
from datetime import timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.photos.words import DownReason, Who

LARGEST_FILE = 12 * 2**20  # bytes; a photo of a phone has 2 to 8 million
LARGEST_BODY = 16 * 2**20  # bytes of the request; between the two there is a kind word beside the field
MOST_OF_SUBJECT = 8
MOST_DRAFTS = 3
MOST_OF_PERSON = 60 * 2**20  # bytes, as they are kept
MOST_OF_HUB = 2 * 2**30
UPLOADS_AN_HOUR, HOUR = 20, 3600
ASKS_AN_HOUR = 6
NEW_UNTIL = 3  # photos that the hub let through, until the next go up at once
DRAFT_LIVES = timedelta(days=1)


class NotAPicture(RuleBroken):
    """What was sent cannot be drawn."""

    message = mark("We cannot read this picture. It may be damaged. Please choose another.")


class NotOurForm(NotAPicture):
    """It is a file of another kind."""

    message = mark("This is not a picture that we know. Please choose a JPEG, PNG or WebP picture.")


class Moving(NotAPicture):
    """It is a film."""

    message = mark("This is a moving picture. Please choose one that stands still.")


class TooManyDots(NotAPicture):
    """It would take too much memory."""

    message = mark("This picture is larger than we can read. One straight from your phone is fine.")


class TooThin(NotAPicture):
    """Hardly anything could be seen."""

    message = mark("This picture is too small or too thin. Please choose another.")


class TooHeavy(NotAPicture):
    """The file is too large."""

    message = mark("This file is larger than 12 MB. Please choose a smaller picture.")


class Busy(RuleBroken):
    """Too many pictures are being drawn."""

    message = mark("Many neighbours send photos just now. Please try again in a minute.")


class StoreAway(RuleBroken):
    """The store of pictures does not answer."""

    message = mark("We cannot keep photos just now. Please try again later today. Nothing else is lost.")


class SubjectFull(RuleBroken):
    """There are enough photos of this."""

    message = mark("There are %(most)s photos here already. Take one away first.")


class TooManyDrafts(RuleBroken):
    """She has photos without words."""

    message = mark("You have %(most)s photos that are not finished. Finish or drop one of them first.")


class PersonFull(RuleBroken):
    """She has used up her room."""

    message = mark("You have used all your room for photos. Take old ones away first, or ask at the hub.")


class HubFull(RuleBroken):
    """The hub has used up its room."""

    message = mark("The hub has used all its room for photos. Please tell somebody at the hub.")


class HereAlready(RuleBroken):
    """The same picture of the same thing."""

    message = mark("This photo is here already.")


class TakenDownBefore(RuleBroken):
    """The same picture was taken down."""

    message = mark("This photo was taken down before. Please choose another, or ask at the hub.")


class NotWaiting(RuleBroken):
    """Somebody was quicker."""

    message = mark("A colleague has looked at this photo already.")


class OwnPhoto(RuleBroken):
    """Nobody decides about a photo of her own."""

    message = mark("This photo is yours. A colleague has to look at it.")


class NotFinished(RuleBroken):
    """The words are missing, or were given already."""

    message = mark("This photo has its words already.")


_REFUSALS = {"form": NotOurForm, "moving": Moving, "many": TooManyDots, "thin": TooThin}


def refusal(why: str) -> NotAPicture:
    """The error for a person, from the one word of drawing.Refused; anything else is a broken picture."""
    return _REFUSALS.get(why, NotAPicture)()


def is_name(text: str) -> bool:
    """Whether this can be the name of a picture: 40 signs of 0-9 and a-f, and so no way into a folder."""
    return len(text) == 40 and set(text) <= set("0123456789abcdef")


def fit(width: int, height: int, longest: int = 480) -> tuple[int, int]:
    """The size in px with the same shape and no side longer than `longest`; as drawing fits its small version."""
    scale = min(1.0, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


@dataclass(frozen=True)
class Room:
    """How much there is: photos of the subject, a person's drafts and bytes, a hub's bytes."""

    of_subject: int
    drafts: int
    person_bytes: int
    hub_bytes: int


def check_room(room: Room, more: int = 0) -> None:
    """Whether a photo of `more` bytes still fits. Raises SubjectFull, TooManyDrafts, PersonFull or HubFull."""
    if room.of_subject >= MOST_OF_SUBJECT:
        raise SubjectFull(most=MOST_OF_SUBJECT)
    if room.drafts >= MOST_DRAFTS:
        raise TooManyDrafts(most=MOST_DRAFTS)
    if room.person_bytes + more > MOST_OF_PERSON:
        raise PersonFull
    if room.hub_bytes + more > MOST_OF_HUB:
        raise HubFull


def waits_for_hub(who: Who, *, staff: bool, let_through: int) -> bool:
    """Whether the hub looks first: at every photo with children, and at the first three of a neighbour."""
    return who is Who.CHILDREN or (not staff and let_through < NEW_UNTIL)


def goes_at_once(reason: DownReason, *, kept_before: bool) -> bool:
    """Whether a photo goes off the pages the moment somebody asks: always when she or her child is in it or it shows
    her home; for another reason unless the hub has looked and kept it before.
    """
    return reason is not DownReason.OTHER or not kept_before
