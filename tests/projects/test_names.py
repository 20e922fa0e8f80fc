"""Readable names and texts for projects done elsewhere."""

import pytest

from participate.projects.rules.names import is_shouting, readable_name, softened, softened_text


@pytest.mark.parametrize(
    ("title", "organisation", "programme", "text", "name"),
    [
        ("Grant to Corner Nine Arts", "Corner Nine Arts", "Arts", "x", "Corner Nine Arts"),
        ("Grant to Corner Nine Arts", "", "", "x", "Corner Nine Arts"),
        ("Grant to B", "Grant to B", "", "x", "B"),
        ("Arts General", "Cubitt Artists Ltd", "Arts General", "x", "Cubitt Artists Ltd"),
        ("Kitchen refurbishment", "The Hall", "Awards", "x", "Kitchen refurbishment"),
        ("running costs for the Foodbank", "", "", "x", "Running costs for the Foodbank"),
        ("e-connect", "", "", "x", "e-connect"),
        ("iLike, iNeed", "", "", "x", "iLike, iNeed"),
        (
            "There is no project name available for this record",
            "",
            "",
            "A school garden. With hens.",
            "A school garden",
        ),
        ("Unspecified", "Dads Club", "", "x", "Dads Club"),
        ("AC00547", "", "", "Longitude Explorer programme", "Longitude Explorer programme"),
        ("[link]", "runaclub Ltd", "", "x", "Runaclub Ltd"),
        ("[name]", "[name]", "", "The prevention of poverty. And more.", "The prevention of poverty"),
        ("'RCW'-[link]", "", "", "x", "RCW"),
        ("ST MARY'S PLAYGROUP", "", "", "x", "St Mary's Playgroup"),
        ("الحديقة", "", "", "x", "الحديقة"),
    ],
)
def test_names(title: str, organisation: str, programme: str, text: str, name: str) -> None:
    assert readable_name(title, organisation, programme, text) == name


def test_a_long_name_is_cut_at_a_word() -> None:
    name = readable_name("word " * 60, "", "", "x")
    assert len(name) <= 100
    assert name.endswith("word…")


@pytest.mark.parametrize(
    ("shouted", "soft"),
    [
        ("HOME-START IOW", "Home-Start IOW"),
        ("THE SOCIETY OF FRIENDS UK", "The Society of Friends UK"),
        ("DOBCROFT AFTER SCHOOL CARE (DASH)", "Dobcroft After School Care (DASH)"),
        ("STRATFORD-UPON-AVON CIC", "Stratford-upon-Avon CIC"),
        ("O'BRIEN'S BOXING CLUB LTD", "O'Brien's Boxing Club Ltd"),
        ("H.E.A.T FOUNDATION", "H.E.A.T Foundation"),
        ("SARBOJANIN BABA LOKENATH", "Sarbojanin Baba Lokenath"),
        ("HEARTLIFE", "Heartlife"),
        ("TRAX", "TRAX"),
        ("Mencap Hub", "Mencap Hub"),
        ("CRÈCHE FOR ALL", "Crèche for All"),
        ("", ""),
    ],
)
def test_softened(shouted: str, soft: str) -> None:
    assert softened(shouted) == soft


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("WE OFFER FOOD. IT IS FREE IN THE UK.", "We offer food. It is free in the UK."),
        ("We offer FOOD.", "We offer FOOD."),
        ("", ""),
    ],
)
def test_softened_text(text: str, soft: str) -> None:
    assert softened_text(text) == soft


@pytest.mark.parametrize(("words", "shouts"), [("123 456", False), ("A B C D", True), ("ABC", False), ("", False)])
def test_shouting(words: str, shouts: bool) -> None:
    assert is_shouting(words) is shouts
