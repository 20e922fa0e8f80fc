"""Short codes: a thing on a channel as seven signs that can be read off a wall and typed.

A code is arithmetic, not a row: the same thing on the same channel always has the same code, printing one changes
nothing, and no two share one. Codes hang on walls for years, so no number in this file ever changes.
"""

from dataclasses import dataclass

from participate.paper.words import Channel, LinkKind

SIGNS = "23456789bcdfghjkmnpqrstvwxyz"  # no look-alikes (0 o, 1 l i), and without vowels no words
LENGTH = 7
ALL = len(SIGNS) ** LENGTH
KINDS = {
    1: LinkKind.SESSION, 2: LinkKind.PROJECT, 3: LinkKind.RECIPE, 4: LinkKind.WARD, 5: LinkKind.PROGRAMME,
    6: LinkKind.STREET,
}  # fmt: skip
CHANNELS = {1: Channel.POSTER, 2: Channel.SLIP, 3: Channel.NEWSPAPER, 4: Channel.MESSAGE, 5: Channel.INVITE}
_EACH = 8  # room for so many kinds and so many channels
MOST_ID = ALL // (_EACH * _EACH) - 1
# Neighbouring numbers lie far apart: STEP has no divisor in common with ALL, so the way back is one product.
_STEP, _SHIFT = 7_412_968_579, 5_038_112_269
_BACK = pow(_STEP, -1, ALL)
_KIND_NUMBERS = {kind: number for number, kind in KINDS.items()}
_CHANNEL_NUMBERS = {channel: number for number, channel in CHANNELS.items()}


@dataclass(frozen=True)
class Target:
    """What a code says: a thing of a kind (0: the one there is), on a channel."""

    kind: LinkKind
    thing_id: int
    channel: Channel


def code_of(target: Target) -> str:
    """The code of a thing on a channel: seven signs. Raises ValueError for an id beyond `MOST_ID`."""
    if not 0 <= target.thing_id <= MOST_ID:
        raise ValueError("no short code for this id")
    number = (target.thing_id * _EACH + _KIND_NUMBERS[target.kind]) * _EACH + _CHANNEL_NUMBERS[target.channel]
    rest, signs = (number * _STEP + _SHIFT) % ALL, ""
    for _sign in range(LENGTH):
        rest, sign = divmod(rest, len(SIGNS))
        signs = SIGNS[sign] + signs
    return signs


def target_of(typed: str) -> Target | None:
    """What a code means, whatever its case, spaces and hyphens; None when it is no code of ours."""
    code = typed[: 4 * LENGTH].lower().replace(" ", "").replace("-", "")
    if len(code) != LENGTH or not set(code) <= set(SIGNS):
        return None
    rest = 0
    for sign in code:
        rest = rest * len(SIGNS) + SIGNS.index(sign)
    thing, channel = divmod((rest - _SHIFT) * _BACK % ALL, _EACH)
    thing_id, kind = divmod(thing, _EACH)
    if kind not in KINDS or channel not in CHANNELS or thing_id > MOST_ID:
        return None
    return Target(KINDS[kind], thing_id, CHANNELS[channel])
