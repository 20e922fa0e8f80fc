"""What people joined teaches: company gives a reason, new things are found by what they are about."""

from dataclasses import replace

import numpy as np
import pytest

from participate.matching.learning import views
from participate.matching.learning.learn import learn
from participate.matching.ranking.facts import Line
from participate.matching.rules import COMPANY
from participate.matching.words import Facet
from tests.matching.given import names, neighbourhood, person
from tests.matching.learnt import PEOPLE, for_someone, learnt, past, things

JOINED = ("project:1", "project:2")


@pytest.fixture(scope="module")
def known():
    return learnt()


def test_who_joined_gardens_is_shown_gardens_that_the_same_people_joined(known):
    found = for_someone(*known, joined=JOINED)
    assert set(names(found)) == {f"project:{number}" for number in range(3, 8)}
    assert {one.reason.company for one in found} <= set(JOINED)
    assert all(not one.reason.words and one.text_score == 0 for one in found)


def test_without_enough_people_nobody_speaks_of_company():
    pairs = [pair for pair in past() if pair[0] < 2 * (COMPANY - 1)]  # four gardeners
    index = neighbourhood(*things())
    assert for_someone(index, learn(index.snapshot, pairs), joined=JOINED) == []


def test_what_she_said_leads_before_company(known):
    by_group = {one.group: one for one in for_someone(*known, joined=JOINED, lines=_likes("roses"))}
    assert by_group["project:4"].reason.words == ("roses",)
    assert not by_group["project:4"].reason.company
    assert by_group["project:3"].reason.company


def test_what_she_joined_or_may_not_see_is_not_shown(known):
    found = names(for_someone(*known, joined=JOINED, never_groups=frozenset({"project:3"})))
    assert not {*JOINED, "project:3"} & set(found)
    assert "project:5" in found


def test_a_new_thing_that_nobody_joined_is_ranked_by_what_it_is_about(known):
    ranked = names(for_someone(*known, joined=JOINED, least=0.0))
    assert len(ranked) == len(things()) - len(JOINED)
    assert ranked.index("project:8") < ranked.index("project:18")
    assert ranked.index("project:8") < min(ranked.index(f"project:{number}") for number in range(31, 47))


def test_without_a_past_texts_still_mean_something(known):
    index, _learned = known
    cold = learn(index.snapshot)
    assert (cold.maps, cold.together, cold.trust) == (None, None, 0.0)
    asked = for_someone(index, cold, joined=JOINED, least=0.0)
    assert set(names(asked)[:6]) == {f"project:{number}" for number in range(3, 9)}


def test_too_few_texts_teach_nothing():
    assert learn(neighbourhood(person(1, "chess")).snapshot, past()) is None


def test_trust_grows_with_what_is_known_of_each_thing(known):
    index, learned = known
    little = learn(index.snapshot, [pair for pair in past() if pair[0] < PEOPLE // 8])
    assert 0 < little.trust < learned.trust == 1.0
    assert little.maps is None
    assert learned.maps is not None


def test_a_session_is_known_by_its_project(known):
    index, learned = known
    places = {index.snapshot.names[number]: at for at, number in enumerate(learned.texts.groups.tolist())}
    part, whole, other = places["project:8"], places["project:3"], places["project:1"]
    parents = np.arange(learned.size)
    parents[part] = whole
    among = np.ones(learned.size, np.bool_)
    seen = replace(learned, whole=parents, by_content=False)
    scores = views.from_joined(seen, [other], among)
    assert scores[part] == pytest.approx(scores[whole])
    assert views.from_joined(replace(learned, by_content=False), [other], among)[part] == 0


def test_what_somebody_joined_that_is_gone_by_now_does_no_harm(known):
    assert for_someone(*known, joined=("project:999",)) == []
    assert names(for_someone(*known, joined=("project:999", *JOINED))) == names(for_someone(*known, joined=JOINED))


def _likes(words: str):
    return (Line(Facet.LIKES, words),)
