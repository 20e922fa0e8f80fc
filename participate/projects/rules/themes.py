"""Which of the seven themes a project done elsewhere belongs to: by what it says, and by its tags.

A word in the name counts three times, a word of the text once; so does a tag, two if somebody tagged by hand.
Whom a project is for (young people, families) says nothing about what they do, so such tags do not count.
"""

import re
from collections import Counter
from collections.abc import Sequence

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

_WORDS = {
    Theme.COOK: r"cook\w*|kitchen\w*|bak(?:e|es|er|ery|ing)|lunch\w*|meals?|food\w*|caf[eé]s?|breakfast\w*|supper\w*"
    r"|recipes?|bread|culinary|nutrition\w*|canteen|picnics?|barbecue|tea dances?",
    Theme.GROW: r"garden\w*|allotments?|grow(?:ing)? (?:food|vegetables|fruit)|orchards?|tree|trees|plants?|planting"
    r"|wildlife|bees|beekeep\w*|hens|composting|woodlands?|nature|conservation|horticultur\w*|farms?|meadows?"
    r"|ecolog\w*|biodiversity|hedgerows?|ponds?|animals?|flowers?|environment\w*",
    Theme.MAKE: r"crafts?|craft-?making|sew\w*|knit\w*|quilt\w*|textiles?|woodwork\w*|carpent\w*|potter[sy]|ceramics?"
    r"|repair\w*|mend\w*|restor(?:e|ing|ation)|upcycl\w*|recycl\w*|sheds?|workshop space|mosaics?|murals?|arts?"
    r"|paint(?:ing|ings|ed)?|sculptures?|photograph\w*|jewell?ery|refurbish\w*|renovat\w*|build(?:ing)? work",
    Theme.LEARN: r"learn\w*|train(?:ing|ed|ees?)|class|classes|courses?|educat\w*|school\w*|nurser(?:y|ies)|pre-?school"
    r"|lessons?|homework|literacy|numeracy|esol|english|languages?|computers?|internet|digital|it skills|librar\w*"
    r"|reading|books?|histor(?:y|ical)|heritage|museums?|research|university|students?|tuition|mentor\w*|science",
    Theme.PLAY: r"play|plays|playing|playground\w*|playgroup|playscheme|sports?|football|cricket|tennis|rugby|netball"
    r"|badminton|boxing|cycling|swim\w*|running club|canoe\w*|archery|bowls|bowling|gym|fitness|yoga|danc\w*|music\w*"
    r"|choirs?|singing|band|orchestra|theatres?|drama|festivals?|carnivals?|concerts?|fun days?|part(?:y|ies)|games?"
    r"|youth clubs?|social clubs?|scouts?|guides|brownies|cadets?|film|cinema|circus|trips?|outings?|celebrat\w*"
    r"|outdoor|activity club|leisure|recreation\w*",
    Theme.CARE: r"car(?:e|ers?|ing)|support\w*|counsel\w*|befriend\w*|advice|advocacy|health\w*|wellbeing|well-being"
    r"|lonel\w*|isolat\w*|older people|elderly|disab\w*|dementia|mental|hospices?|hospitals?|bereave\w*|abuse"
    r"|homeless\w*|refuge|refugees?|asylum|poverty|relief|crisis|parents?|respite|therap\w*|rehabilitat\w*|church"
    r"|worship|prayers?",
    Theme.TRADE: r"business\w*|enterprise\w*|trad(?:e|ing)|shops?|markets?|employ\w*|unemploy\w*|jobs?|careers?"
    r"|co-?operatives?|work skills|charity shop|retail|apprentic\w*|livelihoods?",
}  # fmt: skip
_FOUND = {theme: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for theme, words in _WORDS.items()}
_ORDER = {theme: place for place, theme in enumerate(_FOUND)}


def theme_of(name: str, text: str, by_hand: Sequence[str] = (), by_rule: Sequence[str] = ()) -> Theme:
    """The theme that most speaks for; of equals the rarer, which is the one that stands first; else care."""
    votes: Counter[Theme] = Counter()
    for theme, pattern in _FOUND.items():
        in_name = {found.lower() for found in pattern.findall(name)}
        in_text = {found.lower() for found in pattern.findall(text)} - in_name
        votes[theme] += IN_NAME * len(in_name) + IN_TEXT * min(len(in_text), MOST_FROM_TEXT)
    tags, worth = (by_hand, BY_HAND) if by_hand else (by_rule, BY_RULE)
    for tag in tags:
        spoken = theme_of_tag(tag)
        if spoken is not None:
            votes[spoken] += worth
    best = max(votes, key=lambda theme: (votes[theme], -_ORDER[theme]))
    return best if votes[best] else OTHERWISE


def theme_of_tag(tag: str) -> Theme | None:
    """The theme of a UK-CAT code; None where it says nothing about what people do."""
    return next((_TAGS[tag[:size]] for size in (5, 3, 2) if tag[:size] in _TAGS), None)
