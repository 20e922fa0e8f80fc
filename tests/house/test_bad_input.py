"""Every form of the site, fed with what nobody should type: a clear answer, the words kept, never a 500."""

from dataclasses import dataclass

import pytest
from flask import Flask

from tests.look_at import Element, Looked
from tests.page import PageClient
from tests.samples import ids_of, pages
from tests.street import Street

NASTY = {
    "nothing": "",
    "10,000 letters": "x" * 10_000,
    "NUL": "bread\x00 and jam",
    "emoji": "👩🏽‍🍳🥖 bread",
    "right to left": "‏سلائی‎ اور روٹی",
    "markup": '<script>alert("x")</script>',
    "quotes": "Robert'); DROP TABLE person;--",
    "placeholders": "100 % of {0} and ${7*7} %s",
    "a lone half": "\ud800",
}
ANSWERS = (200, 303, 403, 404, 409, 422, 429)
WRITTEN = ("text", "search", "email", "tel", "number", "")
SHORT = 1_000  # letters: what is longer may be cut in the page


@dataclass(frozen=True)
class Found:
    """A form on a page: where it is, where it goes, its written fields and what else it sends."""

    page: str
    action: str
    method: str
    written: tuple[str, ...]
    others: tuple[tuple[str, str], ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it this form, whatever stands in it now."""
        return (self.method, self.action.split("?")[0], *self.written)

    def filled(self, words: str, token: str) -> dict[str, str]:
        """What is sent when every written field holds `words`."""
        typed = {name: words.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for name in self.written}
        return dict(self.others) | typed | ({"csrf_token": token} if self.method == "post" else {})


def forms_of(html: str, path: str) -> list[Found]:
    """The forms of a page that have something to write in."""
    page = Looked(html)
    found = []
    for form in page.elements("form"):
        fields = [each for each in page.elements("input", "textarea", "select") if _is_in(each, form)]
        written = tuple(each.attrs["name"] for each in fields if _is_written(each) and "name" in each.attrs)
        if written:
            others = tuple(
                (each.attrs["name"], _value(each)) for each in fields if not _is_written(each) and "name" in each.attrs
            )
            action = form.attrs.get("action") or path
            found.append(Found(path, action, form.attrs.get("method", "get").lower(), written, others))
    return found


def _is_in(field: Element, form: Element) -> bool:
    return field.parent is not None and (field.parent is form or _is_in(field.parent, form))


def _is_written(field: Element) -> bool:
    return field.tag == "textarea" or (field.tag == "input" and field.attrs.get("type", "") in WRITTEN)


def _value(field: Element) -> str:
    if field.tag == "select":
        return next((each.attrs["value"] for each in field.children if each.attrs.get("value")), "")
    return field.attrs.get("value", "")


@pytest.mark.parametrize("name", ["stranger", "amina", "gita"])
def test_every_form_answers_kindly(app: Flask, street: Street, name: str) -> None:
    person, ids = street.person(name), ids_of(street)
    client: PageClient = app.test_client().become(person)  # type: ignore[attr-defined]
    forms: dict[tuple[str, ...], Found] = {}
    for sample in pages(app, ids):
        answer = client.get(sample.path)
        for form in forms_of(answer.text, sample.path) if answer.mimetype == "text/html" else ():
            forms.setdefault(form.key, form)
    assert len(forms) > 3, "hardly any form was found"
    faults = [fault for form in forms.values() for fault in _feed(client, form)]
    assert not faults, "\n".join(faults)


def _feed(client: PageClient, form: Found) -> list[str]:
    faults = []
    for said, words in NASTY.items():
        where = f"{form.method} {form.action} of {form.page}, {said}"
        page = client.get(form.page)
        if form.key not in (each.key for each in forms_of(page.text, form.page)):
            break  # an earlier answer was taken, and the page asks no more
        data = form.filled(words, _token(page.text))
        if form.method == "post":
            answer = client.post(form.action, data=data)
        else:
            answer = client.get(form.action, query_string=data)
        if answer.status_code not in ANSWERS:
            faults.append(f"{where}: status {answer.status_code}")
        elif answer.mimetype == "text/html" and answer.status_code in (200, 422):
            faults += [
                f"{where}: {fault}" for fault in _answer_faults(Looked(answer.text), form, data, answer.status_code)
            ]
    return faults


def _token(html: str) -> str:
    fields = Looked(html).elements("input")
    return next((each.attrs["value"] for each in fields if each.attrs.get("name") == "csrf_token"), "")


def _answer_faults(page: Looked, form: Found, data: dict[str, str], status: int) -> list[str]:
    faults = []
    if any("src" not in each.attrs for each in page.elements("script")):
        faults.append("the markup that was typed became markup of the page")
    if status != 422:
        return faults
    if not any("err" in each.attrs.get("class", "").split() for each in page.all):
        faults.append("no word on what to change")
    for name in form.written:
        typed = data[name]
        kept = [_kept(each) for each in page.elements("input", "textarea") if each.attrs.get("name") == name]
        if kept and len(typed) < SHORT and _plain(typed) not in map(_plain, kept):
            faults.append(f"{name} lost its words: {kept[0][:40]!r}")
    return faults


def _plain(words: str) -> str:
    return " ".join(words.replace("\x00", "").split())


def _kept(field: Element) -> str:
    return field.text if field.tag == "textarea" else field.attrs.get("value", "")


def test_the_eye_for_forms() -> None:
    html = (
        '<form method="post" action="/a"><input type="hidden" name="h" value="1"><p><input name="w"></p>'
        '<select name="s"><option value="">-</option><option value="2">b</option></select></form>'
        '<form method="post"><button>Only a button</button></form>'
    )
    assert forms_of(html, "/p") == [Found("/p", "/a", "post", ("w",), (("h", "1"), ("s", "2")))]
