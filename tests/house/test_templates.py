"""The templates as texts: strict policy, plain htmx, every word translated, every form guarded."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "templates"
PAGES = sorted(path for path in TEMPLATES.rglob("*.html") if "mail" not in path.relative_to(TEMPLATES).parts)
LONGEST = 120  # lines
HTMX = {
    "hx-get", "hx-post", "hx-target", "hx-swap", "hx-trigger", "hx-push-url", "hx-include", "hx-indicator",
    "hx-sync",
}  # fmt: skip
FORBIDDEN_MARKUP = {
    "inline script": r"<script(?![^>]*\bsrc=)",
    "inline style": r"<style|\sstyle\s*=",
    "event attribute": r"\son[a-z]+\s*=",
    "physical side": r'class="[^"]*\b(left|right)\b',
}
FORBIDDEN = {
    "hx-on": r"hx-on",
    "script value": r"\bjs:|javascript:",
    "trigger filter": r'hx-trigger="[^"]*\[',
    "safe filter": r"\|\s*safe\b",
    "autoescape off": r"autoescape\s+false",
    "straight apostrophe in words": r"""\b_\("[^"]*'[^"]*"\)""",
}
# The one place that may write an address in full is the SVG namespace, and no template needs even that.
OUTSIDE = re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""")


def name(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


def text_of(path: Path) -> str:
    """A template without its comments."""
    return re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.DOTALL)


def markup_of(template: str) -> str:
    """A template without Jinja: the markup that is always there."""
    return re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", template, flags=re.DOTALL)


def words_of(template: str) -> list[str]:
    """The words that stand bare in a template: what is left without tags, attributes and Jinja."""
    bare = markup_of(template)
    bare = re.sub(r'[\w-]+="[^"]*"|<[^>]*>|&\w+;', " ", bare, flags=re.DOTALL)
    return re.findall(r"[^\W\d_]{2,}", bare)


def of_each(faults: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """The templates in which something is wrong, and what it is."""
    found = {name(path): faults(text_of(path)) for path in PAGES}
    return {path: said for path, said in found.items() if said}


def test_they_are_short() -> None:
    assert [name(path) for path in PAGES if len(path.read_text().splitlines()) > LONGEST] == []


def unruly(text: str) -> list[str]:
    """What the strict policy forbids."""
    found = [said for said, pattern in FORBIDDEN.items() if re.search(pattern, text)]
    found += [said for said, pattern in FORBIDDEN_MARKUP.items() if re.search(pattern, markup_of(text))]
    return found + OUTSIDE.findall(text)


def test_they_keep_the_strict_policy() -> None:
    assert of_each(unruly) == {}


def beyond_the_core(text: str) -> list[str]:
    """What is not plain htmx: other attributes, and hx-post where it would not work without a script."""
    found = sorted(set(re.findall(r"\s(?:data-)?(hx-[\w:-]+)=", text)) - HTMX)
    found += [f"hx-post on a {tag}" for tag in re.findall(r"<(\w+)[^<>]*\shx-post=", text) if tag != "form"]
    return found + [form for form in re.findall(r"<form[^<>]*\shx-post=[^<>]*>", text) if 'method="post"' not in form]


def test_they_use_the_core_of_htmx_only() -> None:
    assert of_each(beyond_the_core) == {}


def unguarded(text: str) -> list[str]:
    """Forms that change something without a token, and those that would write one into the address."""
    forms = re.findall(r"<form([^<>]*)>(.*?)</form>", text, flags=re.DOTALL)
    posts = [(form, inside) for form, inside in forms if 'method="post"' in form]
    open_ = [form for form, inside in posts if "csrf()" not in inside]
    return open_ + [form for form, inside in forms if (form, inside) not in posts and "csrf" in inside]


def test_every_form_that_changes_something_is_guarded() -> None:
    assert of_each(unguarded) == {}


def test_every_word_can_be_translated() -> None:
    assert of_each(lambda text: [word for word in words_of(text) if word != "Participate"]) == {}


def test_every_class_is_one_of_the_look() -> None:
    css = "".join((ROOT / "static" / "css" / name).read_text() for name in ("site.css", "paper.css"))
    known = set(re.findall(r"\.([a-zA-Z][\w-]*)", css))
    assert of_each(lambda text: sorted(classes_of(text) - known)) == {}


def classes_of(text: str) -> set[str]:
    """The classes of a template. A word that Jinja goes on with (t-{{ theme }}) is not whole: it is left out."""
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "§", text, flags=re.DOTALL)
    values = " ".join(re.findall(r'\sclass="([^"]*)"', text)).split()
    return {word for word in values if "§" not in word}


@pytest.mark.parametrize(
    ("faults", "text"),
    [
        (unruly, "<p onclick='go()'>"), (unruly, '<div style="color:red">'), (unruly, "{{ words | safe }}"),
        (unruly, '<img src="https://elsewhere.org/a.png">'), (unruly, "{{ _(\"Don't\") }}"),
        (beyond_the_core, '<form hx-ws="/a">'), (beyond_the_core, '<button hx-post="/a">'),
        (beyond_the_core, '<form hx-post="/a">'), (unguarded, '<form method="post"><button></form>'),
        (unguarded, "<form>{{ csrf() }}</form>"),
    ],
)  # fmt: skip
def test_the_lint_sees_planted_faults(faults: Callable[[str], list[str]], text: str) -> None:
    assert faults(text)


def test_the_lint_sees_bare_words() -> None:
    assert words_of('<p class="a">{{ _("Fine") }} Not fine</p>') == ["Not", "fine"]


def test_every_fragment_and_component_is_used() -> None:
    texts = {path: text_of(path) for path in PAGES}
    python = "".join(path.read_text() for path in (ROOT / "participate").rglob("*.py"))
    everything = "".join(texts.values()) + python
    for path in PAGES:
        if path.name.startswith("_") or path.parent.name == "components":
            assert f'"{name(path)}"' in everything, f"nothing uses {name(path)}"


LETTERS = sorted(path for path in (TEMPLATES / "mail").glob("*/*") if path.stem != "subject")
WHY = re.compile(r"\{% block why %\}.*?\{% endblock %\}", re.DOTALL)  # it goes on after “Why you get this:”
SAID = re.compile(r'\b(?:_|ngettext)\(\s*"([^"]*)"(?:,\s*"([^"]*)")?')


def test_letters_begin_their_sentences_with_a_capital() -> None:
    for path in LETTERS:
        said = [words for found in SAID.findall(WHY.sub("", text_of(path))) for words in found if words]
        assert [words for words in said if words[0].islower()] == [], path
