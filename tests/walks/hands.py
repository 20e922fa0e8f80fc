"""A browser without scripts, as hands use it: what a page's form holds already is sent with what is changed."""

from urllib.parse import urlsplit

from tests.look_at import Element, Looked
from tests.page import PageClient

TICKED = ("checkbox", "radio")


class NoSuchForm(AssertionError):
    """The page has no form with these fields."""


def fill(client: PageClient, page: str, changes: dict[str, object], *, to: str = "") -> str:
    """Fill in the form on `page` that has all fields of `changes` and press its button; where that leads.

    `to`: the end of the address that the form goes to, where several could be meant. What the page has written into
    the form stays. A list ticks every value of it; None empties. Raises AssertionError with the page's words about
    mistakes when it comes back.
    """
    path = urlsplit(page)._replace(fragment="").geturl()
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answered {answer.status_code}: {answer.headers.get('Location', '')}"
    form = _form(Looked(answer.text), changes, to)
    held = _held(form) | changes
    data = {name: value for name, value in held.items() if value is not None}
    done = client.post(form.attrs.get("action") or path, data=data)
    assert done.status_code == 303, f"{path} answered {done.status_code}: {_complaints(done.text)}"
    return str(done.headers["Location"])


def press(client: PageClient, page: str, to: str) -> str:
    """Press the button of the form on `page` that goes to an address ending in `to`; where that leads."""
    return fill(client, page, {}, to=to)


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
