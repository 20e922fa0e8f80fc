"""Every line of the desk leads to a page that staff may open."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

from participate.core.guards import audiences_of, staff
from participate.desk.lines import more_links
from participate.desk.words import FoundKind, WaitKind
from tests.desk.making import build_all
from tests.street import Street


def is_open_to_staff(app: Flask, path: str) -> bool:
    """Whether a GET of this address has a view, and staff come in."""
    try:
        endpoint, _arguments = app.url_map.bind("localhost").match(path.partition("?")[0].partition("#")[0])
    except HTTPException:
        return False
    allowed = audiences_of(app.view_functions[endpoint])
    return any(each is staff or not each.role for each in allowed)


@pytest.mark.parametrize("kind", WaitKind)
def test_waiting(app: Flask, kind: WaitKind) -> None:
    assert is_open_to_staff(app, kind.path.format(id=1, parent=1)), kind.path


@pytest.mark.parametrize("kind", FoundKind)
def test_found(app: Flask, kind: FoundKind) -> None:
    assert is_open_to_staff(app, kind.path.format(id=1, other="a-slug")), kind.path


def test_links(app: Flask) -> None:
    with app.test_request_context():
        missing = [path for _words, path in more_links(False, False) if not is_open_to_staff(app, path)]
    assert missing == []


def test_each_thing_opens(client: FlaskClient, street: Street) -> None:
    made = build_all(street)
    client.become(street.dora)
    opened = {}
    for kind, number in made.items():
        path = client.send("/desk/open", {"open": f"{kind}:{number}"}, page="/desk").headers["Location"]
        opened[path] = client.get(path.partition("#")[0]).status_code
    assert [path for path, status in opened.items() if status != 200] == []
