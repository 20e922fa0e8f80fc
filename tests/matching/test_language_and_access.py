"""What a place has is a filter; what people speak moves things up and down. Nothing is asked of the person."""

import numpy as np
import pytest
from flask.testing import FlaskClient

from participate.core import clock
from participate.core.db import db
from participate.matching.index.document import Document
from participate.matching.index.names import Names
from participate.matching.index.segment import Rows
from participate.matching.lines import reason_words
from participate.matching.loading.documents import postings, sessions_, spaces_
from participate.matching.models import SwitchedOff
from participate.matching.ranking.by_hand import thought_of
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.near import ceiling, fitness, understood
from participate.matching.ranking.reason import Reason
from participate.matching.rules import ANOTHER_LANGUAGE, NO_SHARED_LANGUAGE
from participate.matching.words import Access, Facet, Kind, Nearness, Use
from participate.profiles import service as profiles
from participate.profiles.rules import language_bits
from participate.profiles.words import SPOKEN, PostingKind
from tests.matching.given import THAMES, asked, names, neighbourhood, person, project
from tests.street import Street

STEPS, TOILET, QUIET = (one.bit for one in Access)
EN, RO, BN = (language_bits([code]) for code in ("en", "ro", "bn"))


def space(number: int, access: int) -> Document:
    return Document(f"space:{number}", f"space:{number}", Kind.SPACE, Facet.SPACE, "chess", ward=THAMES, access=access)


def test_each_language_and_each_fact_of_a_place_has_a_bit_of_its_own() -> None:
    assert {language_bits([code]) for code in SPOKEN} == {1 << place for place in range(len(SPOKEN))}
    assert language_bits(SPOKEN) < 2**31, "it goes into four bytes"
    assert language_bits(["ro", "ro", "xx"]) == RO
    assert EN == 1
    assert [STEPS, TOILET, QUIET] == [1, 2, 4]


@pytest.mark.parametrize("wanted", range(8))
def test_a_place_without_what_is_asked_is_left_out_and_what_is_no_place_stays(wanted: int) -> None:
    index = neighbourhood(*(space(has, has) for has in range(8)), project(20, "chess"), person(21, "chess"))
    found = set(names(asked(index, "chess", access=wanted)))
    having = {f"space:{has}" for has in range(8) if has & wanted == wanted}
    assert found == having | {"project:20", "person:21"}


def test_the_filter_holds_among_very_many_and_for_what_staff_think_of() -> None:
    index = neighbourhood(*(space(each, STEPS if each % 2 else 0) for each in range(6_000)))
    found = asked(index, "chess", kinds=[Kind.SPACE], access=STEPS, near=(THAMES,), ward=THAMES, least=0.0)
    assert found
    assert all(int(one.group.partition(":")[2]) % 2 for one in found)
    facts = Facts((), (Kind.SPACE,), access=STEPS)
    [thought] = thought_of(index.snapshot, facts, {"space:2": "Dora", "space:3": "Dora"})
    assert thought.group == "space:3"
    assert thought.reason.access == STEPS


def test_the_filter_stays_after_documents_come_and_segments_are_merged() -> None:
    index = neighbourhood(space(1, STEPS), space(2, 0))
    for number in range(3, 40):
        index.replace([f"space:{number}"], [space(number, STEPS * (number % 2))])
    found = names(asked(index, "chess", kinds=[Kind.SPACE], access=STEPS, least=0.0))
    assert {int(one.partition(":")[2]) % 2 for one in found} == {1}
    assert len(found) == 20


@pytest.mark.parametrize(
    ("hers", "there", "worth"),
    [
        (0, RO, 1.0),
        (EN, 0, 1.0),
        (EN, EN, 1.0),
        (EN | RO, EN, 1.0),
        (EN | RO, EN | BN, 1.0),
        (RO, RO, ANOTHER_LANGUAGE),
        (EN | RO, EN | RO, ANOTHER_LANGUAGE),
        (RO, BN, NO_SHARED_LANGUAGE),
        (RO, EN, NO_SHARED_LANGUAGE),
        (EN, BN | RO, NO_SHARED_LANGUAGE),
    ],
)
def test_what_a_language_is_worth(hers: int, there: int, worth: float) -> None:
    rows = Rows.of([person(1, "chess", languages=there)], Names())
    chosen = np.zeros(1, np.int64)
    plain = fitness(rows, chosen, Facts((), ()))[0]
    facts = Facts((), (), languages=hers)
    assert fitness(rows, chosen, facts)[0] == pytest.approx(plain * worth)
    assert fitness(rows, chosen, facts)[0] <= ceiling(facts)
    if hers:
        assert understood(rows.languages, hers).tolist() == [worth]


def test_who_shares_a_language_comes_first_and_who_does_not_is_still_shown() -> None:
    index = neighbourhood(
        person(1, "chess", languages=BN), person(2, "chess", languages=EN), person(3, "chess", languages=EN | RO)
    )
    assert names(asked(index, "chess", languages=EN | RO)) == ["person:3", "person:2", "person:1"]


def test_a_reason_tells_what_was_asked_of_the_place_and_only_that() -> None:
    index = neighbourhood(space(1, STEPS | QUIET), project(2, "chess"))
    found = {one.group: one.reason.access for one in asked(index, "chess", access=STEPS)}
    assert found == {"space:1": STEPS, "project:2": 0}


@pytest.mark.parametrize(
    ("access", "end"),
    [(0, ""), (STEPS, " · step-free"), (STEPS | TOILET | QUIET, " · step-free · with a toilet · quiet")],
)
def test_a_reason_in_words(app, access: int, end: str) -> None:  # type: ignore[no-untyped-def]
    told = Reason(("chess",), Facet.LIKES, Facet.SPACE, Nearness.UNKNOWN, access=access)
    assert reason_words(Kind.SPACE, told) == "You said chess, and this space goes with it" + end


def test_on_the_page_the_ticks_stay_in_the_address_and_nowhere_else(client: FlaskClient, street: Street) -> None:
    kitchen = "cooking in a kitchen with two ovens and a sewing machine"
    profiles.add(street.chidi.id, street.chidi.id, PostingKind.SKILL, kitchen)
    street.space.step_free = street.space.quiet = False
    db.session.commit()
    client.become(street.chidi)
    assert street.space.name in client.get("/for-you").text
    narrowed = client.get("/for-you?step_free=y&quiet=y").text
    assert street.space.name not in narrowed
    assert street.material.name in narrowed
    assert "kind=material&amp;step_free=y&amp;quiet=y" in narrowed
    assert 'name="step_free" value="y" checked' in narrowed
    assert 'name="toilet" value="y" checked' not in narrowed
    assert "checked" not in client.get("/for-you").text
    nothing = client.get("/for-you?kind=space&quiet=y").text
    assert "Nothing has all that yet" in nothing
    assert 'href="/for-you?kind=space"' in nothing


def test_a_language_that_is_not_to_be_used_is_not_in_the_index(client: FlaskClient, street: Street) -> None:
    profiles.set_languages(street.chidi.id, street.chidi.id, ["ro"])
    street.session.language, street.session.step_free = "bn", True
    db.session.commit()
    assert {one.languages for one in postings(None) if one.owner == street.chidi.id} == {RO}
    assert {one.languages for one in sessions_([street.session.id])} == {BN}
    assert all(one.access is not None and one.access & STEPS for one in sessions_([street.session.id]))
    assert all(one.access is not None for one in spaces_(None))
    assert all(one.access is None for one in postings(None))
    db.session.add(SwitchedOff(person_id=street.chidi.id, subject=Use.LANGUAGES, made_at=clock.now()))
    db.session.commit()
    assert {one.languages for one in postings(None) if one.owner == street.chidi.id} == {0}
