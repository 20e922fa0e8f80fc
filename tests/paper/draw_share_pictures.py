"""Draw the pictures that stand beside a shared link: `python -m tests.paper.draw_share_pictures`.

One for each theme and one for the house, 1200 by 630 (what messengers show), from the motifs of the sprite. They are
drawn by Chromium and kept in `static/img/share/`; run it again when a motif changes.
"""

import re

from tests.browser import chromium
from tests.join_css import FOLDER

STATIC = FOLDER.parent
OUT = STATIC / "img" / "share"
WIDTH, HEIGHT = 1200, 630
INKS = {
    "cook": "cook", "grow": "grow", "make": "make", "learn": "learn", "play": "play", "care": "care", "trade": "trade",
    "home": "place",
}  # fmt: skip


def page_of(name: str) -> str:
    """The picture as a page: the motif on its ink, the bunting above, the name of the house beneath."""
    sprite = (STATIC / "icons" / "icons.svg").read_text()
    band = (STATIC / "icons" / "band.svg").read_text()
    tokens = (FOLDER / "tokens.css").read_text()
    motif = "table" if name == "home" else name
    symbol = re.search(rf'<symbol id="m-{motif}"[^>]*>(.*?)</symbol>', sprite, re.DOTALL)
    assert symbol, f"no motif {motif}"
    bunting = f"data:image/svg+xml,{band.strip().replace('#', '%23').replace(chr(34), chr(39))}"
    return f"""<!doctype html><style>{tokens}
body {{ margin: 0; width: {WIDTH}px; height: {HEIGHT}px; background: #fbf5e7; color: #211c17; }}
.band {{ height: 56px; border-top: 10px double #211c17; background: url("{bunting}") 0 0/504px 42px repeat-x; }}
.row {{ display: flex; align-items: center; padding: 60px 90px; }}
svg {{ width: 400px; height: 400px; border-radius: 48px; background: var(--{INKS[name]}); margin-inline-end: 70px; }}
b {{ font-family: var(--serif); font-size: 100px; line-height: 1.05; letter-spacing: -.02em; font-weight: 800; }}
</style><div class="band"></div><div class="row"><svg viewBox="0 0 96 96">{symbol[1]}</svg><b>Participate</b></div>"""


def main() -> None:
    """Draw them all."""
    OUT.mkdir(parents=True, exist_ok=True)
    with chromium.launched() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name in INKS:
            page.set_content(page_of(name))
            page.screenshot(path=str(OUT / f"{name}.png"))


if __name__ == "__main__":
    main()
