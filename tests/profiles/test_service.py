"""Lines, times and languages of a person."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db
from participate.profiles import queries, service
from participate.profiles.models import Posting
from participate.profiles.rules import MOST_POSTINGS, TooManyPostings
from participate.profiles.words import PartOfDay, PostingKind
from tests.street import NOON, Street

INTEREST, SKILL = PostingKind.INTEREST, PostingKind.SKILL


def trail(posting_id: int) -> list[str]:
    query = select(AuditRow.verb).where(AuditRow.kind == "posting", AuditRow.thing_id == posting_id)
    return list(db.session.scalars(query.order_by(AuditRow.id)))


def test_a_line_stands_for_half_a_year(street: Street) -> None:
    posting = service.add(street.amina.id, street.amina.id, SKILL, "sewing", wants_to_learn=True)
    assert posting.expires_on == date(2027, 1, 1)
    assert posting.wants_to_learn is False  # that is for interests
    assert trail(posting.id) == ["made"]


def test_what_was_said_before_is_kept_once_and_counts_as_said_today(street: Street) -> None:
    first = service.add(street.amina.id, street.amina.id, INTEREST, "Baking bread")
    first.asked_on = first.expired_on = clock.today()
    with clock.stop_at(NOON + timedelta(days=100)):
        again = service.add(street.amina.id, street.amina.id, INTEREST, "baking  bread.", wants_to_learn=True)
        assert again is first
        assert again.expires_on == clock.today() + timedelta(days=183)
    assert (again.asked_on, again.expired_on, again.wants_to_learn) == (None, None, True)
    assert service.add(street.amina.id, street.amina.id, SKILL, "baking bread") is not first
    assert trail(first.id) == ["made", "confirmed"]


def test_there_is_a_most(street: Street) -> None:
    for number in range(MOST_POSTINGS):
        service.add(street.amina.id, street.amina.id, INTEREST, f"thing {number}")
    with pytest.raises(TooManyPostings):
        service.add(street.amina.id, street.amina.id, INTEREST, "one more")
    assert service.add(street.amina.id, street.amina.id, INTEREST, "Thing 3").words == "thing 3"
    assert queries.count_postings(street.amina.id) == MOST_POSTINGS


def test_changed_hidden_restored_removed(street: Street) -> None:
    posting = street.posting
    service.change(street.chidi.id, posting, SKILL, "baking cakes", wants_to_learn=False)
    service.hide(street.dora.id, posting, "Not kind")
    assert not queries.is_shown(posting, clock.today())
    service.restore(street.dora.id, posting)
    assert queries.is_shown(posting, clock.today())
    posting_id = posting.id
    service.remove(street.chidi.id, posting)
    assert queries.find_posting(posting_id) is None
    assert trail(posting_id)[1:] == ["changed", "hidden", "restored", "removed"]


def test_times_and_languages_take_the_place_of_the_old_ones(street: Street) -> None:
    morning = (0, PartOfDay.MORNING)
    service.set_free_times(street.amina.id, street.amina.id, {morning, (5, PartOfDay.EVENING)})
    service.set_free_times(street.amina.id, street.amina.id, {morning, (6, PartOfDay.AFTERNOON)})
    assert queries.free_times(street.amina.id) == {morning, (6, PartOfDay.AFTERNOON)}
    service.set_languages(street.amina.id, street.amina.id, ["ur", "en", "nonsense"])
    assert queries.languages(street.amina.id) == ["en", "ur"]
    service.set_languages(street.amina.id, street.amina.id, [])
    assert queries.languages(street.amina.id) == []
    assert queries.free_times(street.bilal.id) == set()


def test_what_has_ended_is_noted_once(street: Street) -> None:
    posting = street.posting
    posting.expires_on = clock.today() - timedelta(days=1)
    db.session.flush()
    assert service.note_expired() == 1
    assert service.note_expired() == 0
    assert db.session.get(Posting, posting.id) is not None
    assert trail(posting.id)[-1] == "expired"
