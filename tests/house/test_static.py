"""What lies in `static/`: the stylesheet is the join of its sources, small, and works on old phones."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest

from tests.join_css import FOLDER, SOURCES, joined

ROOT = Path(__file__).parent.parent.parent
ALL_CSS = (*SOURCES, "paper.css")  # what is made to be printed has its own sheet, which no other page loads
STATIC = ROOT / "static"
HTMX_VERSION = "4.0.1"
HTMX_SHA256 = "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130"
LARGEST_CSS = 15 * 1024  # bytes, gzipped
LARGEST_FIRST_VIEW = 32 * 1024  # bytes, gzipped: what a first visit loads beside the page itself
# What Safari 13 or Chrome 80 lack. Fine inside @supports, where the page must stand without it.
TOO_NEW = {
    r":is\(": ":is()", r":where\(": ":where()", r":has\(": ":has()", r":focus-visible": ":focus-visible",
    r"[;{]\s*inset(-inline|-block)?(-start|-end)?\s*:": "inset", r"aspect-ratio\s*:": "aspect-ratio",
    r"(margin|padding|border|inset)-(inline|block)\s*:": "two-side shorthand", r"text-wrap\s*:": "text-wrap",
    r"clamp\(": "clamp()", r":not\([^)]*,": ":not() with a list", r"color-mix\(": "color-mix()",
    r"@layer": "@layer", r"@container": "@container", r"\d[dsl]vh\b": "new viewport units",
    r"border-(start|end)-(start|end)-radius": "logical corners",
    r"scroll-(padding|margin)-(inline|block)": "logical scroll padding",
}  # fmt: skip
PHYSICAL = re.compile(r"(?<![\w-])(?:left|right)(?![\w-])|-(?:left|right|top|bottom)\s*:")


def source(name: str) -> str:
    """A source without its comments."""
    return re.sub(r"/\*.*?\*/", "", (FOLDER / name).read_text(), flags=re.DOTALL)


def without_supports(css: str) -> str:
    """The stylesheet without its @supports blocks."""
    while (start := css.find("@supports")) >= 0:
        depth, at = 0, css.index("{", start)
        for end in range(at, len(css)):
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            if depth == 0:
                break
        css = css[:start] + css[end + 1 :]
    return css


def rules(css: str) -> list[tuple[str, str]]:
    """(selector, declarations) of every innermost rule."""
    return [(sel.strip(), body) for sel, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css)]


def test_the_stylesheet_is_exactly_the_join_of_its_sources() -> None:
    assert (FOLDER / "site.css").read_text() == joined(), "run: make css"


def test_the_stylesheet_is_small() -> None:
    size = sum(len(gzip.compress((FOLDER / name).read_bytes(), 9)) for name in ("site.css", "paper.css"))
    assert size <= LARGEST_CSS


def test_a_first_visit_loads_little() -> None:
    loaded = ("css/site.css", "js/htmx.min.js", "js/site.js", "icons/icons.svg", "icons/band.svg")
    assert sum(len(gzip.compress((STATIC / name).read_bytes(), 6)) for name in loaded) <= LARGEST_FIRST_VIEW


@pytest.mark.parametrize("name", ALL_CSS)
def test_no_rule_names_a_physical_side(name: str) -> None:
    # top and bottom as insets are the only way to place a block on Safari 13; sides are never named.
    assert PHYSICAL.findall(source(name)) == []


@pytest.mark.parametrize("name", ALL_CSS)
def test_no_shorthand_hides_a_physical_side(name: str) -> None:
    value = r"(-?[\w.]+|var\([^)]*\)|calc\((?:[^()]|\([^)]*\))*\))"
    four = re.compile(r"(margin|padding|border-width|border-radius):\s*" + r"\s+".join([value] * 4) + r"\s*[;}]")
    for prop, *sides in four.findall(source(name)):
        corners = sides[0] == sides[1] and sides[2] == sides[3]
        assert corners if prop == "border-radius" else sides[1] == sides[3], f"{prop}: {' '.join(sides)}"


@pytest.mark.parametrize("name", ALL_CSS)
def test_nothing_is_newer_than_the_oldest_phones(name: str) -> None:
    old = without_supports(source(name))
    assert [said for pattern, said in TOO_NEW.items() if re.search(pattern, old)] == []


def test_gap_is_only_used_in_grids_and_columns() -> None:
    """Safari 13 and Chrome 80 know gap in grids, not in flex rows; @supports cannot tell them apart."""
    css = "".join(source(name) for name in ALL_CSS)
    grids = {
        one.strip()
        for selector, body in rules(css)
        if re.search(r"display:\s*(inline-)?grid|columns:", body)
        for one in selector.split(",")
    }
    gaps = [
        one.strip()
        for selector, body in rules(css)
        if re.search(r"(?<![\w-])(row-|column-)?gap:", body)
        for one in selector.split(",")
    ]
    assert gaps, "the lint found no gap at all: it would not see a wrong one"
    assert [one for one in gaps if one not in grids] == []


def test_no_rule_shouts_and_none_reaches_outside() -> None:
    css = "".join(source(name) for name in ALL_CSS)
    assert "!important" not in css
    assert "@import" not in css
    for address in re.findall(r"url\(([^)]*)\)", css):
        assert (FOLDER / address.strip("\"'")).resolve().is_file(), address


def test_only_the_tokens_name_a_colour() -> None:
    for name in ALL_CSS[1:]:
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", source(name)) == []


def test_every_token_that_is_used_exists() -> None:
    defined = set(re.findall(r"(--[\w-]+):", source("tokens.css")))
    used = set(re.findall(r"var\((--[\w-]+)", "".join(source(name) for name in ALL_CSS)))
    assert used <= defined
    assert defined - used <= {"--s8"}, "a token that nothing uses"


def test_htmx_is_the_file_we_looked_at() -> None:
    file = STATIC / "js" / "htmx.min.js"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == HTMX_SHA256
    assert f'version="{HTMX_VERSION}"' in file.read_text()


def test_our_script_parses_on_old_phones_and_makes_no_html() -> None:
    script = re.sub(r"/\*.*?\*/", "", (STATIC / "js" / "site.js").read_text(), flags=re.DOTALL)
    for word in ("=>", "`", "?.", "??", "eval", "innerHTML", "localStorage", "http:", "https:"):
        assert word not in script
    assert not re.search(r"\b(let|const|class|async|await|import)\b", script)


def test_the_sprite_holds_every_icon_that_a_template_names() -> None:
    held = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons" / "icons.svg").read_text()))
    asked = set()
    for file in (ROOT / "templates").rglob("*.html"):
        text = file.read_text()
        asked |= {f"i-{name}" for name in re.findall(r'\bicon\("([\w-]+)"', text)}
        asked |= {f"m-{name}" for name in re.findall(r'\bmotif\("([\w-]+)"', text)}
    assert asked, "no template names an icon"
    assert asked <= held


def test_pictures_hold_no_script_and_no_address() -> None:
    for file in STATIC.rglob("*.svg"):
        text = file.read_text().replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "http" not in text, file
        assert not re.search(r"<script|\son\w+=|<foreignObject|style=", text), file


def test_every_borrowed_file_has_its_licence() -> None:
    assert "lucide" in (STATIC / "icons" / "LICENCE.txt").read_text().lower()
    assert "Zero-Clause BSD" in (STATIC / "js" / "htmx-LICENCE.txt").read_text()
