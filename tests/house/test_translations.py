"""Words for the screen go through gettext, and the translators' file has them all."""

import re
from pathlib import Path

from tests.house.messages import POT, collect, text_of

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(file for file in ROOT.glob("templates/**/*.html"))
# Text between tags that is no expression: two letters in a row are words.
LOOSE = re.compile(r"[A-Za-z]{2,}")
FINE = {"Participate", "gov", "uk"}


def bare_words(source: str) -> list[str]:
    """Words of a template that stand outside tags, expressions and comments."""
    source = re.sub(r"\{#.*?#\}", " ", source, flags=re.DOTALL)
    source = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", source, flags=re.DOTALL)
    source = re.sub(r"<(style|script|title)\b.*?</\1>", " ", source, flags=re.DOTALL) if "<svg" in source else source
    source = re.sub(r"<!.*?>|<[^>]*>", " ", source, flags=re.DOTALL)
    source = re.sub(r"&\w+;|[\w-]+=\"[^\"]*\"", " ", source)
    return [word for word in LOOSE.findall(source) if word not in FINE]


def test_no_word_stands_bare_in_a_template() -> None:
    bare = {str(file.relative_to(ROOT)): bare_words(file.read_text(encoding="utf-8")) for file in TEMPLATES}
    assert {name: words for name, words in bare.items() if words} == {}


def test_the_lint_finds_a_bare_word() -> None:
    assert bare_words("<p>{{ _('Hello') }} there</p>") == ["there"]


def test_the_translators_have_every_message() -> None:
    """And places in a message have names."""
    messages = collect()  # reads every file: once
    assert POT.read_bytes() == text_of(messages), "run: make messages"
    for message in messages:
        texts = message.id if isinstance(message.id, tuple | list) else [message.id]
        for text in texts:
            assert not re.search(r"%[sd]", text), f"“{text}”: name the places, languages order them differently"
