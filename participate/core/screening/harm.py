"""Words that can hurt others, and words of somebody who may be hurt herself. Pure.

Short on purpose: what people say of each other is for people to judge. "Kill the weeds" and "a killer curry" pass.
"""

import re
from collections.abc import Iterator

_WHO = (
    r"(?:you|u|ya|him|her|them|that (?:man|woman|lad|girl|boy)|those (?:people|kids)|your (?:kids|family|face|"
    r"head|house))"
)
_PEOPLES = (
    "immigrants?|migrants?|muslims?|jews?|jewish|blacks?|black people|whites|asians?|pakistanis?|indians?|nigerians?"
    "|africans?|romanians?|poles|gypsies|travellers|foreigners|refugees|asylum seekers|gays?|gay people|lesbians?"
    "|trans people|disabled people|single mothers"
)
_HARMS = (
    rf"\b(?:i'?ll|i will|i'?m (?:going to|gonna)|im (?:going to|gonna)|gonna|we'?ll|we will|going to)\s+(?:\w+\s+)?"
    rf"(?:kill|hurt|stab|beat|smash|shoot|burn|batter|slap|knife|punch|break|find|get)\s+(?:up\s+)?{_WHO}\b"
    r"(?!\s+(?:a|an|some|the|there|in|on|with|at|home|out|all|into|sorted|started))",
    r"\bkill\s+(?:yourself|urself|you|u|them all|him|her)\b|\bkys\b|\bgo (?:and )?die\b|\bhope (?:you|u|they|"
    r"he|she) dies?\b",
    r"\bdeserves?\s+to\s+(?:die|be (?:shot|hurt|beaten|raped))\b",
    r"\b(?:should|ought to|need to) (?:all )?be (?:shot|hanged|hung|gassed|killed|burned|burnt|deported)\b",
    r"\bwatch your back\b|\bi know where (?:you|u) live\b|\byou'?(?:re| are) (?:dead|finished)\b(?! (?:right|on|to))",
    r"\bgo back to (?:your (?:own )?country|where (?:you|they) (?:came|come) from)\b",
    rf"\bno\s+(?:{_PEOPLES})\b(?:\s*(?:,|or|and)\s*\w+)*\s*(?:please|allowed|here|welcome|wanted|[.!]|$)",
    rf"\b(?:{_PEOPLES})\s+(?:are|is)\s+(?:all\s+)?(?:\w+\s+)?(?:scum|vermin|filth|filthy|animals|rats|criminals|"
    rf"thieves|dirty|disgusting|parasites|subhuman|terrorists|not welcome|not wanted)\b",
    rf"\b(?:filthy|dirty|bloody|fucking|stinking)\s+(?:{_PEOPLES})\b|\b(?:hate|"
    rf"can'?t stand)\s+(?:all\s+)?(?:the\s+)?(?:{_PEOPLES})\b",
    rf"\b(?:get rid of|keep out|kick out|drive out)\s+(?:all\s+)?(?:the\s+|these\s+)?(?:{_PEOPLES})\b",
    r"\b(?:nigg\w+|paki|pakis|chinks?|kikes?|faggots?|spastics?|retards?|trann(?:y|ies)|wogs?|coons?|pikeys?)\b",
    r"\b(?:you|u|she|he)(?:'?re|'s| are| is)?\s+(?:a|an|such a|nothing but a)\s+(?:\w+\s+)?(?:slut|whore|bitch|"
    r"cunt|slag|waste of space|piece of shit)\b",
    r"\b(?:selling|sell|sells|buy|got|need|supply|deliver)\s+(?:\w+\s+){0,2}(?:weed|cannabis|coke|cocaine|mdma|"
    r"ketamine|heroin|spice mix to smoke|xanax|valium|crack)\b",
    r"\b(?:selling|sell|buy|got|need)\s+(?:a\s+|an\s+|\w+\s+)?(?:handgun|firearm|shooter|shotgun|zombie knife|"
    r"machete|ammo|ammunition|pepper spray)\b",
    r"\bsend (?:me )?(?:your )?(?:nudes?|naked|sexy) ?(?:pics?|photos?|pictures?)?\b|\bnudes\b|"
    r"\bsex(?:ual)? (?:for|with) (?:cash|money|me)\b|\blooking for sex\b",
    r"\b(?:don'?t|do not|dont) tell (?:your|ur) (?:mum|mom|dad|parents|mother|father|teacher)s?\b|"
    r"\b(?:it'?s|it is|this is) our secret\b|\bour little secret\b",
    r"\b(?:girls|boys) under (?:1[0-8]|sixteen)\b.{0,30}\b(?:alone|only|private|pics|photos)\b",
)
_NEAR = (
    r"(?:my |her |his |their )?(?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|mother|stepdad|"
    r"stepfather|brother|uncle|son|carer|he|she|they|someone|somebody)"
)
_DOES = r"(?:hits?|beats?|hurts?|chokes?|strangles?|threatens?|rapes?|slaps?|kicks?|punche?s?|locks|touches|burns?)"
_WORRIES = (
    r"\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|hang(?:ing)?|drown(?:ing)?) myself\b",
    r"\b(?:cut|cutting) myself\b(?! (?:a|an|some|off|out|free|short|slack))",
    r"\b(?:end|ending|take|taking) (?:my (?:own )?life|it all)\b",
    r"\b(?:want|wanted|wish|like|ready|going|prefer) (?:to|i could|i would) (?:just )?(?:die|be dead|"
    r"disappear for ever|never wake up)\b",
    r"\bwish i (?:was|were) (?:dead|never born)\b",
    r"\b(?:i|i'm|im|i am|i've|me|my)\b[^.!?\n]{0,40}\bsuicid|\bthinking (?:of|about) suicide\b|"
    r"\bfeel(?:ing)? suicidal\b",
    r"\b(?:i|i'm|i've|my)\b[^.!?\n]{0,30}\bself[- ]?harm",
    r"\b(?:don'?t|do not|dont) want to (?:be here|be alive|live|wake up|go on)(?: any ?more|"
    r" anymore)?(?=[.,!?\s]*$|[.,!?]| any ?more| anymore|\s+and\b)",
    r"\b(?:no|nothing left|not much|what'?s the|no good) (?:reason|point|to) (?:to |in |of )?(?:live|living|"
    r"live for|going on|carrying on|go on)\b",
    r"\b(?:can'?t|cannot|cant) (?:go on|cope|carry on|take (?:it|this|much more))\b(?=[.,!?\s]*$|[.,!?]|"
    r" any ?more| anymore| like this| with life)",
    r"\bbetter off (?:without me|dead)\b|\b(?:nobody|no one) would (?:miss me|notice if i|care if i)\b",
    r"\b(?:took|taken|taking|take) (?:an|too many|all my) (?:overdose|pills|tablets)\b|\boverdosed?\b",
    rf"\b{_NEAR}\s+(?:\w+\s+)?{_DOES}\s+(?:me|us)\b(?! (?:at|with)\b)",
    r"\b(?:hit|beat|choked|raped|attacked|punched|strangled) me\b(?! (?:at (?:chess|cards|darts|pool|table|"
    r"draughts|dominoes))| to it| up\b)",
    r"\b(?:hits?|beats?|beating|hitting|hurts|hurting|shakes) (?:her|his|their|the|that) (?:own )?(?:child|"
    r"children|kids?|baby|son|daughter|wife|girlfriend|mum|mother|old mum)\b",
    r"\b(?:scared|afraid|frightened|terrified) (?:of|to go|to be) (?:my (?:husband|partner|dad|father|son|"
    r"boyfriend|ex)|him\b|home\b|at home)",
    r"\b(?:am|being|been|get|getting|was|is|are) (?:sexually )?(?:abused|beaten up|raped|assaulted|trafficked|"
    r"molested)\b",
    r"\bforc(?:ed|ing) (?:me |her |us )?(?:to|into) (?:marry|marriage|a marriage|sex|get married)\b|"
    r"\bforced marriage\b",
    r"\b(?:won'?t|doesn'?t|does not|not allowed|never allowed|isn'?t allowed) (?:let (?:me|her)|to) (?:leave|"
    r"go out(?:side)?|see (?:my|her|anyone|anybody)|have (?:my|any) (?:own )?(?:money|phone|passport))",
    r"\b(?:took|taken|has|keeps|hid) my passport\b",
    r"\b(?:haven'?t|have not|havent|hasn'?t) eaten (?:for|in|since)\b|\bnothing to eat (?:for|since|at home)\b|"
    r"\bnowhere to (?:sleep|go) tonight\b",
)
_HARM = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _HARMS)
_WORRY = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _WORRIES)


def harms(words: str) -> Iterator[str]:
    """Threats, contempt for a people, dangerous things for sale, what is said to a child in secret."""
    yield from _seen(_HARM, words)


def worries(words: str) -> Iterator[str]:
    """Somebody who may hurt herself, or is being hurt."""
    yield from _seen(_WORRY, words)


def _seen(patterns: tuple[re.Pattern[str], ...], words: str) -> Iterator[str]:
    for pattern in patterns:
        yield from (found.group() for found in pattern.finditer(words))
