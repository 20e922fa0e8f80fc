"""The client of the tests. Each page that it fetches is looked at as a page (see `check_page`)."""

import re
from contextvars import Context

from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from participate.accounts import service as accounts
from participate.accounts.models import Person
from participate.core.db import db
from tests.look_at import NAMED, Element, Looked

TOKEN = re.compile(r'name="csrf_token" value="[^"]+"')  # the one thing that differs each time
_passed: set[int] = set()  # answers without a fault: what is looked for is in their words alone
UNTYPED = ("hidden", "submit", "button", "reset", "image")


class PageClient(FlaskClient):
    """A browser: `become(person)` signs in, `send(path, …)` posts a form with its CSRF token."""

    may_break = False  # a test that breaks something on purpose sets it

    def become(self, person: Person | None) -> "PageClient":
        """Sign this browser in as `person`; None signs it out."""
        with self.session_transaction() as kept:
            kept.clear()
            if person is not None:
                kept["sign_in"] = accounts.start_sign_in(person, "test", borrowed=False)
        db.session.commit()
        return self

    def send(self, path: str, data: dict[str, object] | None = None, page: str | None = None, **more: object):  # type: ignore[no-untyped-def]
        """POST a form to `path`, with the CSRF token of `page` (default: the same path).

        On SQLite the page is asked first, as a person does; elsewhere its own tests ask it, and the token is made.
        """
        on_sqlite = self.application.config.get("DATABASE_KIND", "sqlite") == "sqlite"
        token = self.token(page or path) if on_sqlite else self._made_token()
        return self.post(path, data={**(data or {}), "csrf_token": token}, **more)

    def token(self, page: str) -> str:
        """The CSRF token on `page`. Raises AssertionError when it has none."""
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.get(page).text)
        assert found, f"no form on {page}"
        return found.group(1)

    def _made_token(self) -> str:
        with self.session_transaction() as kept:
            said = kept.setdefault("csrf_token", "0" * 40)
        return str(URLSafeTimedSerializer(self.application.secret_key, salt="wtf-csrf-token").dumps(said))

    def open(self, *args: object, **more: object) -> TestResponse:  # type: ignore[override]
        """As Flask's client; what comes back is checked as a page."""
        # The test's own transaction ends here: what it changed counts, and on SQLite it would hold the request up.
        db.session.commit()
        # In a context of its own: Flask would lend the request the test's `g` and database session.
        # A file that is written while it is sent is read to its end in there too.
        response = Context().run(super().open, *args, **({"buffered": True} | more))
        assert response.status_code != 500 or self.may_break, "a 500: see the log line “broken” above"
        check_page(response)
        return response


def check_page(response: TestResponse) -> None:
    """Fail with every fault of an HTML answer that a reader would stumble over. Other answers pass.

    A whole page has a language, one h1, a title that starts with it (or with "Error: "), one main. Pages and parts
    alike have no id twice, a label for every field, words on every link and button, and no loose reference.
    """
    if response.mimetype != "text/html" or not response.data or 300 <= response.status_code < 400:
        return
    words = hash(TOKEN.sub('name="csrf_token" value="x"', response.text))
    if words in _passed:
        return
    page = Looked(response.text)
    faults = [*_whole_faults(page), *_part_faults(page)]
    where = f"{response.request.method} {response.request.path} ({response.status_code})"
    assert not faults, f"{where}: " + "; ".join(faults)
    _passed.add(words)


def _whole_faults(page: Looked) -> list[str]:
    if not page.whole:
        return []
    faults = []
    html = page.elements("html")[0]
    if not html.attrs.get("lang") or html.attrs.get("dir") not in ("ltr", "rtl"):
        faults.append("the page has no language or direction")
    headings = [each.words for each in page.elements("h1")]
    titles = [each.words for each in page.elements("title") if not each.inside("svg")]
    if len(headings) != 1 or len(titles) != 1 or not headings[0]:
        faults.append(f"one h1 and one title are needed, not {headings} and {titles}")
    elif not titles[0].removeprefix("Error: ").startswith(headings[0]):
        faults.append(f"the title “{titles[0]}” does not start with the heading “{headings[0]}”")
    if len(page.elements("main")) != 1:
        faults.append("one main is needed")
    return faults


def _part_faults(page: Looked) -> list[str]:
    faults = [f"the id {each} stands twice" for each in sorted({i for i in page.ids if page.ids.count(i) > 1})]
    faults += [f"<{tag}> is not closed where it should be" for tag in page.unclosed]
    faults += [fault for element in page.all for fault in _element_faults(element, page)]
    loose = [text.strip() for text in page.texts if text.strip() in ("None", "True", "False")]
    faults += [f"a bare “{text}” on the page" for text in loose]
    if re.search(r"\{\{|\{%|%\(\w+\)s", "".join(page.texts)):
        faults.append("a template shows through")
    return faults


def _element_faults(element: Element, page: Looked) -> list[str]:
    faults = []
    if element.tag in ("input", "select", "textarea") and not _labelled(element, page):
        faults.append(f"the field {element.attrs.get('name', '?')} has no label")
    if element.tag in ("a", "button") and not element.words and not any(element.attrs.get(name) for name in NAMED):
        faults.append(f"a {element.tag} without words: {element.attrs}")
    if element.tag == "img" and "alt" not in element.attrs:
        faults.append("a picture without words")
    if element.tag == "form" and element.attrs.get("method", "").lower() == "post" and not _guarded(element):
        faults.append(f"the form to {element.attrs.get('action', 'itself')} has no CSRF token")
    return faults + _loose_references(element, page)


def _labelled(element: Element, page: Looked) -> bool:
    if element.attrs.get("type") in UNTYPED or element.inside("label"):
        return True
    if any(element.attrs.get(name) for name in NAMED):
        return True
    labels = [each for each in page.elements("label") if each.attrs.get("for") == element.attrs.get("id", "")]
    return any(each.words for each in labels)


def _guarded(form: Element) -> bool:
    return any(
        each.attrs.get("name") == "csrf_token" and each.attrs.get("value") or _guarded(each) for each in form.children
    )


def _loose_references(element: Element, page: Looked) -> list[str]:
    if not page.whole:
        return []  # a part may name something of the page around it
    named = [
        name
        for attr in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
        for name in element.attrs.get(attr, "").split()
    ]
    named += [v[1:] for k in ("href", "hx-target") if (v := element.attrs.get(k, "")).startswith("#") and v != "#"]
    return [f"nothing has the id {name}" for name in named if name not in page.ids]
