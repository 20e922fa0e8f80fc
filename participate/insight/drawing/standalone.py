"""A chart of a page as a file of its own: what the stylesheet gives it stands in it as attributes."""

import re

SANS = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif"
INK, SOFT, EDGE, RULE, PAPER = "#211c17", "#5c5348", "#8a7d69", "#d9ccb1", "#ffffff"
STEPS = ("#e9efdc", "#bdd3b4", "#82ad93", "#3f7d6c", "#14453d")
# Class of the stylesheet (.chart …) → the same as attributes; the last of several classes wins.
INKS: dict[str, dict[str, str]] = {
    "grid-l": {"stroke": RULE},
    "axis": {"stroke": INK, "stroke-width": "2"},
    "bar-1": {"fill": STEPS[4]},
    "bar-2": {"fill": STEPS[1], "stroke": STEPS[4], "stroke-width": "1.5"},
    "line-1": {"fill": "none", "stroke": STEPS[4], "stroke-width": "3.5", "stroke-linejoin": "round"},
    "line-2": {
        "fill": "none", "stroke": EDGE, "stroke-width": "3", "stroke-dasharray": "2 6", "stroke-linecap": "round",
    },
    "dot": {"fill": PAPER, "stroke": STEPS[4], "stroke-width": "3"},
    "gone": {"fill": "none", "stroke": EDGE, "stroke-width": "2", "stroke-dasharray": "2 3"},
    "lab": {"fill": SOFT, "font-weight": "400"},
    "mid": {"text-anchor": "middle"},
    "end": {"text-anchor": "end"},
    "w": {"stroke": PAPER, "stroke-width": "3"},
    **{f"q{number}": {"fill": ink} for number, ink in enumerate(STEPS, 1)},
    "hid": {"fill": PAPER, "stroke": EDGE, "stroke-width": "2", "stroke-dasharray": "4 4"},
    "away": {"fill": PAPER, "stroke": EDGE, "stroke-width": "2", "stroke-dasharray": "1 4"},
    "on-l": {"fill": INK},
    "on-d": {"fill": "#fffdf8"},
    "big": {"font-size": "17", "font-weight": "800"},
    "nm": {"font-size": "10", "font-weight": "500"},
    "key": {"font-size": "11"},
    "here": {"stroke": INK, "stroke-width": "3"},
}  # fmt: skip
_SVG = re.compile(r"<svg\b[^>]*>.*</svg>", re.DOTALL)
_OPEN = re.compile(r"<svg\b[^>]*>")
_CLASS = re.compile(r'\sclass="([^"]*)"')
_LINK = re.compile(r"</?a\b[^>]*>")
_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_ID = re.compile(r'\s(?:id|aria-labelledby)="[^"]*"')


def standalone(markup: str) -> str:
    """The first drawing in `markup` with its colours, its title and its description. Raises ValueError without one."""
    found = _SVG.search(markup)
    box = _BOX.search(found[0]) if found else None
    if found is None or box is None:
        raise ValueError("there is no drawing in it")
    inside = _OPEN.sub("", found[0], count=1).removesuffix("</svg>")
    inside = _CLASS.sub(_attributes, _ID.sub("", _LINK.sub("", inside)))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box[1]} {box[2]}" width="{box[1]}" height="{box[2]}"'
        f' role="img" font-family="{SANS}" font-size="13" font-weight="600" fill="{INK}">'
    )
    paper = f'<rect width="{box[1]}" height="{box[2]}" fill="{PAPER}"/>'
    title, _end, rest = inside.partition("</desc>")
    return f"{head}{title}{_end}{paper}{rest}</svg>\n"


def _attributes(found: re.Match[str]) -> str:
    given: dict[str, str] = {}
    for name in found[1].split():
        given |= INKS[name]
    return "".join(f' {name}="{value}"' for name, value in given.items())
