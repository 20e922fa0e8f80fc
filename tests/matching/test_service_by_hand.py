"""What staff do by hand: how long it holds, taken back and put back, noted, and forgotten in time."""

from datetime import date, timedelta

import pytest

from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.matching import holding
from participate.matching.holding import DayIsOver, TooFarAhead, TooManyWords, check_last_day, day_again
from participate.matching.models import ByHand, Placing, Synonym
from participate.matching.queries.by_hand import get_made, list_ended, page_of_made
from participate.matching.queries.hands import hands_of
from participate.matching.service import by_hand, forget_about
from participate.matching.text.synonyms import TooFewSynonyms
from participate.matching.words import Placed
from tests.street import Street

TODAY = date(2026, 7, 2)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("last_day", "broken"),
    [
        (TODAY - DAY, DayIsOver),
        (TODAY, None),
        (TODAY + holding.LONGEST, None),
        (TODAY + holding.LONGEST + DAY, TooFarAhead),
        (date.max, TooFarAhead),
        (date.min, DayIsOver),
    ],
)
def test_it_ends_by_itself_and_not_too_far_ahead(last_day: date, broken: type[Exception] | None) -> None:
    if broken is None:
        check_last_day(last_day, TODAY)
    else:
        with pytest.raises(broken):
            check_last_day(last_day, TODAY)


def test_what_is_put_back_holds_as_before_or_as_long_as_is_usual() -> None:
    assert day_again(TODAY, TODAY) == TODAY
    assert day_again(TODAY - DAY, TODAY) == TODAY + holding.USUAL


def test_words_are_kept_in_order_and_found_by_the_hubs_neighbours(street: Street) -> None:
    made = by_hand.add_words(street.dora.id, street.hub.id, " Veg Patch = allotment ", clock.today() + holding.YEAR)
    assert made.words == "allotment, veg patch"
    assert hands_of(street.ward.id, None).synonyms == (frozenset({"allotment", "veg patch"}),)
    assert [line.words for line in page_of_made("words", [street.hub.id], 1).items] == ["allotment, veg patch"]
    with pytest.raises(TooFewSynonyms):
        by_hand.add_words(street.dora.id, street.hub.id, "allotment", clock.today())


def test_a_hub_has_not_words_without_end(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_hand, "MOST_WORDS", 1)
    made = by_hand.add_words(street.dora.id, street.hub.id, "nosh, food", clock.today())
    with pytest.raises(TooManyWords):
        by_hand.add_words(street.dora.id, street.hub.id, "brew, tea", clock.today())
    by_hand.end(street.dora.id, made)
    by_hand.add_words(street.dora.id, street.hub.id, "brew, tea", clock.today())


def test_a_thing_stands_first_or_is_left_out_never_both(street: Street) -> None:
    subject, hub = f"project:{street.project.id}", street.hub.id
    first = by_hand.place(street.dora.id, hub, subject, Placed.FIRST, clock.today())
    again = by_hand.place(street.dora.id, hub, subject, Placed.OUT, clock.today(), "They are full")
    assert first.id == again.id
    found = hands_of(street.ward.id, None)
    assert (found.pinned, found.hidden) == (frozenset(), {subject})
    [line] = page_of_made("placed", [hub], 1).items
    assert (line.words, line.by, line.why, line.placed) == ("Mend Club", "Dora", "They are full", Placed.OUT)


def test_taken_back_put_back_and_noted(street: Street) -> None:
    made = by_hand.think_of(
        street.dora.id, street.hub.id, street.chidi.id, f"session:{street.session.id}", clock.today()
    )
    assert hands_of(None, street.chidi.id).by_hand == (made.subject,)
    for _twice in range(2):
        by_hand.end(street.dora.id, made)
    assert hands_of(None, street.chidi.id).by_hand == ()
    [line] = list_ended("thought", [street.hub.id])
    assert (line.who, line.holds) == ("Chidi Okafor", False)
    for _twice in range(2):
        by_hand.put_back(street.dora.id, made)
    assert hands_of(None, street.chidi.id).from_whom == {made.subject: "Dora"}
    assert [row.verb for row in audit.list_of("by_hand", made.id)] == ["put back", "ended", "made"]
    assert list_ended("thought", [street.hub.id]) == []


def test_it_is_over_after_its_last_day_and_forgotten_a_year_later(street: Street) -> None:
    by_hand.think_of(street.dora.id, street.hub.id, street.chidi.id, "project:1", clock.today())
    by_hand.place(street.dora.id, street.hub.id, "project:1", Placed.FIRST, clock.today())
    ended = by_hand.add_words(street.dora.id, street.hub.id, "nosh, food", clock.today() + holding.YEAR)
    by_hand.end(street.dora.id, ended)
    now = clock.now()
    with clock.stop_at(now + DAY):
        assert hands_of(street.ward.id, street.chidi.id).by_hand == ()
        assert len(list_ended("placed", [street.hub.id])) == 1
    with clock.stop_at(now + holding.KEPT):
        by_hand.forget_old()
        assert db.session.query(ByHand).count() + db.session.query(Placing).count() + db.session.query(Synonym).count()
        assert list_ended("placed", [street.hub.id]) == []
    with clock.stop_at(now + holding.KEPT + 2 * DAY):
        by_hand.forget_old()
    assert [db.session.query(model).count() for model in (ByHand, Placing, Synonym)] == [0, 0, 0]


def test_of_a_thing_or_a_person_that_is_gone_nothing_is_kept(street: Street) -> None:
    by_hand.place(street.dora.id, street.hub.id, "project:77", Placed.OUT, clock.today())
    by_hand.think_of(street.dora.id, street.hub.id, street.chidi.id, "project:77", clock.today())
    other = by_hand.think_of(street.dora.id, street.hub.id, street.bilal.id, "project:78", clock.today())
    forget_about("project", 77)
    assert [each.id for each in db.session.query(ByHand)] == [other.id]
    assert db.session.query(Placing).count() == 0
    forget_about("person", street.bilal.id)
    assert db.session.query(ByHand).count() == 0


def test_another_hubs_are_not_listed(street: Street) -> None:
    made = by_hand.place(street.dora.id, street.hub.id, "project:1", Placed.FIRST, clock.today())
    assert page_of_made("placed", [street.hub.id + 1], 1).items == []
    assert get_made("placed", made.id) is made
