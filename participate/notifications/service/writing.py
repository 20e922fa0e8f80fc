"""From the facts of a promise to words: to be sent, to stand on the site, or to be said on the phone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from flask import current_app, has_request_context, render_template
from flask_babel import gettext as _
from jinja2 import TemplateNotFound, UndefinedError

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.core.config import Settings
from participate.core.mail import Letter, compose
from participate.notifications.service.naming import nameless
from participate.notifications.words import Way

log = structlog.get_logger()
MARK_LENGTH = 24
ADDRESS = re.compile(r"https?://\S+")
FIRST_WORD = "Participate: "


@dataclass(frozen=True)
class Words:
    """A letter as a page shows it. `title` is one line; `paragraphs` are plain text."""

    title: str
    paragraphs: tuple[str, ...]


def write(
    name: str, way: Way, to: str, promise_id: int, facts: Mapping[str, object], person: Person | None = None
) -> Letter:
    """The letter `templates/mail/<name>/`, addressed.

    Its words may use `facts`, `person` (None when only an address is known) and `site` (the site's address).
    A fact whose name ends in `_at` travels as ISO text and arrives as an aware moment.
    """
    # As in a request: every address that url_for makes in a letter is a whole one of this site.
    with current_app.test_request_context(base_url=_site()):
        return compose(name, way.value, to, letter_key(promise_id), _given(facts, person))


def _site() -> str:
    settings: Settings = current_app.extensions["settings"]
    return settings.public_url


def _given(facts: Mapping[str, object], person: Person | None) -> dict[str, Any]:
    moments = {name: datetime.fromisoformat(str(value)) for name, value in facts.items() if name.endswith("_at")}
    hidden = nameless(facts, person) if person is not None else {}
    return dict(facts) | moments | hidden | {"person": person, "site": _site()}


def letter_key(promise_id: int) -> str:
    """What marks the letter of one promise, however often it is sent. Nobody can guess another's."""
    return f"{promise_id}-{keyed_hash('letter', str(promise_id))[:MARK_LENGTH]}"


def promise_of(key: str) -> int | None:
    """The promise whose letter has this mark; None when it is none of ours."""
    number = key.partition("-")[0]
    fits = number.isascii() and number.isdecimal() and len(number) <= 10
    return int(number) if fits and key == letter_key(int(number)) else None


def words_to_show(name: str, facts: Mapping[str, object], person: Person) -> Words | None:
    """A letter as it stands on the site for herself; None when it can be written no more."""
    try:
        with_mail = compose(name, Way.MAIL.value, "", "", _given(facts, person))
    except (TemplateNotFound, UndefinedError) as error:
        _lost(name, error)
        return None
    words, _found, _signed = with_mail.body.partition(_("The Participate team"))
    return Words(with_mail.subject, _paragraphs(words))


def words_to_say(name: str, facts: Mapping[str, object], person: Person) -> Words | None:
    """What to say on the phone: `call.txt` where a letter has one, else its text, without addresses; or None."""
    try:
        said = render_template([f"mail/{name}/call.txt", f"mail/{name}/text.txt"], **_given(facts, person))
    except (TemplateNotFound, UndefinedError) as error:
        _lost(name, error)
        return None
    return Words("", _paragraphs(_spoken(ADDRESS.sub("", said.strip().removeprefix(FIRST_WORD)))))


def _spoken(text: str) -> str:
    """A text without its address as somebody reads it out: a sentence from its first letter to its full stop."""
    said = text.strip()
    return said[:1].upper() + (f"{said[1:-1]}." if said.endswith(":") else said[1:])


def _lost(name: str, error: Exception) -> None:
    log.warning("letter cannot be shown", letter=name, kind=type(error).__name__, page=has_request_context())


def _paragraphs(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"\n\s*\n", words) if part.strip())
