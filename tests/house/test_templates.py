"""The templates as texts: strict policy, plain htmx, every word translated, every form guarded."""

import re
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


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_it_is_short(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_it_keeps_the_strict_policy(path: Path) -> None:
    text = text_of(path)
    assert [said for said, pattern in FORBIDDEN.items() if re.search(pattern, text)] == []
    assert [said for said, pattern in FORBIDDEN_MARKUP.items() if re.search(pattern, markup_of(text))] == []
    assert not OUTSIDE.search(text)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_it_uses_the_core_of_htmx_only(path: Path) -> None:
    text = text_of(path)
    assert set(re.findall(r"\s(?:data-)?(hx-[\w:-]+)=", text)) <= HTMX
    for tag in re.findall(r"<(\w+)[^<>]*\shx-post=", text):
        assert tag == "form", "hx-post stands on forms only, so that it works without a script"
    for form in re.findall(r"<form[^<>]*\shx-post=[^<>]*>", text):
        assert 'method="post"' in form


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_form_that_changes_something_is_guarded(path: Path) -> None:
    for attributes, inside in re.findall(r"<form([^<>]*)>(.*?)</form>", text_of(path), flags=re.DOTALL):
        if re.search(r'method="post"', attributes):
            assert "csrf()" in inside, attributes
        else:
            assert "csrf" not in inside, "a GET form would write the token into the address"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_word_can_be_translated(path: Path) -> None:
    assert [word for word in words_of(text_of(path)) if word != "Participate"] == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_class_is_one_of_the_look(path: Path) -> None:
    css = "".join((ROOT / "static" / "css" / name).read_text() for name in ("site.css", "paper.css"))
    known = set(re.findall(r"\.([a-zA-Z][\w-]*)", css))
    # A word that Jinja goes on with (t-{{ theme }}) is not whole: it is left out.
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "§", text_of(path), flags=re.DOTALL)
    values = " ".join(re.findall(r'\sclass="([^"]*)"', text)).split()
    used = {word for word in values if "§" not in word}
    assert used - known == set()


def test_the_lint_sees_bare_words() -> None:
    assert words_of('<p class="a">{{ _("Fine") }} Not fine</p>') == ["Not", "fine"]


def test_every_fragment_and_component_is_used() -> None:
    # chart.html waits for the council's pages; tests/house/test_components.py renders it.
    texts = {path: text_of(path) for path in PAGES}
    python = "".join(path.read_text() for path in (ROOT / "participate").rglob("*.py"))
    everything = "".join(texts.values()) + python
    for path in PAGES:
        if path.name.startswith("_") or (path.parent.name == "components" and path.name != "chart.html"):
            assert f'"{name(path)}"' in everything, f"nothing uses {name(path)}"
