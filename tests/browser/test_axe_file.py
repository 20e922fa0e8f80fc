"""The checker itself: the file we looked at, and proof that every check sees what it should."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from tests.browser.visit import Visitor

FOLDER = Path(__file__).parent
VERSION = "4.14.1"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
START = "/sign-in"


def test_axe_is_the_file_we_looked_at() -> None:
    file = (FOLDER / "axe.min.js").read_bytes()
    assert hashlib.sha256(file).hexdigest() == SHA256
    assert file.startswith(f"/*! axe v{VERSION}".encode())


def test_the_checks_see_planted_faults(visit: Callable[..., Visitor]) -> None:
    her = visit()
    her.go(START)
    assert [*her.axe(), *her.small(), *her.sideways(320), *her.faults] == []
    her.page.evaluate((FOLDER / "planted.js").read_text())
    assert {"axe label", "axe color-contrast"} <= {fault.split(":")[0] for fault in her.axe()}
    assert any("Go" in fault for fault in her.small())
    assert her.sideways(320) != []


def test_a_breach_of_the_policy_is_seen(visit: Callable[..., Visitor]) -> None:
    her = visit()
    her.go(START)
    her.page.evaluate("() => { document.body.insertAdjacentHTML('beforeend', '<p style=color:red>x</p>') }")
    her.page.evaluate("() => fetch('https://example.org/').catch(() => 0)")
    assert any("style" in fault for fault in her.faults)
    assert any("example.org" in fault for fault in her.faults)
