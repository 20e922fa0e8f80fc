"""Safety tiers: risks, lists, days, and where a project stands, as truth tables."""

from datetime import date
from itertools import combinations

import pytest

from participate.core.days import NotADay
from participate.core.errors import RuleBroken
from participate.profiles.words import Theme
from participate.projects.rules import safety as rules
from participate.projects.rules.days import date_typed
from participate.projects.service.recipes import written_recipes
from participate.projects.words import Allergen, Risk, Standing, Tier
from participate.projects.words.checklist import FOR_ALL, LINES

GREEN, AMBER, RED = Tier.GREEN, Tier.AMBER, Tier.RED
# Every recipe of the house: read this table aloud with the hubs before it changes.
OF_RECIPE = {
    "batch-cook": AMBER, "open-table": AMBER, "community-kitchen-world": AMBER, "bread-club": AMBER,
    "community-fridge": AMBER, "preserve": AMBER, "lunch-pals": RED, "big-lunch": RED, "coffee-welcome": GREEN,
    "blooming-street": AMBER, "propaganda-beds": AMBER, "community-garden": AMBER, "food-forest": AMBER,
    "seed-swap": GREEN, "compost-leaf": AMBER, "bees": RED, "hens": AMBER, "glut-share": AMBER, "sew-social": AMBER,
    "repair-cafe": AMBER, "bike-fix": AMBER, "tool-share": AMBER, "wood-basics": RED, "shed": AMBER,
    "plastic-lab": RED, "pottery": AMBER, "craft-circle": GREEN, "furniture-rescue": AMBER, "fix-the-street": AMBER,
    "trade-school": GREEN, "skill-swap": RED, "language-cafe": GREEN, "digital-help": GREEN, "homework-club": AMBER,
    "story-box": AMBER, "memory-archive": GREEN, "maker-kids": AMBER, "music-jam": GREEN, "choir": GREEN,
    "book-film": GREEN, "play-street": RED, "ping-pong": AMBER, "walk-together": GREEN, "couch-to-run": GREEN,
    "dance": GREEN, "board-games": GREEN, "toy-share": AMBER, "childcare-circle": AMBER, "neighbourly": GREEN,
    "welcome-box": RED, "open-corner": AMBER, "scratch-cinema": AMBER, "food-coop": AMBER, "makers-market": AMBER,
    "collab-business": GREEN, "cowork": GREEN, "youth-ideas": AMBER, "energy-street": RED,
    "neighbourhood-newspaper": GREEN,
}  # fmt: skip


def test_every_recipe_has_its_tier() -> None:
    found = {recipe["slug"]: rules.tier_of(rules.risks_of(recipe["flags"])) for recipe in written_recipes()}
    assert found == OF_RECIPE
    assert len(found) == 59


@pytest.mark.parametrize(
    ("flags", "risks"),
    [
        ("", []),
        ("none", []),
        ("noise", []),
        ("food, allergens", [Risk.FOOD]),
        ("FOOD", [Risk.FOOD]),
        ("road closure 6-12 weeks ahead, noise, food", [Risk.FOOD, Risk.ROAD]),
        ("council road-closure order (6-12 weeks)", [Risk.ROAD]),
        ("hive: trained keeper, siting, allergy notice", [Risk.PUBLIC_LAND, Risk.HIVES]),
        ("no under-16 on power tools", [Risk.POWER_TOOLS]),
        ("one-to-one contact", [Risk.HOME_VISITS]),
        ("toy safety check", [Risk.CHILDREN]),
        ("history of the market", []),
    ],
)
def test_risks_of_flags(flags: str, risks: list[Risk]) -> None:
    assert rules.risks_of(flags) == risks


@pytest.mark.parametrize("risk", Risk)
def test_tier_of_one_risk(risk: Risk) -> None:
    red = risk in (Risk.ROAD, Risk.HIVES, Risk.POWER_TOOLS, Risk.HOME_VISITS)
    assert rules.tier_of([risk]) is (RED if red else AMBER)
    assert rules.tier_of([Risk.FOOD, risk]) is (RED if red else AMBER)


def test_nothing_is_green() -> None:
    assert rules.tier_of([]) is GREEN
    assert rules.checklist([]) == []


def test_every_list_has_four_to_eight_lines_and_one_of_each_risk() -> None:
    for many in range(1, len(Risk) + 1):
        for risks in combinations(Risk, many):
            keys = [key for key, _words in rules.checklist(risks)]
            assert 4 <= len(keys) <= 8, risks
            assert len(set(keys)) == len(keys)
            assert {LINES[risk][0][0] for risk in risks} <= set(keys), "no risk is left out"


def test_no_line_stands_twice() -> None:
    lines = [line for pair in LINES.values() for line in pair] + list(FOR_ALL)
    assert len({key for key, _words in lines}) == len({words for _key, words in lines}) == 18


def test_the_whole_list_is_ticked() -> None:
    keys = [key for key, _words in rules.checklist([Risk.FOOD])]
    rules.check_list([Risk.FOOD], keys)
    rules.check_list([Risk.FOOD], [*keys, "more"])
    rules.check_list([], [])
    for left_out in keys:
        with pytest.raises(rules.ListNotWhole):
            rules.check_list([Risk.FOOD], [key for key in keys if key != left_out])


@pytest.mark.parametrize(
    ("allergens", "none", "broken"),
    [
        ([Allergen.MILK], False, None),
        ([], True, None),
        ([], False, rules.AllergensNotSaid),
        ([Allergen.MILK], True, rules.AllergensBoth),
    ],
)
def test_allergens(allergens: list[Allergen], none: bool, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_allergens(allergens, none=none)
    else:
        with pytest.raises(broken):
            rules.check_allergens(allergens, none=none)


def test_there_are_fourteen_with_words() -> None:
    assert len(Allergen) == 14
    assert len({each.label for each in Allergen}) == 14


@pytest.mark.parametrize(
    ("day", "short"),
    [(None, False), (date(2026, 9, 24), False), (date(2026, 9, 23), True), (date(2026, 7, 2), True)],
)
def test_a_road_is_asked_for_12_weeks_ahead(day: date | None, short: bool) -> None:
    assert rules.is_road_short(day, date(2026, 7, 2)) is short


def test_the_road_s_day() -> None:
    rules.check_road_day(date(2026, 7, 2), date(2026, 7, 2))
    with pytest.raises(rules.RoadDayPast):
        rules.check_road_day(date(2026, 7, 1), date(2026, 7, 2))
    with pytest.raises(rules.RoadDayMissing):
        rules.check_road_day(None, date(2026, 7, 2))


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        (date(2026, 6, 29), date(2026, 7, 6)),  # Monday to Monday
        (date(2026, 7, 3), date(2026, 7, 10)),  # Friday
        (date(2026, 7, 4), date(2026, 7, 10)),  # Saturday
        (date(2026, 7, 5), date(2026, 7, 10)),  # Sunday
    ],
)
def test_the_hub_has_five_working_days(sent: date, due: date) -> None:
    assert rules.due_on(sent) == due


@pytest.mark.parametrize(
    ("tier", "checked", "approved", "refused", "standing"),
    [
        (GREEN, False, False, False, Standing.CLEAR),
        (GREEN, True, False, False, Standing.CLEAR),
        (AMBER, False, False, False, Standing.LIST),
        (AMBER, True, False, False, Standing.CLEAR),
        (RED, False, False, False, Standing.LIST),
        (RED, False, True, False, Standing.LIST),
        (RED, True, False, False, Standing.WAITS),
        (RED, True, True, False, Standing.CLEAR),
        (RED, True, False, True, Standing.REFUSED),
    ],
)
def test_where_it_stands(tier: Tier, checked: bool, approved: bool, refused: bool, standing: Standing) -> None:
    assert rules.standing_of(tier, checked=checked, approved=approved, refused=refused) is standing


@pytest.mark.parametrize(
    ("standing", "broken"),
    [
        (Standing.CLEAR, None),
        (Standing.LIST, rules.ListOpen),
        (Standing.WAITS, rules.ApprovalOpen),
        (Standing.REFUSED, rules.ApprovalRefused),
    ],
)
def test_who_may_go_live(standing: Standing, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_standing(standing)
        return
    with pytest.raises(broken) as raised:
        rules.check_standing(standing)
    assert isinstance(raised.value, rules.NotLiveYet)


@pytest.mark.parametrize("theme", Theme)
def test_one_that_nobody_was_asked_about(theme: Theme) -> None:
    """Without a recipe, what is cooked, grown or made is asked about first; its recipe knows better than its theme."""
    careful = theme in (Theme.COOK, Theme.GROW, Theme.MAKE)
    if careful:
        with pytest.raises(rules.NotAsked):
            rules.check_unasked(theme, None)
    else:
        rules.check_unasked(theme, None)
    rules.check_unasked(theme, "none")
    with pytest.raises(rules.NotAsked):
        rules.check_unasked(theme, "food")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None), ("  ", None), ("2026-10-03", date(2026, 10, 3)), ("3/10/2026", date(2026, 10, 3)),
        ("3.10.2026", date(2026, 10, 3)), ("3/10/26", date(2026, 10, 3)),
    ],
)  # fmt: skip
def test_a_date_as_it_is_written(typed: str, day: date | None) -> None:
    assert date_typed(typed) == day


@pytest.mark.parametrize("typed", ["soon", "31/2/2026", "2026-13-01", "x" * 10_000, "<script>", "1/1"])
def test_no_date(typed: str) -> None:
    with pytest.raises(NotADay):
        date_typed(typed)
