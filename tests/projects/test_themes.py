"""The theme of a project done elsewhere, from its words and tags."""

import pytest

from participate.profiles.words import Theme
from participate.projects.rules.themes import theme_of, theme_of_tag


@pytest.mark.parametrize(
    ("name", "text", "by_hand", "by_rule", "theme"),
    [
        # real rows, shortened
        ("Community lunch club", "A weekly meal for older people.", [], ["SW300"], Theme.COOK),
        ("FareShare Midlands", "A food project of the Diocese.", [], ["SW300", "EN102"], Theme.COOK),
        (
            "Blooming Marvellous",
            "This school will create an allotment for its gardening club.",
            [],
            ["LE102"],
            Theme.GROW,
        ),
        ("Bradford Beekeepers Association", "Grant to Bradford Beekeepers Association", [], ["AN", "AS"], Theme.GROW),
        ("Courtyard Gardening", "To enhance the courtyard garden.", [], ["FA104", "LE102"], Theme.GROW),
        (
            "Bloxham School sculpture and art programme",
            "A local artist works with children.",
            [],
            ["AR", "ED104"],
            Theme.MAKE,
        ),
        ("Girls Group", "To purchase art and craft materials.", [], ["AR", "BE104"], Theme.MAKE),
        ("Main Hall Renovation", "Renovating the main hall.", [], ["FA107"], Theme.MAKE),
        ("Homework Club", "To continue a homework club at the library.", [], [], Theme.LEARN),
        ("Cricket Umpire training", "A laptop to train umpires in courses.", [], ["ED300"], Theme.LEARN),
        ("Codsall History Society", "Preservation of features of historic interest.", [], ["HR103"], Theme.LEARN),
        ("Pontnewydd Male Choir", "Concerts and singing.", ["AR301"], [], Theme.PLAY),
        ("Aikido Club - Dorking", "This project lists its main activity as Aikido.", [], ["LE106"], Theme.PLAY),
        ("Fairhill Youth Centre", "Furniture for their centre.", [], ["FA108", "BE115"], Theme.PLAY),
        ("Tea Dances", "", [], [], Theme.PLAY),
        ("Carers of Barking", "The salary of the Carer Advocacy Worker.", [], [], Theme.CARE),
        ("Halstead Day Centre", "Day care for isolated older people.", [], ["SC101"], Theme.CARE),
        (
            "South Tyneside Enterprise Network",
            "Work with unemployed people for jobs.",
            [],
            ["EC107", "ED302"],
            Theme.TRADE,
        ),
        ("Charity shop", "A shop and a market stall.", [], [], Theme.TRADE),
        # the edges
        ("Jubilee Pool Penzance Limited", "Grant to Jubilee Pool Penzance Limited", [], [], Theme.CARE),
        ("", "", [], [], Theme.CARE),
        ("Young people", "For young people and families.", [], ["BE115", "BE103"], Theme.CARE),
        ("Garden and football", "", [], [], Theme.GROW),  # of equals the rarer
        ("Something", "", ["LE106"], ["SW300", "FA102", "SW301"], Theme.PLAY),  # a hand's tags before a machine's
        ("ZZ", "", [], ["ZZ999"], Theme.CARE),
    ],
)
def test_theme(name: str, text: str, by_hand: list[str], by_rule: list[str], theme: Theme) -> None:
    assert theme_of(name, text, by_hand, by_rule) is theme


def test_a_long_text_does_not_drown_the_name() -> None:
    text = "support care advice health counselling hospital therapy parents wellbeing isolated disability "
    assert theme_of("Community garden and orchard", text) is Theme.GROW


@pytest.mark.parametrize(
    ("tag", "theme"),
    [
        ("SW300", Theme.COOK), ("SW106", Theme.CARE), ("SW107", Theme.PLAY), ("ED302", Theme.TRADE),
        ("ED300", Theme.LEARN),
        ("AR301", Theme.PLAY), ("AR104", Theme.MAKE), ("AR", Theme.MAKE), ("EN103", Theme.MAKE), ("EN104", Theme.GROW),
        ("BE102", None), ("CV104", None), ("", None), ("XX", None),
    ],
)  # fmt: skip
def test_theme_of_tag(tag: str, theme: Theme | None) -> None:
    assert theme_of_tag(tag) is theme
