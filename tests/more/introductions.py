"""Introductions in every state: asked of Bilal, open with words in it, not this time, closed, and brought together."""

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.introductions import service
from participate.introductions.models import Introduction
from participate.introductions.words import ClosedBecause, IntroductionStatus, Said
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.street import Street, person

WORDS = "mending zips"
STATES = (
    "/introductions?hosted=1", "/introductions?page=9", "/introductions/{open_introduction_id}",
    "/introductions/{over_introduction_id}", "/introductions/{closed_introduction_id}",
    "/introductions/{hosted_introduction_id}", "/introductions/new/{likeable_id}",
    "/report/introduction_note/{introduction_note_id}",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    likeable = person("Ines Duarte", street.ward)
    for each in (likeable, street.bilal):
        profiles.add(each.id, each.id, PostingKind.INTEREST, "Mending zips and buttons")
    asked = _asked(likeable, street.bilal)
    open_ = _asked(person("Jo Lee", street.ward), street.bilal)
    service.answer(street.bilal.id, open_, Said.YES)
    note = service.write(open_.sides[-1].person_id, open_, "Hello! Saturday at the Shop?")
    service.write(street.bilal.id, open_, "Yes, gladly.")
    over, closed = _asked(street.bilal, person("Kai Wood", street.ward)), _asked(person("Lea Noor"), street.bilal)
    _end(over, IntroductionStatus.NOT_THIS_TIME, None)
    service.answer(street.bilal.id, closed, Said.YES)
    _end(closed, IntroductionStatus.CLOSED, ClosedBecause.QUIET)
    people = street.bilal.id, street.amina.id, street.dora.id
    hosted = service.introduce(*people, WORDS, 30, accompany=True, meet_at=f"hub:{street.hub.id}")
    db.session.commit()
    return {
        "introduction_id": asked.id, "open_introduction_id": open_.id, "over_introduction_id": over.id,
        "closed_introduction_id": closed.id, "hosted_introduction_id": hosted.id, "introduction_note_id": note.id,
        "likeable_id": person("Mia Reed", street.ward).id, "introductions.new:person_id": likeable.id,
    }  # fmt: skip


def _asked(a: Person, b: Person) -> Introduction:
    return service.ask(a.id, b.id, WORDS, 30)


def _end(ended: Introduction, status: IntroductionStatus, because: ClosedBecause | None) -> None:
    ended.status, ended.closed_because, ended.closed_at = status, because, clock.now()
    for side in ended.sides:
        side.slot, side.asks = None, False
