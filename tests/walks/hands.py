"""A browser without scripts, as hands use it: what a page's form holds already is sent with what is changed."""

from urllib.parse import urlsplit

from werkzeug.test import TestResponse

from tests.look_at import Element, Looked
from tests.page import PageClient

TICKED = ("checkbox", "radio")


class NoSuchForm(AssertionError):
    """The page has no form with these fields."""


class Hands:
    """One browser without scripts."""

    def __init__(self, client: PageClient) -> None:
        self.client = client
        self.stands = ("", "")  # the path and the source of the page that `look` brought

    def read(self, page: str) -> str:
        """The source of a page. Raises AssertionError unless it answers 200."""
        path = urlsplit(page)._replace(fragment="").geturl()
        answer = self.client.get(path)
        where = answer.headers.get("Location", "")
        assert answer.status_code == 200, f"{path} answered {answer.status_code} {where}"
        return str(answer.text)

    def values(self, page: str, name: str) -> list[str]:
        """Every value that can be ticked under `name`."""
        fields = [each for each in Looked(self.read(page)).elements("input") if each.attrs.get("name") == name]
        return [each.attrs.get("value", "y") for each in fields]

    def fill(self, page: str, changes: dict[str, object], *, to: str = "") -> str:
        """Fill in the form on `page` that has all fields of `changes` and press its button; where that leads.

        `to`: the end of the path that the form goes to, where several could be meant. What the page has written into
        the form stays. A list ticks every value of it. `page` “” is the one that stands after `look`. Raises
        AssertionError with what the page says is wrong.
        """
        path, done = self._press(page, changes, to)
        assert done.status_code == 303, f"{path} answered {done.status_code}: {_complaints(done.text)}"
        return urlsplit(str(done.headers["Location"])).path

    def look(self, page: str, changes: dict[str, object], *, to: str = "") -> str:
        """As `fill`, where the answer is a page to look over before anything is done; its source. It stands."""
        path, done = self._press(page, changes, to)
        assert done.status_code == 200, f"{path} answered {done.status_code}: {_complaints(done.text)}"
        self.stands = path, str(done.text)
        return self.stands[1]

    def _press(self, page: str, changes: dict[str, object], to: str) -> tuple[str, TestResponse]:
        before, source = (page, self.read(page)) if page else self.stands
        form = _form(Looked(source), changes, to)
        path = form.attrs.get("action") or urlsplit(before)._replace(fragment="").geturl()
        return path, self.client.post(path, data=_held(form) | changes)


def _form(page: Looked, changes: dict[str, object], to: str) -> Element:
    for form in page.elements("form"):
        action = form.attrs.get("action", "")
        fits = urlsplit(action).path.endswith(to) and set(changes) <= set(_names(form))
        if form.attrs.get("method", "").lower() == "post" and fits:
            return form
    raise NoSuchForm(
        f"no form to “{to}” with {sorted(changes)} among {[_names(each) for each in page.elements('form')]}"
    )


def _inside(form: Element) -> list[Element]:
    found = []
    for child in form.children:
        found += [child, *_inside(child)]
    return found


def _names(form: Element) -> list[str]:
    return [each.attrs["name"] for each in _inside(form) if "name" in each.attrs]


def _held(form: Element) -> dict[str, object]:
    """What the fields of a form hold, as a browser would send it. Buttons are left out."""
    held: dict[str, object] = {}
    for field in _inside(form):
        name, kind = field.attrs.get("name", ""), field.attrs.get("type", "text")
        if not name or field.tag not in ("input", "textarea", "select"):
            continue
        if field.tag == "textarea":
            held[name] = field.text.removeprefix("\n")
        elif field.tag == "select":
            options = [each for each in _inside(field) if each.tag == "option"]
            chosen = [each for each in options if "selected" in each.attrs] or options[:1]
            held[name] = chosen[0].attrs.get("value", chosen[0].words) if chosen else ""
        elif kind not in TICKED:
            held[name] = field.attrs.get("value", "")
        elif "checked" in field.attrs:
            held.setdefault(name, [])
            held[name] = [*held[name], field.attrs.get("value", "y")]  # type: ignore[misc]
    return held


def _complaints(html: str) -> str:
    wrong = [each for each in Looked(html).all if "err" in each.attrs.get("class", "").split()]
    return " | ".join(each.words for each in wrong) or html[:2000]
