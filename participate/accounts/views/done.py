"""What others did for me: staff who wrote me down, signed me up, passed on my answer. Who, what, when."""

from typing import Any

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries
from participate.accounts.words import DONE_FOR_HER
from participate.audit import queries as audit
from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import asked_page


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/mine/done-for-me", "done_for_me", done_for_me)


@open_to(residents)
def done_for_me() -> Response:
    """What was done in my name, newest first, and what I said yes to."""
    page = audit.page_of("person", current_user.id, list(DONE_FOR_HER), asked_page(), but_actor=current_user.id)
    consents = queries.list_consents(current_user.id)
    actors = [*(each.actor_id for each in page.items), *(each.recorded_by for each in consents)]
    names = queries.first_names_of(each for each in actors if each is not None)
    facts: dict[str, Any] = {"page": page, "words_for": DONE_FOR_HER, "consents": consents, "names": names}
    return show("accounts/done_for_me.html", **facts)
