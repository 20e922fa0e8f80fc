"""Residents and what they write: on paper, without a database."""

import re
from collections import Counter
from random import Random

import pytest

from participate.accounts.words import Role
from participate.demo.content import reading
from participate.demo.making.lines import SLIPS, Pen
from participate.profiles.words import PostingKind, Theme
from tests.demo.paper import Rows, neighbourhood
from tests.street import NOON


@pytest.fixture(scope="module")
def rows() -> Rows:
    return neighbourhood(NOON)


def test_every_ward_has_people(rows: Rows) -> None:
    living = Counter(person["ward_id"] for person in rows["person"] if person["ward_id"])
    assert set(living) == set(range(1, 20))
    assert min(living.values()) >= 5


def test_contacts_come_from_ranges_that_reach_nobody(rows: Rows) -> None:
    for person in rows["person"]:
        assert person["email"] is None or re.fullmatch(r"[a-z0-9.-]+@example\.org", person["email"]), person
        assert person["phone"] is None or re.fullmatch(r"\+447700900\d{3}", person["phone"]), person
    for hub in rows["hub"]:
        assert re.fullmatch(r"07700 900\d{3}", hub["phone"])


def test_accounts_can_be_reached_each_on_their_own(rows: Rows) -> None:
    emails = [person["email"] for person in rows["person"] if person["email"]]
    assert len(set(emails)) == len(emails)
    assert all(person["email"] or person["phone"] for person in rows["person"] if person["kind"] == "account")


def test_a_large_neighbourhood_keeps_to_the_phone_range() -> None:
    phones = [person["phone"] for person in neighbourhood(NOON, residents=3_000)["person"] if person["phone"]]
    assert len(set(phones)) == len(phones)
    assert max(phones) < "+447700900990"


def test_about_an_eighth_is_in_other_languages(rows: Rows) -> None:
    foreign = {
        words: language
        for language, written in reading.lines("in_languages").items()
        for kind in ("likes", "shows")
        for _theme, words in written[kind]
    }
    found = Counter(foreign[posting["words"]] for posting in rows["posting"] if posting["words"] in foreign)
    assert set(found) == {"ro", "bn", "lt", "ur", "pt", "sq", "pl"}
    assert 0.09 <= found.total() / len(rows["posting"]) <= 0.15


def test_lines_are_varied_and_short_enough(rows: Rows) -> None:
    words = [posting["words"] for posting in rows["posting"]]
    assert len(set(words)) / len(words) >= 0.6
    assert all(0 < len(each) <= 280 and "{" not in each for each in words)


def test_somebody_wants_to_learn_and_somebody_can_show(rows: Rows) -> None:
    learning = [posting for posting in rows["posting"] if posting["wants_to_learn"]]
    assert learning
    assert all(posting["kind"] is PostingKind.INTEREST for posting in learning)
    assert sum(posting["kind"] is PostingKind.SKILL for posting in rows["posting"]) > 300


def test_nobody_writes_the_same_line_twice(rows: Rows) -> None:
    pairs = Counter((posting["person_id"], posting["words"]) for posting in rows["posting"])
    assert set(pairs.values()) == {1}


def test_postings_stand_today(rows: Rows) -> None:
    assert all(posting["made_at"] <= NOON for posting in rows["posting"])
    assert all(posting["expires_on"] >= NOON.date() for posting in rows["posting"])


def test_most_squares_are_known_and_lie_in_the_ward(rows: Rows) -> None:
    known = [person["square"] for person in rows["person"] if person["ward_id"]]
    assert 0.75 <= sum(square is not None for square in known) / len(known) < 1


def test_roles(rows: Rows) -> None:
    held = Counter(role["role"] for role in rows["role_held"])
    assert held[Role.STAFF] == 12
    assert held[Role.OFFICER] == held[Role.ADMIN] == 1
    assert held[Role.HOST] > 80
    assert held[Role.KEEPER] > 80


@pytest.mark.parametrize("slip", SLIPS)
def test_slips_of_the_hand_change_words_and_lose_none(slip) -> None:  # type: ignore[no-untyped-def]
    words = "I would like to learn sewing, please."
    slipped = {slip(words, Random(number)) for number in range(30)}
    assert slipped != {words}
    assert all(len(each) > len(words) / 2 for each in slipped)


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("words", ["a", "Go.", "Poems. Short ones."])
def test_slips_stand_short_lines(slip, words: str) -> None:  # type: ignore[no-untyped-def]
    assert all(slip(words, Random(number)) for number in range(30))


def test_one_pen_writes_the_same_twice() -> None:
    def written() -> list[str]:
        pen = Pen(Random(5))
        return [pen.interest([Theme.COOK, Theme.GROW], "pl", ("Wood Lane",)).words for _ in range(50)]

    assert written() == written()
