"""Join the stylesheets: tokens, base, components into the one file that pages load.

`python -m tests.join_css` writes `static/css/site.css`; a house test checks that it is exactly the join.
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "static" / "css"
SOURCES = ("tokens.css", "base.css", "components.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def joined() -> str:
    """The three sources in order, without comments and indentation, as one stylesheet."""
    text = "\n".join((FOLDER / name).read_text() for name in SOURCES)
    lines = (line.strip() for line in COMMENT.sub("", text).splitlines())
    return (
        "/* Made by `make css` from tokens, base and components. Do not edit. */\n"
        + "\n".join(line for line in lines if line)
        + "\n"
    )


if __name__ == "__main__":
    (FOLDER / "site.css").write_text(joined())
