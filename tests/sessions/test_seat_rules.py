"""Seats, parties and links: truth tables."""

from datetime import UTC, datetime, timedelta

import pytest

from participate.core.errors import RuleBroken
from participate.sessions.rules import links, seats
from participate.sessions.rules.party import NoChildrenHere, Party, TooManyChildren, check_party
from participate.sessions.words import SessionStatus, SignUpStatus

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)
GOING, LIKELY, OFFERED = SignUpStatus.GOING, SignUpStatus.LIKELY, SignUpStatus.OFFERED


@pytest.mark.parametrize(
    ("capacity", "places", "taken", "heads", "free", "fits"),
    [
        (None, None, 500, 40, None, True),  # a park
        (10, None, 9, 1, 1, True),
        (10, None, 9, 2, 1, False),
        (10, 6, 5, 1, 1, True),
        (10, 6, 6, 1, 0, False),
        (10, 6, 8, 1, 0, False),  # two were invited above the places
        (10, 0, 0, 1, 0, False),
        (None, 6, 6, 1, 0, False),
        (1, None, 0, 1, 1, True),
    ],
)
def test_what_is_free(
    capacity: int | None, places: int | None, taken: int, heads: int, free: int | None, fits: bool
) -> None:
    limit = seats.limit_of(capacity, places)
    assert seats.free_seats(limit, taken) == free
    assert seats.fits(heads, limit, taken) is fits


@pytest.mark.parametrize(
    ("status", "drop_in", "ends", "broken"),
    [
        (SessionStatus.PLANNED, False, HOUR, None),
        (SessionStatus.CANCELLED, False, HOUR, seats.NotTakingPlace),
        (SessionStatus.CANCELLED, True, -HOUR, seats.NotTakingPlace),
        (SessionStatus.PLANNED, False, timedelta(), seats.OverAlready),
        (SessionStatus.PLANNED, True, -HOUR, seats.OverAlready),
        (SessionStatus.PLANNED, True, HOUR, seats.NobodyNeedsTo),
    ],
)
def test_who_may_sign_up(
    status: SessionStatus, drop_in: bool, ends: timedelta, broken: type[RuleBroken] | None
) -> None:
    facts = {"status": status, "drop_in": drop_in, "ends_at": NOW + ends, "now": NOW}
    if broken is None:
        seats.check_joining(**facts)
    else:
        with pytest.raises(broken):
            seats.check_joining(**facts)


@pytest.mark.parametrize(("heads", "limit", "good"), [(1, 1, True), (2, 1, False), (99, None, True), (1, 0, False)])
def test_a_party_that_could_never_fit(heads: int, limit: int | None, good: bool) -> None:
    if good:
        seats.check_party_fits(heads, limit)
    else:
        with pytest.raises(seats.PartyTooLarge):
            seats.check_party_fits(heads, limit)


@pytest.mark.parametrize(
    ("waiting", "last_day", "may"), [(0, False, True), (1, False, False), (1, True, True), (0, True, True)]
)
def test_nobody_walks_past_the_line(waiting: int, last_day: bool, may: bool) -> None:
    assert seats.may_walk_past(waiting=waiting, last_day=last_day) is may


@pytest.mark.parametrize(
    ("limit", "parties", "confirmed"),
    [
        (4, [(1, GOING, 4), (2, LIKELY, 1)], []),
        (4, [(1, GOING, 3), (2, LIKELY, 1)], [2]),
        (4, [(1, GOING, 2), (2, LIKELY, 1), (3, LIKELY, 1)], [2, 3]),
        (4, [(1, GOING, 2), (2, LIKELY, 3), (3, LIKELY, 1)], []),  # nobody walks past number 2
        (4, [(1, GOING, 2), (2, OFFERED, 2), (3, LIKELY, 1)], []),  # a seat that is offered is not free
        (None, [(1, GOING, 9), (2, LIKELY, 3)], [2]),
        (4, [], []),
    ],
)
def test_likely_becomes_yes(
    limit: int | None, parties: list[tuple[int, SignUpStatus, int]], confirmed: list[int]
) -> None:
    assert seats.heads_confirmed(parties, limit) == confirmed


def test_everybody_counts() -> None:
    party = Party(babies=1, toddlers=2, children=3, teenagers=4)
    assert (party.heads, party.young) == (11, 10)
    assert party.columns() == {"babies": 1, "toddlers": 2, "children": 3, "teenagers": 4, "heads": 11}


@pytest.mark.parametrize(
    ("party", "welcome", "by_host", "broken"),
    [
        (Party(), False, False, None),
        (Party(babies=1), False, False, NoChildrenHere),
        (Party(babies=1), False, True, None),
        (Party(teenagers=1), True, False, None),
        (Party(children=41), True, False, TooManyChildren),
        (Party(children=-1, babies=1), True, True, ValueError),
    ],
)
def test_who_comes_along(party: Party, welcome: bool, by_host: bool, broken: type[Exception] | None) -> None:
    if broken is None:
        check_party(party, children_welcome=welcome, by_host=by_host)
    else:
        with pytest.raises(broken):
            check_party(party, children_welcome=welcome, by_host=by_host)


MAC = "0123456789abcdef" * 4


@pytest.mark.parametrize("number", [1, 27, 28, 29, 12_345, 2**31 - 1])
def test_links_and_codes_lead_back(number: int) -> None:
    assert links.split_token(links.token_from(number, MAC)) == (number, MAC[:32])
    code = links.code_from(number, MAC)
    assert links.split_code(code) == number
    assert links.split_code(code.lower().replace("-", " ")) == number
    assert not set(code) & set("01OILAEU")


@pytest.mark.parametrize("number", ["", "x", "0", "-1", "٣", "9999999999", "99999999999"])
def test_no_number(number: str) -> None:
    assert links.split_token(f"{number}-{MAC[:32]}") is None


@pytest.mark.parametrize("bad", ["", "-", "1", "1-", "1-" + MAC[:31], "1-" + MAC[:33], "1-" + "é" * 32])
def test_no_token(bad: str) -> None:
    assert links.split_token(bad) is None


@pytest.mark.parametrize("bad", ["", "KPT", "KPT-", "KPT-0AA", "K" * 17, "KPT-ÄÄÄ", "KPT-222", "ZZZ-ZZZZZZZ"])
def test_no_code(bad: str) -> None:
    assert links.split_code(bad) is None
