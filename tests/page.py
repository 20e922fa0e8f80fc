"""The client of the tests. Each page that it fetches is looked at as a page (see `check_page`)."""

import re

from flask import Response
from flask.testing import FlaskClient

from participate.accounts import service as accounts
from participate.accounts.models import Person
from participate.core.db import db


class PageClient(FlaskClient):
    """A browser: `become(person)` signs in, `send(path, …)` posts a form with its CSRF token."""

    def become(self, person: Person | None) -> "PageClient":
        """Sign this browser in as `person`; None signs it out."""
        with self.session_transaction() as kept:
            kept.clear()
            if person is not None:
                kept["sign_in"] = accounts.start_sign_in(person, "test", borrowed=False)
        db.session.commit()
        db.session.remove()
        return self

    def send(self, path: str, data: dict[str, object] | None = None, page: str | None = None, **more: object) -> Response:
        """POST a form to `path`, with the CSRF token of `page` (default: the same path)."""
        token = self.token(page or path)
        return self.post(path, data={**(data or {}), "csrf_token": token}, **more)

    def token(self, page: str) -> str:
        """The CSRF token on `page`. Raises AssertionError when it has none."""
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.get(page).text)
        assert found, f"no form on {page}"
        return found.group(1)
