"""Every page, for each of the cast, without a browser: it answers, it is whole, and its links lead somewhere."""

from urllib.parse import urlsplit

import pytest
from flask import Flask

from tests.look_at import Looked
from tests.page import PageClient
from tests.samples import crawl, ids_of
from tests.street import CAST, Street

FINE = (200, 303, 403, 404, 422)  # a closed door is a page too; some lead on, some ask to look again
LEADS = (200, 303)


@pytest.mark.parametrize("name", CAST)
def test_every_page_answers_and_every_link_leads_somewhere(app: Flask, street: Street, name: str) -> None:
    person = street.person(name)
    ids = ids_of(street)
    client: PageClient = app.test_client().become(person)  # type: ignore[attr-defined]
    links: dict[str, str] = {}
    answers: dict[str, int] = {}
    for sample in crawl(app, ids):
        answer = client.get(sample.path)
        assert answer.status_code in FINE, f"{name}: {sample} answers {answer.status_code}"
        answers[sample.path] = answer.status_code
        for link in links_of(answer.text) if answer.mimetype == "text/html" else ():
            links.setdefault(link, sample.path)
    assert links, "no page has a link"
    answers |= {link: client.get(link).status_code for link in links if link not in answers}
    loose = [f"{links[link]} leads to {link}: {status}" for link in links if (status := answers[link]) not in LEADS]
    assert not loose, f"{name}: " + "; ".join(loose)


def links_of(html: str) -> set[str]:
    """The addresses on this site that a page leads to, files left out."""
    found = {each.attrs.get("href", "") for each in Looked(html).elements("a")}
    inside = {link.split("#")[0] for link in found if not urlsplit(link).scheme and not link.startswith("//")}
    return {link for link in inside if link and not link.startswith("/static/")}


def test_links_are_seen() -> None:
    page = '<a href="/a#b">x</a><a href="#c">x</a><a href="https://gov.uk">x</a><a href="mailto:a@b">x</a>'
    assert links_of(page) == {"/a"}
