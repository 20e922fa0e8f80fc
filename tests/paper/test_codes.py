"""Short codes: read off a wall, typed by hand, the same for ever."""

import pytest

from participate.paper.rules.codes import ALL, CHANNELS, KINDS, LENGTH, MOST_ID, SIGNS, Target, code_of, target_of
from participate.paper.words import Channel, LinkKind

# These hang on walls. If this test fails, codes that were printed lead elsewhere: do not change it, mend the code.
PRINTED = {
    "PROGRAMME_0_POSTER": "x6k5k9r",
    "SESSION_1_POSTER": "hftg7d2",
    "PROJECT_1_POSTER": "whn9cwm",
    "RECIPE_59_NEWSPAPER": "rf6n7zy",
    "WARD_19_SLIP": "5cddtxv",
    "STREET_7_SLIP": "z8rnp25",
    "SESSION_123456_MESSAGE": "bwcsmh7",
    "PROJECT_42_INVITE": "q9xzwvb",
}


@pytest.mark.parametrize("name", PRINTED)
def test_what_was_printed_stays_as_it_is(name: str) -> None:
    kind, number, channel = name.split("_")
    target = Target(LinkKind[kind], int(number), Channel[channel])
    assert code_of(target) == PRINTED[name]
    assert target_of(PRINTED[name]) == target


def test_every_kind_and_channel_has_its_number() -> None:
    assert set(KINDS.values()) == set(LinkKind)
    assert set(CHANNELS.values()) == set(Channel)


def test_there_and_back_and_no_two_alike() -> None:
    ids = [*range(300), 2**20, 2**26, MOST_ID]
    targets = [Target(kind, number, channel) for kind in LinkKind for number in ids for channel in Channel]
    codes = {code_of(target): target for target in targets}
    assert len(codes) == len(targets)
    assert all(target_of(code) == target for code, target in codes.items())


def test_nobody_mistakes_a_sign() -> None:
    assert not set(SIGNS) & set("0o1li")
    assert not set(SIGNS) & set("aeiou"), "no code spells a word"
    assert len(set(SIGNS)) == len(SIGNS)
    for number in range(200):
        code = code_of(Target(LinkKind.SESSION, number, Channel.POSTER))
        assert len(code) == LENGTH
        assert set(code) <= set(SIGNS)


@pytest.mark.parametrize("typed", ["{}", " {} ", "{0[0]}{0[1]} {0[2]}{0[3]}-{0[4]}{0[5]}{0[6]}"])
def test_case_spaces_and_hyphens_do_not_matter(typed: str) -> None:
    target = Target(LinkKind.SESSION, 77, Channel.POSTER)
    code = code_of(target)
    assert target_of(typed.format(code)) == target
    assert target_of(typed.format(code.upper())) == target


@pytest.mark.parametrize(
    "typed",
    ["", "x", "zzzzzz", "zzzzzzzz", "0000000", "ooooooo", "bx9tx7", "a" * 10_000, "бббббббб", "x\x00xxxxx", "💛" * 7],
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert target_of(typed) is None


def test_one_wrong_sign_does_not_lead_to_another_thing_nearby() -> None:
    code = code_of(Target(LinkKind.SESSION, 500, Channel.POSTER))
    slips = [code[:at] + sign + code[at + 1 :] for at in range(LENGTH) for sign in SIGNS if sign != code[at]]
    found = [target_of(slip) for slip in slips]
    assert [target for target in found if target and target.thing_id < 20_000] == []


@pytest.mark.parametrize("number", [-1, MOST_ID + 1, ALL])
def test_an_id_beyond_the_room_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no short code"):
        code_of(Target(LinkKind.SESSION, number, Channel.POSTER))
