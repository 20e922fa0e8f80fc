"""Reports to the council, told from things to do together. The patterns are in `council.txt`."""

from participate.home.rules.patterns import Patterns
from participate.home.rules.spelling import read
from participate.home.words import CouncilTopic

_PATTERNS = Patterns("council.txt")
_TOPICS = frozenset(topic.value for topic in CouncilTopic)


def council_topic(text: str) -> CouncilTopic | None:
    """What the council should hear of, or None when `text` is no report."""
    said = read(text).strip(" .!?")
    name = _PATTERNS.first(said)
    if name not in _TOPICS:
        return None
    if _PATTERNS.has("asked", said) or not _PATTERNS.has("together", said):
        return CouncilTopic(name)
    return None
