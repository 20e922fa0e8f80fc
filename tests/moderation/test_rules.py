"""Who may decide what: truth tables. No database."""

import pytest

from participate.core.errors import RuleBroken
from participate.moderation import rules, things
from participate.moderation.words import NOUNS, OFFERED, Choice, ReportReason

DORA, CHIDI, GITA = 4, 3, 7


@pytest.mark.parametrize(
    ("choice", "waiting", "hidden", "broken"),
    [
        (Choice.KEEP, True, False, None),
        (Choice.KEEP, True, True, None),
        (Choice.KEEP, False, False, rules.AlreadyDecided),
        (Choice.KEEP, False, True, rules.AlreadyDecided),
        (Choice.HIDE, True, False, None),
        (Choice.HIDE, True, True, None),
        (Choice.HIDE, False, False, None),
        (Choice.HIDE, False, True, rules.AlreadyDecided),
        (Choice.SHOW, True, True, None),
        (Choice.SHOW, False, True, None),
        (Choice.SHOW, True, False, rules.NotHidden),
        (Choice.SHOW, False, False, rules.NotHidden),
    ],
)
def test_which_choice_fits(choice: Choice, waiting: bool, hidden: bool, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_choice(choice, waiting=waiting, hidden=hidden)
    else:
        with pytest.raises(broken):
            rules.check_choice(choice, waiting=waiting, hidden=hidden)


@pytest.mark.parametrize("hidden", [True, False])
@pytest.mark.parametrize("choice", Choice)
def test_what_waited_and_does_not_any_more_was_decided_by_a_colleague(choice: Choice, hidden: bool) -> None:
    with pytest.raises(rules.AlreadyDecided):
        rules.check_choice(choice, waiting=False, hidden=hidden, saw_waiting=True)


@pytest.mark.parametrize(
    ("authors", "asked_again", "decided_before", "broken"),
    [
        ((CHIDI,), False, (), None),
        ((), False, (), None),
        ((CHIDI, DORA), False, (), rules.OwnThing),
        ((DORA,), True, (GITA,), rules.OwnThing),
        ((CHIDI,), False, (DORA,), None),
        ((CHIDI,), True, (DORA, GITA), rules.SecondLook),
        ((CHIDI,), True, (GITA, None), None),
        ((CHIDI,), True, (None,), None),
    ],
)
def test_who_decides(
    authors: tuple[int, ...], asked_again: bool, decided_before: tuple[int, ...], broken: type[RuleBroken] | None
) -> None:
    if broken is None:
        rules.check_decider(DORA, authors, asked_again=asked_again, decided_before=decided_before)
    else:
        with pytest.raises(broken):
            rules.check_decider(DORA, authors, asked_again=asked_again, decided_before=decided_before)


@pytest.mark.parametrize(
    ("hidden", "waiting", "broken"),
    [
        (True, False, None),
        (True, True, rules.AskedAlready),
        (False, False, rules.NotHidden),
        (False, True, rules.NotHidden),
    ],
)
def test_who_asks_again(hidden: bool, waiting: bool, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_ask_again(hidden=hidden, waiting=waiting)
    else:
        with pytest.raises(broken):
            rules.check_ask_again(hidden=hidden, waiting=waiting)


def test_every_kind_has_its_noun_and_every_reason_its_words() -> None:
    assert set(NOUNS) == set(things.KINDS)
    assert all(reason.label for reason in ReportReason)
    assert ReportReason.ASK_AGAIN not in OFFERED
    assert len(OFFERED) == len(ReportReason) - 1
