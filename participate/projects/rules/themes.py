"""Which of the seven themes a project done elsewhere belongs to: by what it says, and by its tags.

A word in the name counts three times, a word of the text once; so does a tag, two if somebody tagged by hand.
Whom a project is for (young people, families) says nothing about what they do, so such tags do not count.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from participate.profiles.words import Theme

IN_NAME, IN_TEXT, BY_RULE, BY_HAND = 3, 1, 1, 2
MOST_FROM_TEXT = 4  # a long text must not drown the name
# Where nothing speaks for any theme: most of what charities do is looking after somebody.
OTHERWISE = Theme.CARE

# Tags of the UK Charity Activity Tags; the longest code that a tag starts with decides.
_TAGS = {
    "SW300": Theme.COOK, "SW301": Theme.COOK, "FA102": Theme.COOK,
    "EN": Theme.GROW, "LE102": Theme.GROW, "FA104": Theme.GROW, "AN": Theme.GROW,
    "EN103": Theme.MAKE, "AR": Theme.MAKE, "AR104": Theme.MAKE, "HR102": Theme.MAKE,
    "ED": Theme.LEARN, "AR200": Theme.LEARN, "AR202": Theme.LEARN, "HR": Theme.LEARN, "RS": Theme.LEARN,
    "AR103": Theme.LEARN, "CC101": Theme.LEARN, "RL304": Theme.LEARN,
    "LE": Theme.PLAY, "AR102": Theme.PLAY, "AR3": Theme.PLAY, "AS300": Theme.PLAY, "AS301": Theme.PLAY,
    "AS302": Theme.PLAY, "AS303": Theme.PLAY, "CC103": Theme.PLAY, "CC104": Theme.PLAY, "CC102": Theme.PLAY,
    "FA106": Theme.PLAY, "FA108": Theme.PLAY, "AS105": Theme.PLAY, "SW107": Theme.PLAY,
    "HE": Theme.CARE, "SW": Theme.CARE, "SC": Theme.CARE, "HO": Theme.CARE, "CJ": Theme.CARE, "CA101": Theme.CARE,
    "SL": Theme.CARE, "RL": Theme.CARE,
    "EC106": Theme.TRADE, "EC107": Theme.TRADE, "ED302": Theme.TRADE, "CA102": Theme.TRADE, "EC102": Theme.TRADE,
}  # fmt: skip

# Whole words of small letters; the first theme that knows a word has it.
_WORDS = {
    Theme.COOK: r"cook\w*|kitchen\w*|bak(?:e|es|er|ery|ing)|lunch\w*|meals?|food\w*|caf[eé]s?|breakfast\w*|supper\w*"
    r"|recipes?|bread|culinary|nutrition\w*|canteen|picnics?|barbecue",
    Theme.GROW: r"garden\w*|allotments?|vegetables?|orchards?|trees?|plants?|planting|wildlife|bees|beekeep\w*|hens"
    r"|compost\w*|woodlands?|nature|conservation|horticultur\w*|farms?|meadows?|ecolog\w*|biodiversity|hedge\w*"
    r"|ponds?|animals?|flowers?|environment\w*",
    Theme.MAKE: r"crafts?|sew\w*|knit\w*|quilt\w*|textiles?|woodwork\w*|carpent\w*|potter[sy]|ceramics?|repair\w*"
    r"|mend\w*|restor(?:e|ing|ation)|upcycl\w*|recycl\w*|sheds?|mosaics?|murals?|arts?|paint(?:ing|ings|ed)?"
    r"|sculptures?|photograph\w*|jewell?ery|refurbish\w*|renovat\w*",
    Theme.LEARN: r"learn\w*|train(?:ing|ed|ees?)|class|classes|courses?|educat\w*|school\w*|nurser(?:y|ies)|lessons?"
    r"|pre-?school|homework|literacy|numeracy|esol|english|languages?|computers?|internet|digital|librar\w*|reading"
    r"|books?|histor(?:y|ical)|heritage|museums?|research|university|students?|tuition|mentor\w*|science",
    Theme.PLAY: r"play|plays|playing|playground\w*|playgroups?|playscheme|sports?|football|cricket|tennis|rugby|netball"
    r"|badminton|boxing|cycling|swim\w*|canoe\w*|archery|bowls|bowling|gym|fitness|yoga|danc\w*|music\w*|choirs?"
    r"|singing|band|orchestra|theatres?|drama|festivals?|carnivals?|concerts?|fun|part(?:y|ies)|games?|clubs?|scouts?"
    r"|guides|brownies|cadets?|film|cinema|circus|trips?|outings?|celebrat\w*|outdoor|leisure|recreation\w*",
    Theme.CARE: r"car(?:e|ers?|ing)|support\w*|counsel\w*|befriend\w*|advice|advocacy|health\w*|well-?being|lonel\w*"
    r"|isolat\w*|older|elderly|disab\w*|dementia|mental|hospices?|hospitals?|bereave\w*|abuse|homeless\w*|refuge"
    r"|refugees?|asylum|poverty|relief|crisis|parents?|respite|therap\w*|rehabilitat\w*|church|worship|prayers?",
    Theme.TRADE: r"business\w*|enterprise\w*|trad(?:e|ing)|shops?|markets?|employ\w*|unemploy\w*|jobs?|careers?"
    r"|co-?operatives?|self-employ\w*|retail|apprentic\w*|livelihoods?",
}
_KNOWS = {theme: re.compile(words) for theme, words in _WORDS.items()}
_ORDER = {theme: place for place, theme in enumerate(_KNOWS)}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def theme_of(name: str, text: str, by_hand: Sequence[str] = (), by_rule: Sequence[str] = ()) -> Theme:
    """The theme for which most speaks; of equals the rarer, which is the one that stands first; else care."""
    in_name, in_text = _themes_of(name), _themes_of(text)
    votes: Counter[Theme] = Counter()
    for theme in in_name.values():
        votes[theme] += IN_NAME
    for theme, count in Counter(theme for word, theme in in_text.items() if word not in in_name).items():
        votes[theme] += IN_TEXT * min(count, MOST_FROM_TEXT)
    tags, worth = (by_hand, BY_HAND) if by_hand else (by_rule, BY_RULE)
    for spoken in map(theme_of_tag, tags):
        if spoken is not None:
            votes[spoken] += worth
    return min(votes, key=lambda theme: (-votes[theme], _ORDER[theme]), default=OTHERWISE)


def _themes_of(words: str) -> dict[str, Theme]:
    """The words that speak for a theme, each once."""
    found = ((word, _theme_of_word(word)) for word in _WORD.findall(words.lower()))
    return {word: theme for word, theme in found if theme is not None}


@lru_cache(maxsize=20_000)
def _theme_of_word(word: str) -> Theme | None:
    return next((theme for theme, known in _KNOWS.items() if known.fullmatch(word)), None)


def theme_of_tag(tag: str) -> Theme | None:
    """The theme of a UK-CAT code; None where it says nothing about what people do."""
    return next((_TAGS[tag[:size]] for size in (5, 3, 2) if tag[:size] in _TAGS), None)
