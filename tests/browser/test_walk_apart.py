"""Two neighbours are kept apart, on a phone with scripts and without: chosen on the page, obeyed in every list."""

from collections.abc import Callable

from sqlalchemy import select

from participate.accounts.models import Person
from participate.core.db import db, transaction
from participate.sessions.models import Session
from participate.sessions.service import sign_up
from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.blocked import Blocked


def test_they_never_meet(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    names = ("project", "session", "idea", "organisation")
    ids = {name: int(own_site.ids[f"{name}_id"]) for name in names}
    with own_site.app.app_context():
        with transaction():
            chidi = db.session.scalars(select(Person).where(Person.name == "Chidi Okafor")).one()
            sign_up(chidi, db.session.get_one(Session, ids["session"]))
        db.session.remove()
    Blocked(hands, ids).go()
