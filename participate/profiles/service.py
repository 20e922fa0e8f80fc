"""What a person says about herself: added, changed, asked again, taken away."""

from collections.abc import Collection, Iterable

from sqlalchemy import delete, select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations.rules import ASK_BEFORE, stands_until
from participate.outbox.service import promise
from participate.profiles import queries
from participate.profiles.models import FreeTime, Posting, Spoken
from participate.profiles.rules import Time, check_room, languages_of
from participate.profiles.words import PostingKind

MOST_AT_ONCE = 100  # lines in one short transaction; who is left is asked ten minutes later


def add(actor_id: int | None, person_id: int, kind: PostingKind, words: str, wants_to_learn: bool = False) -> Posting:
    """A line of a person, for half a year. What she said before is kept once, and counts as said today.

    Raises TooManyPostings.
    """
    same = queries.find_same(person_id, kind, words)
    if same is not None:
        same.wants_to_learn = same.wants_to_learn or wants_to_learn
        confirm(actor_id, same)
        return same
    check_room(queries.count_postings(person_id))
    now = clock.now()
    posting = Posting(
        person_id=person_id, kind=kind, words=words, wants_to_learn=wants_to_learn and kind is PostingKind.INTEREST,
        expires_on=stands_until(clock.today()), made_at=now, changed_at=now,
    )  # fmt: skip
    db.session.add(posting)
    db.session.flush()
    record(actor_id, "made", "posting", posting.id)
    return posting


def change(actor_id: int | None, posting: Posting, kind: PostingKind, words: str, wants_to_learn: bool) -> None:
    """Other words for a line. It counts as said today."""
    posting.kind, posting.words = kind, words
    posting.wants_to_learn = wants_to_learn and kind is PostingKind.INTEREST
    posting.changed_at = clock.now()
    _stand(posting)
    record(actor_id, "changed", "posting", posting.id)
    db.session.flush()


def confirm(actor_id: int | None, posting: Posting) -> None:
    """It is still true: shown for another half year."""
    _stand(posting)
    record(actor_id, "confirmed", "posting", posting.id)
    db.session.flush()


def _stand(posting: Posting) -> None:
    posting.expires_on, posting.asked_on, posting.expired_on = stands_until(clock.today()), None, None


def remove(actor_id: int | None, posting: Posting) -> None:
    """The line goes, and its words with it."""
    record(actor_id, "removed", "posting", posting.id)
    db.session.delete(posting)
    db.session.flush()


def hide(actor_id: int | None, posting: Posting, reason: str) -> None:
    """Use a line in no suggestion, for a reason that its person reads."""
    posting.hidden_at, posting.hidden_because = clock.now(), reason
    record(actor_id, "hidden", "posting", posting.id)
    db.session.flush()


def restore(actor_id: int | None, posting: Posting) -> None:
    """Use a line again."""
    posting.hidden_at, posting.hidden_because = None, ""
    record(actor_id, "restored", "posting", posting.id)
    db.session.flush()


def set_free_times(actor_id: int | None, person_id: int, times: Collection[Time]) -> None:
    """When a person is usually free; what she does not name any more is forgotten."""
    db.session.execute(delete(FreeTime).where(FreeTime.person_id == person_id))
    db.session.add_all(FreeTime(person_id=person_id, weekday=day, part=part) for day, part in sorted(set(times)))
    record(actor_id, "changed", "person", person_id)
    db.session.flush()


def set_languages(actor_id: int | None, person_id: int, codes: Iterable[str]) -> None:
    """What a person speaks; what she does not name any more is forgotten."""
    db.session.execute(delete(Spoken).where(Spoken.person_id == person_id))
    db.session.add_all(Spoken(person_id=person_id, language=code) for code in languages_of(codes))
    record(actor_id, "changed", "person", person_id)
    db.session.flush()


def ask_again() -> int:
    """Promise one letter "is it still true?" to each person with lines that end within a fortnight.

    The letter holds no words of hers, only their number and the day. Returns how many persons are asked.
    """
    today = clock.today()
    near = select(Posting).where(Posting.expires_on.between(today, today + ASK_BEFORE))
    near = near.where(Posting.asked_on.is_(None), Posting.hidden_at.is_(None))
    by_person: dict[int, list[Posting]] = {}
    for posting in db.session.scalars(near.order_by(Posting.person_id, Posting.id).limit(MOST_AT_ONCE)).all():
        posting.asked_on = today
        by_person.setdefault(posting.person_id, []).append(posting)
    for person_id, postings in by_person.items():
        until = min(posting.expires_on for posting in postings).isoformat()
        facts = {"number": len(postings), "until": until}
        letter = {"name": "words_still", "person_id": person_id, "facts": facts}
        promise("letter", letter, key=f"words_still:{person_id}:{today}")
    db.session.flush()
    return len(by_person)


def note_expired() -> int:
    """Note each line that ended, so that whoever follows the trail drops it. Returns how many."""
    today = clock.today()
    ended = select(Posting).where(Posting.expires_on < today, Posting.expired_on.is_(None))
    noted = db.session.scalars(ended.order_by(Posting.expires_on, Posting.id).limit(MOST_AT_ONCE)).all()
    for posting in noted:
        posting.expired_on = today
        record(None, "expired", "posting", posting.id)
    db.session.flush()
    return len(noted)
