"""The local page where mails and texts are laid instead of being sent."""

from flask import Blueprint, Response, current_app

from participate.core import mail
from participate.core.config import Settings
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page, page_of_list

MOST_LAID = 200
PAGE_SIZE = 10


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/letters", "letters", letters)


@open_to(anyone)
def letters() -> Response:
    """The newest letters of the demo, newest first. There is no such page where letters are really sent."""
    settings: Settings = current_app.extensions["settings"]
    if not settings.letters_on_page:
        raise NotFound
    laid = mail.list_laid(settings.data / "letters", MOST_LAID)
    return show("notifications/letters.html", letters=page_of_list(laid, asked_page(), PAGE_SIZE))
