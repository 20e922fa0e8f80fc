"""Every pair of inks that carries words or meaning is measured again, in both themes."""

import re

import pytest

from tests.join_css import FOLDER

TEXT, EDGE = 4.5, 3.0
PAPERS = ("paper", "sheet", "wash")
INKS = ("cook", "grow", "make", "learn", "play", "care", "trade", "place")
PAIRS = [
    *[("ink", on, TEXT) for on in PAPERS],
    *[("soft", on, TEXT) for on in PAPERS],
    *[("link", on, TEXT) for on in PAPERS],
    *[("edge", on, EDGE) for on in PAPERS],
    *[("focus", on, EDGE) for on in PAPERS],
    ("go-ink", "go", TEXT), ("go-ink", "go-2", TEXT),
    ("mark-ink", "mark", TEXT), ("mark-soft", "mark-sheet", TEXT), ("mark-ink", "mark-sheet", TEXT),
    ("mark-focus", "mark", EDGE),
    ("ink", "pen", TEXT),
    ("bad", "bad-wash", TEXT), ("bad", "paper", TEXT), ("bad", "sheet", TEXT), ("ink", "bad-wash", TEXT),
    ("good", "good-wash", TEXT), ("ink", "good-wash", TEXT), ("good", "paper", EDGE),
    *[("print-ink", ink, TEXT) for ink in INKS],
    *[("q-dark", step, TEXT) for step in ("q1", "q2", "q3")],
    *[("q-light", step, TEXT) for step in ("q4", "q5")],
    ("paper", "ink", TEXT), ("sheet", "ink", TEXT),
]  # fmt: skip


def inks(dark: bool) -> dict[str, str]:
    """Token → colour as six hexadecimal digits, for one of the themes."""
    text = re.sub(r"/\*.*?\*/", "", (FOLDER / "tokens.css").read_text(), flags=re.DOTALL)
    light, rest = text.split("@media screen and (prefers-color-scheme: dark)")
    night = rest.split("@media print")[0]
    found = dict(re.findall(r"--([\w-]+):\s*#([0-9a-f]{6})\b", light))
    return found | (dict(re.findall(r"--([\w-]+):\s*#([0-9a-f]{6})\b", night)) if dark else {})


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, from 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "on", "least"), PAIRS)
def test_the_pair_can_be_read(ink: str, on: str, least: float, dark: bool) -> None:
    held = inks(dark)
    assert contrast(held[ink], held[on]) >= least
