"""A photo comes in, gets its words, waits for the hub or is shown, and goes again."""

import hashlib
import secrets
from dataclasses import dataclass

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db, let_go
from participate.outbox.service import promise
from participate.photos import queries, rules, store, studio, subjects
from participate.photos.drawing import Drawn
from participate.photos.models import Photo, PhotoAsk
from participate.photos.words import DownReason, PhotoStatus, Verdict, Who


@dataclass(frozen=True)
class About:
    """What a photo is of: "space:3", and the hub whose room it takes."""

    subject: str
    hub_id: int | None = None


@dataclass(frozen=True)
class Said:
    """What the uploader says of a photo. `alt` may be empty only where it is `decorative`."""

    alt: str
    who: Who = Who.NOBODY
    decorative: bool = False


def draw(data: bytes) -> Drawn:
    """Draw what somebody sent. Raises rules.NotAPicture, a subclass of it, or Busy. Before anything was written."""
    if len(data) > rules.LARGEST_FILE:
        raise rules.TooHeavy
    let_go()
    return studio.redraw(data)


def start(person_id: int, about: About, drawn: Drawn) -> Photo:
    """Keep a drawn picture as a draft, which only its uploader sees; the same one again is the same draft.

    Raises SubjectFull, TooManyDrafts, PersonFull, HubFull, HereAlready, TakenDownBefore or StoreAway.
    """
    sha256 = hashlib.sha256(drawn.large).hexdigest()
    same = queries.find_same(sha256, about.subject)
    if same is not None:
        if same.status is PhotoStatus.DRAFT and same.person_id == person_id:
            return same
        raise rules.TakenDownBefore if same.status is PhotoStatus.TAKEN_DOWN else rules.HereAlready
    size = len(drawn.large) + len(drawn.small) + len(drawn.tile)
    rules.check_room(queries.room(about.subject, person_id, about.hub_id), size)
    now = clock.now()
    photo = Photo(
        name=secrets.token_hex(20), subject=about.subject, hub_id=about.hub_id, person_id=person_id, sha256=sha256,
        width=drawn.width, height=drawn.height, bytes=size, status=PhotoStatus.DRAFT, made_at=now, changed_at=now,
    )  # fmt: skip
    db.session.add(photo)
    db.session.flush()
    try:
        store.of_site().keep(photo.name, drawn)
    except store.StoreGone:
        raise rules.StoreAway from None
    return photo


def say(photo: Photo, said: Said) -> None:
    """Give a draft its words, before the question about children is answered. Raises NotFinished."""
    if photo.status is not PhotoStatus.DRAFT:
        raise rules.NotFinished
    photo.alt, photo.decorative, photo.children = said.alt, said.decorative, said.who is Who.CHILDREN
    photo.changed_at = clock.now()
    db.session.flush()


def finish(photo: Photo, *, staff: bool) -> None:
    """The words are there and everybody agrees: the photo is shown, or waits for the hub. Raises NotFinished."""
    if photo.status is not PhotoStatus.DRAFT:
        raise rules.NotFinished
    let_through = queries.count_let_through(photo.person_id or 0)
    who = Who.CHILDREN if photo.children else Who.NOBODY
    waits = rules.waits_for_hub(who, staff=staff, let_through=let_through)
    photo.status = PhotoStatus.HELD if waits else PhotoStatus.SHOWN
    photo.consent_at = photo.changed_at = clock.now()
    record(photo.person_id, "made", "photo", photo.id)
    db.session.flush()


def keep(person_id: int, about: About, drawn: Drawn, said: Said, *, staff: bool = False) -> Photo:
    """All in one: for those who have the picture, its words and everybody's yes at hand. Raises as `start`."""
    photo = start(person_id, about, drawn)
    say(photo, said)
    finish(photo, staff=staff)
    return photo


def reword(actor_id: int, photo: Photo, said: Said) -> None:
    """Other words for a photo that has some."""
    photo.alt, photo.decorative = said.alt, said.decorative
    record(actor_id, "changed", "photo", photo.id)
    db.session.flush()


def ask_down(photo: Photo, reason: DownReason, words: str, person_id: int | None) -> bool:
    """Somebody asks to have a photo taken down. Returns whether it went off the pages at once."""
    photo = queries.lock(photo.id)
    at_once = rules.goes_at_once(reason, kept_before=queries.was_kept(photo.id))
    now = clock.now()
    ask = PhotoAsk(photo_id=photo.id, reason=reason, words=words, person_id=person_id, made_at=now)
    db.session.add(ask)
    db.session.flush()
    photo.changed_at = now
    record(person_id, "asked_down", "photo", photo.id)
    if photo.status is PhotoStatus.SHOWN and at_once:
        photo.status = PhotoStatus.HELD
        _tell_uploader("photo_down", photo, f"{ask.id}", {})
    db.session.flush()
    return photo.status is not PhotoStatus.SHOWN


def check(actor_id: int, photo: Photo, verdict: Verdict, reason: str) -> None:
    """The hub has looked: everybody sees the photo, or nobody ever again. Raises NotWaiting or OwnPhoto."""
    photo = queries.lock(photo.id)
    asks = queries.list_open_asks([photo.id]).get(photo.id, [])
    if photo.status is not PhotoStatus.HELD and not (photo.status is PhotoStatus.SHOWN and asks):
        raise rules.NotWaiting
    if photo.person_id == actor_id:
        raise rules.OwnPhoto
    now = clock.now()
    for ask in asks:
        ask.answered_at = now
    photo.checked_by, photo.checked_at, photo.changed_at = actor_id, now, now
    if verdict is Verdict.SHOW:
        photo.status = PhotoStatus.SHOWN
        record(actor_id, "let_through", "photo", photo.id)
    else:
        photo.status, photo.alt = PhotoStatus.TAKEN_DOWN, ""
        record(actor_id, "taken_down", "photo", photo.id)
        _forget_file(photo)
    outcome = {"shown": verdict is Verdict.SHOW, "reason": reason}
    _tell_uploader("photo_checked", photo, f"{now.timestamp():.3f}", outcome)
    db.session.flush()


def remove(actor_id: int | None, photo: Photo) -> None:
    """The photo is gone, and its picture with it."""
    record(actor_id, "removed", "photo", photo.id)
    _forget_file(photo)
    db.session.delete(photo)
    db.session.flush()


def remove_of(actor_id: int | None, subject: str) -> None:
    """What the photos showed is gone: so are they."""
    for photo in queries.list_of_subject(subject):
        remove(actor_id, photo)


def forget_file(name: str) -> None:
    """Let go of a picture whose photo is gone. Raises store.StoreGone: then it is tried again."""
    if not queries.names_kept([name]):
        store.of_site().forget(name)


def sweep(most: int = 500) -> None:
    """Drop drafts that nobody finished, and pictures that belong to nothing."""
    for photo in queries.list_old_drafts(clock.now() - rules.DRAFT_LIVES, most):
        remove(None, photo)
    names = list(store.of_site().names())
    for first in range(0, len(names), most):
        some = names[first : first + most]
        for name in set(some) - queries.names_kept(some):
            promise(
                "photo.gone",
                {"name": name},
                key=f"photo.sweep:{clock.today()}:{name}",
                due=clock.now() + rules.DRAFT_LIVES,
            )


def hide(actor_id: int | None, photo: Photo, reason: str) -> None:
    """Take a photo off every page, for a reason that whoever sent it reads."""
    photo.hidden_at, photo.hidden_because = clock.now(), reason
    record(actor_id, "hidden", "photo", photo.id)
    db.session.flush()


def restore(actor_id: int | None, photo: Photo) -> None:
    """Show a photo again."""
    photo.hidden_at, photo.hidden_because = None, ""
    record(actor_id, "restored", "photo", photo.id)
    db.session.flush()


def title_of(photo: Photo) -> str:
    """What to call a photo: its words, or else the thing that it is of."""
    of = subjects.names_of([photo.subject]).get(photo.subject)
    return photo.alt or (of.name if of else photo.subject)


def _forget_file(photo: Photo) -> None:
    """After the commit: until then the picture must be there, should anything fail."""
    promise("photo.gone", {"name": photo.name}, key=f"photo.gone:{photo.name}")


def _tell_uploader(letter: str, photo: Photo, stamp: str, facts: dict[str, object]) -> None:
    if photo.person_id is None:
        return
    of = subjects.names_of([photo.subject]).get(photo.subject)
    named = {"photo_id": photo.id, "title": of.name if of else ""}
    payload = {"name": letter, "person_id": photo.person_id, "facts": named | facts}
    promise("letter", payload, key=f"{letter}:{photo.id}:{stamp}:{photo.person_id}")
