"""What may not stand in words that everybody can read."""

import pytest

from participate.organisations.rules import HasAddress, HasEmail, HasPhone, HasPostcode, check_open_words


@pytest.mark.parametrize(
    "words",
    [
        "", "Two ovens and a long table for 12", "Bring 2 kg of flour", "Open 9.30 to 17.00", "From 02.07.2026",
        "A drill, 18 volt, 2000 rpm", "PS4 2nd hand", "Singer 1120, serial 88431", "@ the church", "£10 an hour",
        "5 minutes from Church Lane", "Two stops on the 62 to Gale Street",
    ],
)  # fmt: skip
def test_plain_words_pass(words: str) -> None:
    check_open_words(words)
    check_open_words(words, at_home=True)


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Mail me at ann@example.org", HasEmail),
        ("ann@example.co.uk.", HasEmail),
        ("Ring 07700 900123 after six", HasPhone),
        ("07700900123", HasPhone),
        ("0208 555 0123", HasPhone),
        ("+44 7700 900 123", HasPhone),
        ("(020) 8555-0123", HasPhone),
        ("০৭৭০০ ৯০০১২৩", HasPhone),
        ("０７７００ ９００１２３", HasPhone),
        ("Come to RM10 9QS", HasPostcode),
        ("ig11 8ee", HasPostcode),
        ("RM109QS!", HasPostcode),
    ],
)
def test_ways_round_the_hub_do_not(words: str, broken: type[Exception]) -> None:
    with pytest.raises(broken):
        check_open_words(words)


@pytest.mark.parametrize(
    "words",
    ["12 Bastable Avenue", "At 12a, Green Lane, ring twice", "My garden, 7 Hedgemans Road", "Flat 3, behind the shop",
     "number 41, the blue door", "112 St Thomas Road"],
)  # fmt: skip
def test_of_a_home_no_address_either(words: str) -> None:
    with pytest.raises(HasAddress):
        check_open_words(words, at_home=True)
    check_open_words(words)
