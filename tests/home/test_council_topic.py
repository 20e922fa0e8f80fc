"""Reports to the council, told from things to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.home.rules import council_topic
from participate.home.words import CouncilTopic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("fly tipping on my road", "rubbish"),
        ("Fly-tipping again!", "rubbish"),
        ("bins not collected", "rubbish"),
        ("sofa dumped by the garages", "rubbish"),
        ("dog mess on the path", "rubbish"),
        ("rats in my block", "rubbish"),
        ("pothole", "road"),
        ("pot holes on Wood Lane", "road"),
        ("the pavement is cracked", "road"),
        ("blocked drain", "road"),
        ("street sign missing", "road"),
        ("broken street light", "light"),
        ("the lamp post is flickering", "light"),
        ("no street lights", "light"),
        ("noisy neighbours", "noise"),
        ("loud music every night", "noise"),
        ("dog barking all night", "noise"),
        ("no hot water", "repair"),
        ("the lift is not working", "repair"),
        ("damp in my bedroom", "repair"),
        ("the swings are broken", "repair"),
        ("abandoned car", "vehicle"),
        ("van parked across my drive", "vehicle"),
        ("racist graffiti by the station", "graffiti"),
        ("fallen tree", "tree"),
        ("overgrown hedge", "tree"),
        ("please fix the pothole, we could fix it but no", "road"),
        ("can the council collect the rubbish bags dumped here", "rubbish"),
    ],
)
def test_for_the_council(text, topic):
    assert council_topic(text) == CouncilTopic(topic)


@pytest.mark.parametrize(
    "text",
    [
        "litter pick together",
        "repair café",
        "noise music night",
        "mend my road’s planters",
        "let's fix the broken bench",
        "I can fix broken windows",
        "street light photography walk",
        "learn to mend a leaking tap",
        "tree planting",
        "making music from rubbish",
        "painting wheelie bins with children",
        "clean up the alley together",
        "road bike club",
        "a group that clears fly tipping from the river",
        "rubbish art",
        "traffic free street party",
        "dog walking",
        "graffiti workshop",
        "quiet evenings",
        "parking my van to sell cakes",
        "light painting",
        "compost bins",
        "",
    ],
)
def test_things_to_do(text):
    assert council_topic(text) is None


def test_each_topic_has_a_label():
    assert len({topic.label for topic in CouncilTopic}) == len(CouncilTopic)


@given(st.text())
def test_no_text_breaks_it(text):
    assert council_topic(text) in {None, *CouncilTopic}
