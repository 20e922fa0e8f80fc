"""A pseudo language: every sentence of the site, marked, longer by a third, and read from the other side.

It stands where Urdu will stand. A page that shows words without the marks shows words that nobody can translate.
"""

import re
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from flask import Flask
from sqlalchemy import String, select

from participate.core.db import db
from participate.profiles import vocabulary

ROOT = Path(__file__).parent.parent.parent
CODE = "ur"
LANGUAGES = {"en": "English", CODE: "اردو"}
OPEN, CLOSE = "⟦", "⟧"
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
KEYWORDS = {
    "_": None, "gettext": None, "lazy_gettext": None, "mark": None, "ngettext": (1, 2), "lazy_ngettext": (1, 2),
}  # fmt: skip
OPTIONS = {"**.html": {"trimmed": "false", "silent": "false"}}
PLACE = re.compile(r"(%\(\w+\)[sd])")
MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
LATIN = re.compile(r"[a-zA-ZÀ-ɏḀ-ỿ]{2,}")
OURS = {"Participate"}


def said(sentence: str) -> str:
    """The sentence in the pseudo language; its %(places)s stay as they are."""
    longer = "".join(
        part if PLACE.fullmatch(part) else re.sub(r"([aeiou])", r"\1\1", part) for part in PLACE.split(sentence)
    )
    return f"{OPEN}{longer}{CLOSE}"


def catalogue() -> Catalog:
    """Every sentence that the code and the templates mark, said in the pseudo language."""
    made = Catalog(locale=CODE)
    for folder in ("participate", "templates"):
        for found in extract_from_dir(str(ROOT / folder), METHODS, OPTIONS, keywords=KEYWORDS):
            message = found[2]
            translated = said(message) if isinstance(message, str) else tuple(said(each) for each in message)
            made.add(message, translated)
    return made


def speak(app: Flask, folder: Path) -> None:
    """Let `app` speak the pseudo language to whoever asks for Urdu; the catalogue is written into `folder`."""
    place = folder / CODE / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "messages.mo").open("wb") as out:
        write_mo(out, catalogue())
    app.extensions["babel"].translation_directories.append(str(folder))


def foreign(text: str) -> set[str]:
    """The words of `text` that stand outside the marks: nobody can translate them."""
    while MARKED.search(text):
        text = MARKED.sub(" ", text)
    return set(LATIN.findall(text)) - OURS


def names_of_languages() -> set[str]:
    """How languages call themselves, which no page translates."""
    own = (Locale.parse(code).get_display_name(code) or "" for code in locale_identifiers() if "_" not in code)
    return {word for name in own for word in LATIN.findall(name)}


def names_of_concepts() -> set[str]:
    """The labels of the vocabulary, which has its own in each language."""
    concepts = vocabulary.load().concepts
    words = {word for concept in concepts for word in LATIN.findall(concept.labels["en"])}
    return words | {word.capitalize() for word in words}  # a line begins with a capital


def typed_by_people(app: Flask) -> set[str]:
    """Every word in the database: names and sentences that stay as they were typed."""
    words: set[str] = set()
    with app.app_context():
        for table in db.metadata.sorted_tables:
            columns = [each for each in table.columns if isinstance(each.type, String)]
            for row in db.session.execute(select(*columns)) if columns else ():
                words |= {word for value in row if value for word in LATIN.findall(str(value))}
    # A line made of a recipe's list ("glue; wiring") begins with a capital.
    return words | {word[0].upper() + word[1:] for word in words}
