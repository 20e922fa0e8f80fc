"""What a reason says, in words."""

import pytest
from flask import Flask

from participate.matching.lines import answered_line, reason_line, reason_words, times_line
from participate.matching.queries import PersonCard, Shown
from participate.matching.ranking.reason import Reason
from participate.matching.rules import PAIRS
from participate.matching.words import Because, Facet, Kind, Nearness
from participate.profiles.words import PartOfDay

LIKES = Facet.LIKES


def reason(**more) -> Reason:  # type: ignore[no-untyped-def]
    usual = {"words": ("baking",), "asked": LIKES, "found": LIKES, "nearness": Nearness.UNKNOWN}
    return Reason(**(usual | more))


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        (Kind.PERSON, {}, "You both like baking"),
        (Kind.PERSON, {"words": ("baking", "chess")}, "You both like baking and chess"),
        (
            Kind.PERSON,
            {"nearness": Nearness.WALK, "minutes": 10, "times": ((3, 2),)},
            "You both like baking · about 10 minutes’ walk · Thursday evenings",
        ),
        (
            Kind.PERSON,
            {"times": ((0, 0), (5, 1), (6, 2))},
            "You both like baking · Monday mornings and Saturday afternoons",
        ),
        (
            Kind.PERSON,
            {"asked": Facet.WANTS_TO_LEARN, "found": Facet.CAN_SHOW},
            "You would like to learn baking, and Ruth can show it",
        ),
        (Kind.PERSON, {"asked": Facet.SAID}, "You said baking, and Ruth likes it"),
        (Kind.PERSON, {"asked": Facet.NEEDS_PERSON, "found": Facet.CAN_SHOW}, "You said baking, and Ruth can show it"),
        (Kind.PROJECT, {"found": Facet.NEEDS_PERSON}, "You said baking, and they are looking for somebody"),
        (
            Kind.SESSION,
            {"found": Facet.ABOUT, "times": ((3, 2),)},
            "You said baking, and this is about it · you are free then",
        ),
        (
            Kind.SPACE,
            {"found": Facet.SPACE, "nearness": Nearness.SAME_WARD},
            "You said baking, and this space goes with it · in your ward",
        ),
        (Kind.MATERIAL, {"found": Facet.OFFERED}, "You said baking, and this goes with it"),
        (
            Kind.PROJECT,
            {"found": Facet.ABOUT, "nearness": Nearness.ELSEWHERE},
            "You said baking, and this is about it · done elsewhere",
        ),
    ],
)
def test_the_sentence(app: Flask, kind: Kind, given: dict[str, object], said: str) -> None:
    with app.test_request_context("/"):
        assert reason_words(kind, reason(**given), "Ruth") == said


@pytest.mark.parametrize(("asked", "found"), sorted(PAIRS))
def test_every_pair_has_a_sentence_of_its_own(app: Flask, asked: Facet, found: Facet) -> None:
    kind = Kind.PERSON if found in (Facet.LIKES, Facet.CAN_SHOW, Facet.WANTS_TO_LEARN) else Kind.PROJECT
    with app.test_request_context("/"):
        told = reason_words(kind, reason(asked=asked, found=found), "Ruth")
    assert "baking" in told
    assert "%" not in told


def test_her_words_are_marked_and_escaped(app: Flask) -> None:
    shown = Shown(Kind.PERSON, 1, PersonCard(1, "<Ruth>"), reason(words=("<b>baking",)), 1.0)
    with app.test_request_context("/"):
        assert reason_line(shown) == "You both like <mark>&lt;b&gt;baking</mark>"
        said = Shown(Kind.PERSON, 1, PersonCard(1, "<Ruth>"), reason(asked=Facet.SAID), 1.0)
        assert reason_line(said) == "You said <mark>baking</mark>, and &lt;Ruth&gt; likes it"


def test_on_a_page_no_line_begins_with_a_dot(app: Flask) -> None:
    shown = Shown(Kind.PERSON, 1, PersonCard(1, "Ruth"), reason(nearness=Nearness.SAME_WARD), 1.0)
    with app.test_request_context("/"):
        assert reason_line(shown) == "You both like <mark>baking</mark>\u00a0· in your ward"


COMPANY = {"words": (), "company": "project:12", "found": Facet.ABOUT, "nearness": Nearness.WALK, "minutes": 10}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mend Club", "People who came to Mend Club also came to this · about 10 minutes’ walk"),
        ("", "People who came to what you came to also came to this · about 10 minutes’ walk"),
    ],
)
def test_company_is_told_by_the_name_of_what_she_came_to(app: Flask, name: str, said: str) -> None:
    with app.test_request_context():
        assert reason_words(Kind.PROJECT, reason(**COMPANY), name) == said
        shown = Shown(Kind.PROJECT, 3, None, reason(**COMPANY), 1.0, name)  # type: ignore[arg-type]
        assert str(reason_line(shown)).replace("\u00a0", " ") == said


@pytest.mark.parametrize("because", [None, *Because])
@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.PROJECT])
def test_each_answer_says_what_it_did(app: Flask, because: Because | None, kind: Kind) -> None:
    with app.test_request_context():
        line = answered_line(because, kind, "x" * 300)
    assert ("more like" in line) == (because is None)
    assert len(line) < 160


def test_parts_of_the_week_stand_in_their_order(app: Flask) -> None:
    times = {(5, PartOfDay.MORNING), (3, PartOfDay.EVENING), (3, PartOfDay.MORNING)}
    with app.test_request_context():
        assert times_line(times) == "Thursday mornings, Thursday evenings and Saturday mornings"
        assert times_line([]) == ""
