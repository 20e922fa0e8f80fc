"""Collect every sentence of the screen for translators: `make messages` writes `translations/messages.pot`."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parents[2]
POT = ROOT / "participate" / "translations" / "messages.pot"
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "mark": None, "ngettext": (1, 2), "lazy_ngettext": (1, 2)}


def collect() -> Catalog:
    """All messages of the code and the templates, without line numbers (they would change with every edit)."""
    catalog = Catalog(project="Participate", version="", msgid_bugs_address="", creation_date=None, fuzzy=False)
    for folder, methods in (("participate", [("**.py", "python")]), ("templates", [("**", "jinja2")])):
        found = extract_from_dir(ROOT / folder, methods, keywords=KEYWORDS, strip_comment_tags=True)
        for file, _line, message, _comments, context in found:
            catalog.add(message, locations=[(f"{folder}/{file}", None)], context=context)  # type: ignore[list-item]
    return catalog


def text_of(catalog: Catalog) -> bytes:
    """The catalogue as a file: sorted, so that a change shows as what it is."""
    out = BytesIO()
    write_po(out, catalog, omit_header=True, sort_output=True, include_lineno=False, width=120)
    return out.getvalue()


if __name__ == "__main__":
    POT.parent.mkdir(exist_ok=True)
    POT.write_bytes(text_of(collect()))
    print(f"{len(collect())} messages")
