"""Suggestions that are too slow several times in a row rest for a while: fault F-41."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from participate.accounts.words import PersonKind
from participate.matching import breaker as breakers
from participate.matching.breaker import NEVER_TOO_SLOW, Breaker
from participate.matching.queries import suggestions
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.suggest import suggest
from participate.matching.rules import ENOUGH, REST, SLOW_IN_A_ROW
from participate.matching.words import Facet, Kind
from participate.organisations.rules import Spot
from tests.matching.given import ABBEY, FAR, THAMES, names, neighbourhood, person, project
from tests.matching.slow import QUICK, SLOW, Hand, ask, slow_rankings
from tests.street import Street


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.mark.parametrize(
    ("answers", "rests"),
    [
        ([], False),
        ([QUICK] * 20, False),
        ([SLOW] * (SLOW_IN_A_ROW - 1), False),
        ([SLOW] * SLOW_IN_A_ROW, True),
        ([SLOW] * (SLOW_IN_A_ROW - 1) + [QUICK] + [SLOW] * (SLOW_IN_A_ROW - 1), False),
        ([QUICK] + [SLOW] * SLOW_IN_A_ROW, True),
    ],
)
def test_it_opens_after_several_slow_ones_in_a_row(hand: Hand, answers: list[float], rests: bool) -> None:
    breaker = Breaker(hand)
    assert all(ask(breaker, hand, took) for took in answers), "each of them is answered"
    assert breaker.rests is rests
    assert ask(breaker, hand, QUICK) is not rests


@pytest.fixture
def open_one(hand: Hand) -> Breaker:
    breaker = Breaker(hand)
    for _time in range(SLOW_IN_A_ROW):
        ask(breaker, hand, SLOW)
    return breaker


def test_while_it_rests_nothing_is_asked(open_one: Breaker, hand: Hand) -> None:
    for _time in range(5):
        assert not ask(open_one, hand, QUICK)
    hand.now += REST * 0.99
    assert not ask(open_one, hand, QUICK)


def test_after_the_rest_one_is_tried_and_the_others_wait(open_one: Breaker, hand: Hand) -> None:
    hand.now += REST
    assert not open_one.rests
    trial = open_one.begin()
    assert trial is not None
    assert open_one.begin() is None
    assert open_one.rests
    open_one.end(trial)
    assert not open_one.rests
    assert ask(open_one, hand, SLOW), "closed again: it takes several slow ones as before"
    assert ask(open_one, hand, QUICK)


def test_a_slow_trial_is_another_rest(open_one: Breaker, hand: Hand) -> None:
    hand.now += REST
    assert ask(open_one, hand, SLOW)
    assert not ask(open_one, hand, QUICK)
    hand.now += REST
    assert ask(open_one, hand, QUICK)
    assert ask(open_one, hand, QUICK)


def test_a_trial_that_never_ends_is_followed_by_another(open_one: Breaker, hand: Hand) -> None:
    hand.now += REST
    assert open_one.begin() is not None
    hand.now += REST
    assert ask(open_one, hand, QUICK)
    assert not open_one.rests


def test_what_began_before_the_rest_does_not_end_it(hand: Hand) -> None:
    breaker = Breaker(hand)
    early = breaker.begin()
    assert early is not None
    for _time in range(SLOW_IN_A_ROW):
        ask(breaker, hand, SLOW)
    until = hand.now + REST
    hand.now += 1
    breaker.end(early)  # slow too: the rest is no longer for it
    assert breaker.rests
    hand.now = until
    assert not breaker.rests


def test_several_at_once_that_one_thing_held_up_count_once(hand: Hand) -> None:
    breaker = Breaker(hand)
    together = [breaker.begin() for _time in range(SLOW_IN_A_ROW * 2)]
    hand.now += SLOW
    for each in together:
        assert each is not None
        breaker.end(each)
    assert not breaker.rests
    for _time in range(SLOW_IN_A_ROW - 1):
        ask(breaker, hand, SLOW)
    assert breaker.rests


class Log:
    """Keeps what is logged, whatever level the site of another test has set."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, float]]] = []

    def info(self, event: str, **facts: float) -> None:
        self.lines.append((event, facts))

    warning = info


def test_it_says_once_that_it_rests_and_once_that_it_is_back(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    log, breaker = Log(), Breaker(hand)
    monkeypatch.setattr(breakers, "log", log)
    for _time in range(SLOW_IN_A_ROW + 3):
        ask(breaker, hand, SLOW)
    hand.now += REST
    ask(breaker, hand, SLOW)
    hand.now += REST
    for _time in range(3):
        ask(breaker, hand, QUICK)
    assert [event for event, _facts in log.lines] == ["suggestions rest", "suggestions are back"]
    assert log.lines[0][1] == {"in_a_row": SLOW_IN_A_ROW, "took_ms": round(SLOW * 1000), "rest_seconds": REST}


def test_nobody_waits_at_a_job() -> None:
    hand = Hand()
    for _time in range(SLOW_IN_A_ROW * 2):
        began = NEVER_TOO_SLOW.begin()
        assert began is not None
        NEVER_TOO_SLOW.end(began - 10_000)
        hand.now += SLOW
    assert NEVER_TOO_SLOW.begin() is not None


@pytest.fixture
def slow(app: Flask, street: Street, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    return slow_rankings(app, street, hand, monkeypatch)


RESTS = "Suggestions are not ready just now"


def test_a_neighbour_sees_plain_lists_and_then_her_own_again(
    client: FlaskClient, street: Street, hand: Hand, slow: list[float]
) -> None:
    client.become(street.chidi)
    for _time in range(SLOW_IN_A_ROW):
        page = client.get("/for-you").text
        assert "Bilal" in page, "what is slow is answered all the same"
        assert RESTS not in page
    for _time in range(2):
        page = client.get("/for-you").text
        assert RESTS in page
        assert "Bilal" not in page
        assert street.session.name in page, "the list of this week"
        assert RESTS in client.get("/find?say=baking+bread").text
    slow[0] = QUICK
    hand.now += REST
    for _time in range(2):
        page = client.get("/for-you").text
        assert "Bilal" in page
        assert RESTS not in page


def test_staff_see_it_on_the_desk_until_it_is_over(
    client: FlaskClient, street: Street, hand: Hand, slow: list[float]
) -> None:
    client.become(street.chidi)
    for _time in range(SLOW_IN_A_ROW):
        client.get("/for-you")
    client.become(street.dora)
    assert "Suggestions rest" in client.get("/desk").text
    slow[0] = QUICK
    hand.now += REST
    client.become(street.chidi).get("/for-you")
    assert "Suggestions rest" not in client.become(street.dora).get("/desk").text


@pytest.mark.parametrize("who", ["chidi", "dora"])
def test_no_page_says_that_nothing_was_found_while_it_only_rests(
    client: FlaskClient, street: Street, slow: list[float], who: str
) -> None:
    if who == "dora":
        street.chidi.kind, street.chidi.hub_id = PersonKind.ENTERED, street.hub.id
    client.become(street.person(who))
    for _time in range(SLOW_IN_A_ROW):
        client.get("/find?say=baking+bread")
    sent_on = client.get(f"/introductions/new/{street.bilal.id}")
    assert sent_on.headers["Location"].endswith("/for-you")
    assert RESTS in client.get("/for-you").text
    if who == "dora":
        for page in (f"/people/{street.chidi.id}/suggestions", f"/introductions/for/{street.chidi.id}"):
            assert RESTS in client.get(page).text, page


def test_a_press_and_a_job_are_answered_while_pages_rest(app: Flask, street: Street, slow: list[float]) -> None:
    def ready(method: str) -> bool:
        with app.test_request_context("/", method=method):
            return suggestions.suggestions_for_text("baking bread", Spot(street.ward.id)).ready

    assert all(ready("GET") for _time in range(SLOW_IN_A_ROW))
    assert not ready("GET")
    assert ready("POST")
    assert suggestions.suggestions_for_text("baking bread", Spot(street.ward.id)).ready


def test_what_is_slow_already_searches_farther_only_for_what_is_not_near_at_all() -> None:
    near = [person(number, "chess") for number in range(1, ENOUGH + 1)]
    index = neighbourhood(*near, project(59, "chess"), project(60, "chess", ward=FAR))
    facts = Facts((Line(Facet.SAID, "chess"),), tuple(Kind), ward=THAMES, near=(THAMES, ABBEY))
    in_time, late = (names(suggest(index.snapshot, facts, in_time=lambda said=said: said)) for said in (True, False))
    assert {"project:59", "project:60"} <= set(in_time)
    assert set(in_time) - set(late) == {"project:60"}
