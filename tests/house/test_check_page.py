"""The check of pages itself: a good page passes, and each planted fault is seen."""

import pytest
from flask import Flask

from tests.page import check_page

GOOD = (
    '<!doctype html><html lang="en" dir="ltr"><head><title>Tea and toast – Participate</title></head><body><main>'
    '<h1>Tea and toast</h1><svg role="img" aria-labelledby="t"><title id="t">A cup</title></svg>'
    '<form method="post"><input type="hidden" name="csrf_token" value="x"><label for="n">Name</label>'
    '<input id="n" name="n"><button>Send</button></form><a href="#n">To the field</a></main></body></html>'
)
FAULTS = {
    "no language": ('lang="en"', ""),
    "two headings": ("</main>", "<h1>More</h1></main>"),
    "no heading": ("<h1>Tea and toast</h1>", ""),
    "another title": ("<title>Tea", "<title>Coffee"),
    "an id twice": ('<a href="#n">', '<a id="n" href="#n">'),
    "a field without a label": ('<label for="n">Name</label>', ""),
    "an empty label": (">Name</label>", "></label>"),
    "a button without words": (">Send<", "><"),
    "a link without words": (">To the field<", "><"),
    "a loose link": ('href="#n"', 'href="#m"'),
    "no token": (' name="csrf_token"', ""),
    "a tag left open": ("</form>", ""),
    "a bare None": ("To the field", "To the field<b>None</b>"),
    "an unfilled place": ("To the field", "To %(where)s"),
    "two mains": ("</body>", "<main></main></body>"),
    "a picture without words": ("</main>", '<img src="/a"></main>'),
}


def fetched(html: str, mimetype: str = "text/html", status: int = 200):  # type: ignore[no-untyped-def]
    """A test client's answer with this body."""
    app = Flask("page")
    app.add_url_rule("/", "page", lambda: app.response_class(html, status=status, mimetype=mimetype))
    return app.test_client().get("/")


def test_a_good_page_passes() -> None:
    check_page(fetched(GOOD))
    check_page(fetched(GOOD.replace("<title>Tea", "<title>Error: Tea"), status=422))


@pytest.mark.parametrize(("old", "new"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_seen(old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(AssertionError):
        check_page(fetched(GOOD.replace(old, new, 1)))


def test_a_part_needs_no_heading_but_labels() -> None:
    check_page(fetched('<section id="a"><h2>More</h2></section>'))
    with pytest.raises(AssertionError):
        check_page(fetched('<section id="a"><input name="x"></section>'))


def test_what_is_no_page_passes() -> None:
    check_page(fetched('{"id": 1}', "application/json"))
    check_page(fetched("", status=303))
